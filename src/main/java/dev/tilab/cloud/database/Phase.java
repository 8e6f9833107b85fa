package dev.tilab.cloud.database;

/** The steps of an outage, from the fault to the last client that is served again. */
public enum Phase {
    FAULT,
    DETECTED,
    PROMOTED,
    DNS_CHANGED,
    FIRST_BACK,
    LAST_BACK
}
