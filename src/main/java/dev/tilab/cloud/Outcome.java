package dev.tilab.cloud;

/** What becomes of a request; timelines number them in this order. */
public enum Outcome {
    /** Nothing yet. */
    IN_FLIGHT("in-flight"),
    /** Its target served it. */
    COMPLETED("completed"),
    /** Its target's queue was full. */
    REJECTED("rejected"),
    /** Its target refused it or dropped it, because it was stopped. */
    FAILED("failed");

    private final String id;

    Outcome(String id) {
        this.id = id;
    }

    /** The word in timelines. */
    public String id() {
        return id;
    }
}
