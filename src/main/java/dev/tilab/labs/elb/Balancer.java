package dev.tilab.labs.elb;

import java.util.List;

/** What stands between senders and targets: one lane each. */
enum Balancer {
    /** Application Load Balancer: opens letters, decides by rules, request by request. */
    ALB(List.of("HTTP", "HTTPS")),
    /** Network Load Balancer: reads envelopes, decides by a hash, flow by flow. */
    NLB(List.of("TCP", "UDP", "TCP_UDP", "TLS")),
    /** Classic Load Balancer: one pool of instances; by request under HTTP, by connection under TCP. */
    CLB(List.of("HTTP", "HTTPS", "TCP", "SSL")),
    /** None: the name is that of one server which runs everything. */
    DNS(List.of());

    /** What its listeners can speak (AWS, "Listeners" of each user guide). */
    final List<String> protocols;

    Balancer(List<String> protocols) {
        this.protocols = protocols;
    }

    static List<String> ids() {
        return Words.ids(values());
    }

    static Balancer of(String id) {
        return values()[ids().indexOf(id)];
    }

    /** Whether the addresses of its nodes change as it grows: a Network Load Balancer keeps one for each zone for life. */
    boolean renewsAddresses() {
        return this == ALB || this == CLB;
    }
}
