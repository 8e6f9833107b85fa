package dev.tilab.labweb;

/** One client has so many long runs in the queue that it has to wait for them before it asks for more. */
final class TooManyRunsException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int most;
    private final int retryAfterSeconds;

    TooManyRunsException(int most, int retryAfterSeconds) {
        super("too many long runs of one client");
        this.most = most;
        this.retryAfterSeconds = retryAfterSeconds;
    }

    int most() {
        return most;
    }

    int retryAfterSeconds() {
        return retryAfterSeconds;
    }
}
