package dev.tilab.support;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Set;
import org.springframework.http.HttpStatus;

/** The journal's store could not be written, or could not be read at all. Nothing was saved; it may work again any moment. */
public final class StoreException extends RuntimeException {

    /** H2: closed, IO exception, and the file's corrupt or unreadable. */
    private static final Set<Integer> CLOSED = Set.of(90098, 90121, 90028, 90031, 90030, 90020);

    /** H2: the database is read only. */
    private static final int READ_ONLY = 90097;

    /** Why, and the status that says so: 507 while only writing fails, 503 when reading does, too. */
    public enum Reason {
        FULL(HttpStatus.INSUFFICIENT_STORAGE),
        NOT_WRITABLE(HttpStatus.INSUFFICIENT_STORAGE),
        CLOSED(HttpStatus.SERVICE_UNAVAILABLE);

        private final HttpStatus status;

        Reason(HttpStatus status) {
            this.status = status;
        }

        public HttpStatus status() {
            return status;
        }

        /** Key of its words in the message bundle. */
        public String key() {
            return "error.store-" + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    /** Seconds after which trying again makes sense. */
    public static final String RETRY_AFTER_SECONDS = "5";

    private final Reason reason;

    StoreException(Reason reason, Throwable cause) {
        super("The journal's store: " + reason, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    /** The exception itself, or what it means for the store when that is what it is about. */
    public static RuntimeException explained(RuntimeException failure) {
        Reason reason = reasonOf(failure);
        return reason == null || failure instanceof StoreException ? failure : new StoreException(reason, failure);
    }

    /** Why the store failed; null when something else did. */
    static Reason reasonOf(Throwable failure) {
        Reason found = null;
        int depth = 0;
        for (Throwable cause = failure; cause != null && depth++ < 30; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                if (sql.getErrorCode() == READ_ONLY) {
                    return Reason.NOT_WRITABLE;
                }
                if (CLOSED.contains(sql.getErrorCode())) {
                    found = Reason.CLOSED;
                }
            } else if (cause instanceof IOException io && found(failure)) {
                String words = String.valueOf(io.getMessage());
                return words.contains("No space left") || words.contains("File too large") || words.contains("quota exceeded")
                                || words.contains("not enough space")
                        ? Reason.FULL
                        : Reason.NOT_WRITABLE;
            } else if (cause.getClass().getName().equals("org.h2.mvstore.MVStoreException")) {
                found = Reason.CLOSED;
            }
        }
        return found;
    }

    /** Only what came out of the database is about the store: a client that hangs up is an {@link IOException}, too. */
    private static boolean found(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException) {
                return true;
            }
        }
        return false;
    }
}
