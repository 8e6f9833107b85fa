package dev.tilab.labs.elb;

import java.util.Arrays;
import java.util.List;

/** What became of a letter, in the order in which timelines number it; all but the first two are causes of a failure. */
enum Fate {
    IN_FLIGHT,
    DELIVERED,
    /** It came to a target of another service, whose application does not know it. */
    WRONG_404,
    /** The balancer answered by itself: a fixed response, a redirect, the default. */
    ANSWERED,
    NO_LISTENER,
    /** A Classic Load Balancer's HTTP listener does not pass on the Upgrade to WebSocket. */
    NO_UPGRADE,
    UDP_DROPPED,
    /** Silence: a security group at the door does not admit it. */
    NOT_ADMITTED,
    /** Silence: there is no way to a private address from outside. */
    UNREACHABLE,
    /** Silence: nobody has this address any more. */
    OLD_ADDRESS,
    /** Silence: the node, or the sender himself, is in a zone without power. */
    DARK_ZONE,
    /** The target refused; from an Application Load Balancer that is 502. */
    TARGET_502,
    /** The target was silent until the balancer gave up; over HTTP that is 504. */
    TARGET_504,
    /** There was no target to pass it to; over HTTP that is 503. */
    EMPTY_503,
    /** Its connection had been closed because nothing had passed for too long. */
    IDLE_CUT,
    /** The target was silent until the sender gave up. */
    CLIENT_TIMEOUT,
    /** The only server is gone. */
    SERVER_GONE;

    /** Every cause of a failure. */
    static final List<Fate> CAUSES =
            Arrays.stream(values()).skip(DELIVERED.ordinal() + 1L).toList();
}
