package dev.tilab.labweb;

/** So many runs are under way that another would slow all of them down. */
final class BusyException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int retryAfterSeconds;

    BusyException(int retryAfterSeconds) {
        super("too many runs at once");
        this.retryAfterSeconds = retryAfterSeconds;
    }

    int retryAfterSeconds() {
        return retryAfterSeconds;
    }
}
