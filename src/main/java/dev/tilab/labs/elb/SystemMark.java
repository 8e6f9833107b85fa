package dev.tilab.labs.elb;

/** What the system does by itself, marked beside what persons do. */
enum SystemMark {
    ADDRESSES_RENEWED,
    ADDRESSES_RETURNED,
    ZONE_OUT_OF_DNS,
    ZONE_IN_DNS,
    IDLE_CUT_SENT
}
