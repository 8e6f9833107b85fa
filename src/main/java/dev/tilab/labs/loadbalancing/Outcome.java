package dev.tilab.labs.loadbalancing;

/** What becomes of a request; timelines number them in this order. */
enum Outcome {
    /** Nothing yet. */
    IN_FLIGHT("in-flight"),
    /** Its target served it. */
    COMPLETED("completed"),
    /** Its target's queue was full. */
    REJECTED("rejected"),
    /** Its target refused it or dropped it, because it was stopped. */
    FAILED("failed");

    final String id;

    Outcome(String id) {
        this.id = id;
    }
}
