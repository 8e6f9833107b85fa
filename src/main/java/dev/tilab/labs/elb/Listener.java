package dev.tilab.labs.elb;

import dev.tilab.cloud.network.Protocol;
import java.util.List;

/**
 * Where a balancer listens.
 *
 * @param protocol as AWS names it
 * @param port 1–65535
 * @param group services whose targets are one group behind it; empty where rules or the pool decide
 */
record Listener(String protocol, int port, List<Service> group) {

    Listener {
        group = List.copyOf(group);
    }

    boolean hears(Protocol carrier, int calledPort) {
        boolean udp = protocol.equals("UDP") || protocol.equals("TCP_UDP");
        boolean tcp = !protocol.equals("UDP");
        return port == calledPort && (carrier == Protocol.UDP ? udp : tcp);
    }

    /** Whether it opens letters. */
    boolean isHttp() {
        return protocol.equals("HTTP") || protocol.equals("HTTPS");
    }

    String text() {
        return protocol + ":" + port;
    }
}
