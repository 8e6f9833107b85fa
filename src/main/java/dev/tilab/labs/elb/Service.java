package dev.tilab.labs.elb;

import dev.tilab.cloud.network.Protocol;
import java.util.List;

/** What the shop offers, in the order of the stage's rows. */
enum Service {
    LOGIN,
    API,
    CHAT,
    MESSENGER,
    GAME;

    /** Three of them are one to whoever does not read paths. */
    static final List<Service> WEB = List.of(LOGIN, API, CHAT);

    private static final Service[] ALL = values();

    /** The service of this number; no copy of all of them is made. */
    static Service of(int number) {
        return ALL[number];
    }

    static List<String> ids() {
        return Words.ids(values());
    }

    boolean isWeb() {
        return WEB.contains(this);
    }

    /** Whether browsers ask for it: letters and answers by turns, over connections that they open anew by themselves. */
    boolean isSurfed() {
        return this == LOGIN || this == API;
    }

    /** What a good answer says: 101 where HTTP became WebSocket (RFC 6455), nothing without HTTP. */
    int status() {
        return this == CHAT ? 101 : isWeb() ? 200 : 0;
    }

    Protocol protocol() {
        return this == GAME ? Protocol.UDP : Protocol.TCP;
    }
}
