package dev.tilab.cloud.database;

/** Whether an acknowledged write is still there, and if not, why. */
public enum Loss {
    KEPT,
    NOT_REPLICATED,
    NO_COPY,
    DELETED,
    NOT_RESTORED
}
