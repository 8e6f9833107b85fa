package dev.tilab.cloud.network;

/** What carries what is sent. */
public enum Protocol {
    TCP,
    UDP
}
