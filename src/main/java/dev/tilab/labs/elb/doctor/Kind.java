package dev.tilab.labs.elb.doctor;

import java.util.Locale;

/** Which balancer stands before the shop: one that opens letters, or one that reads envelopes. */
enum Kind {
    ALB,
    NLB;

    String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
