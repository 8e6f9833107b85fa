package dev.tilab.support;

import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.h2.api.ErrorCode;
import org.h2.mvstore.MVStoreException;
import org.springframework.http.HttpStatus;

/** The journal's store could not be written, or could not be read at all. It may work again any moment. */
public final class StoreException extends RuntimeException {

    /** Seconds after which trying again makes sense. */
    public static final String RETRY_AFTER_SECONDS = "5";

    /**
     * Why, and the status that says so: 507 while only writing fails, 503 when reading does, too. What says more stands before
     * what says less.
     */
    public enum Reason {
        /** The disk is full. */
        FULL(HttpStatus.INSUFFICIENT_STORAGE),
        /** The file may not be written. */
        NOT_WRITABLE(HttpStatus.INSUFFICIENT_STORAGE),
        /** The file has been closed, or cannot be opened. */
        CLOSED(HttpStatus.SERVICE_UNAVAILABLE),
        /** The database server does not answer; what was sent to it last may have been done. */
        AWAY(HttpStatus.SERVICE_UNAVAILABLE);

        private final HttpStatus status;

        Reason(HttpStatus status) {
            this.status = status;
        }

        public HttpStatus status() {
            return status;
        }

        /** Which words tell it: {@code error.KIND.title}, {@code .text}, {@code .api}; {@code .form} above what was typed. */
        public String kind() {
            return "store-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private static final Set<Integer> CLOSED = Set.of(
            ErrorCode.DATABASE_IS_CLOSED,
            ErrorCode.DATABASE_CALLED_AT_SHUTDOWN,
            ErrorCode.IO_EXCEPTION_1,
            ErrorCode.IO_EXCEPTION_2,
            ErrorCode.FILE_CORRUPTED_1,
            ErrorCode.DATABASE_ALREADY_OPEN_1);

    /** As Linux, macOS and Windows say it. */
    private static final List<String> FULL =
            List.of("No space left", "File too large", "quota exceeded", "not enough space");

    private static final List<String> DENIED =
            List.of("Permission denied", "Read-only file system", "Access is denied");

    /** Layers wrap each other, and a chain may be a ring. */
    private static final int DEPTH = 30;

    private final Reason reason;

    StoreException(Reason reason, Throwable cause) {
        super("The journal's store: " + reason, cause);
        this.reason = reason;
    }

    /** What has to be beside the journal's file could not be written. */
    public static StoreException notWritable(Throwable cause) {
        return new StoreException(Reason.NOT_WRITABLE, cause);
    }

    public Reason reason() {
        return reason;
    }

    /** The exception itself, or what it means for the store when that is what it is about. */
    public static RuntimeException explained(RuntimeException failure) {
        Reason reason = reasonOf(failure);
        return reason == null || failure instanceof StoreException ? failure : new StoreException(reason, failure);
    }

    /**
     * Why the store failed; null when something else did. Every layer wraps the cause in an exception of its own, and what says
     * the most may lie deepest: H2 says "closed", and below it that the disk is full.
     */
    static Reason reasonOf(Throwable failure) {
        Reason found = null;
        boolean inDatabase = false;
        int depth = 0;
        for (Throwable cause = failure; cause != null && depth++ < DEPTH; cause = cause.getCause()) {
            if (cause instanceof StoreException known) {
                return known.reason;
            }
            inDatabase |= cause instanceof SQLException;
            Reason said = reasonSaid(cause, inDatabase);
            if (said != null && (found == null || said.compareTo(found) < 0)) {
                found = said;
            }
        }
        return found;
    }

    /** @param inDatabase whether the database threw it: a client that hangs up is an {@link IOException}, too */
    private static Reason reasonSaid(Throwable cause, boolean inDatabase) {
        if (cause instanceof SQLException sql) {
            if (sql.getErrorCode() == ErrorCode.DATABASE_IS_READ_ONLY) {
                return Reason.NOT_WRITABLE;
            }
            return CLOSED.contains(sql.getErrorCode()) ? Reason.CLOSED : isAway(sql) ? Reason.AWAY : null;
        }
        if (cause instanceof MVStoreException) {
            return Reason.CLOSED;
        }
        if (cause instanceof IOException io && inDatabase) {
            String words = String.valueOf(io.getMessage());
            return FULL.stream().anyMatch(words::contains)
                    ? Reason.FULL
                    : DENIED.stream().anyMatch(words::contains) ? Reason.NOT_WRITABLE : null;
        }
        return null;
    }

    /** Classes of SQLSTATE: 08 is the connection; 57P is PostgreSQL going down or coming up; 53 is no room for another client. */
    private static boolean isAway(SQLException sql) {
        String state = sql.getSQLState() == null ? "" : sql.getSQLState();
        return sql instanceof SQLTransientConnectionException
                || sql instanceof SQLRecoverableException
                || state.startsWith("08")
                || state.startsWith("57P")
                || state.startsWith("53");
    }
}
