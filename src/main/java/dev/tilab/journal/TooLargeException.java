package dev.tilab.journal;

/** The day's text is larger than a day can be. Nothing was saved. */
public final class TooLargeException extends RuntimeException {

    private final long limit;
    private final long actual;

    /**
     * @param limit bytes that are allowed
     * @param actual bytes that came, as far as they were counted
     */
    public TooLargeException(long limit, long actual) {
        super(actual + " bytes of text; at most " + limit + " are kept for a day");
        this.limit = limit;
        this.actual = actual;
    }

    public long limit() {
        return limit;
    }

    public long actual() {
        return actual;
    }
}
