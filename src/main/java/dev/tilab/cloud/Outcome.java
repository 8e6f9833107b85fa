package dev.tilab.cloud;

/** What becomes of a request. */
public enum Outcome {
    /** Nothing yet. */
    IN_FLIGHT("in-flight"),
    /** It was served. */
    COMPLETED("completed"),
    /** There was no room for it in a queue. */
    REJECTED("rejected"),
    /** Whoever had it refused it or dropped it, because it was stopped. */
    FAILED("failed"),
    /** Nobody answered in time. */
    TIMED_OUT("timed-out"),
    /** The connection that it was sent on was closed. */
    RESET("reset"),
    /** There was no connection to send it on, or nobody to send it to. */
    NO_CONNECTION("no-connection");

    private final String id;

    Outcome(String id) {
        this.id = id;
    }

    /** The word in timelines. */
    public String id() {
        return id;
    }
}
