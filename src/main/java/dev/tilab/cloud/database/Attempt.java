package dev.tilab.cloud.database;

/** How an attempt to connect ended. */
public enum Attempt {
    CONNECTED,
    SILENT,
    REFUSED,
    READ_ONLY,
    UNDER_WAY
}
