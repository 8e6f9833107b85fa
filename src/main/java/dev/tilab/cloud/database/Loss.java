package dev.tilab.cloud.database;

/** Whether an acknowledged write is there, and if not, why. */
public enum Loss {
    KEPT,
    /** A copy was promoted that did not have it. */
    NOT_REPLICATED,
    /** The volumes that held it are destroyed. */
    NO_COPY,
    DELETED,
    NOT_RESTORED,
    /** Only machines without power hold it: it is not lost as long as they can come back. */
    OUT_OF_REACH,
    /** One of two machines that took writes had it alone, and was given up. */
    SPLIT_BRAIN;

    /** Whether the write exists nowhere any more. */
    public boolean isLost() {
        return this != KEPT && this != OUT_OF_REACH;
    }
}
