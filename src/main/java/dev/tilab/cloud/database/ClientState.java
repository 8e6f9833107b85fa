package dev.tilab.cloud.database;

/** How a client stands with its database. */
public enum ClientState {
    CONNECTED,
    WAITING,
    RETRYING,
    OLD_ADDRESS,
    DOWN
}
