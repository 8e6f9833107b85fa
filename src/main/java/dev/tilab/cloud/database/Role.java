package dev.tilab.cloud.database;

/** What a machine is to its database at an instant. */
public enum Role {
    PRIMARY,
    STANDBY,
    READER,
    REPLICA,
    PROMOTING,
    RESTARTING,
    CATCHING_UP,
    RESTORING,
    DOWN,
    FENCED,
    /** It takes writes beside the primary, cut off from it. */
    OTHER_PRIMARY;

    /** Whether commits are sent to it. */
    public boolean isCopy() {
        return this == STANDBY || this == READER || this == REPLICA;
    }
}
