package dev.tilab.journal.search;

/** So many are searching that another one would have waited too long. */
public final class SearchBusyException extends RuntimeException {

    /** Seconds after which trying again makes sense. */
    public static final String RETRY_AFTER_SECONDS = "1";

    SearchBusyException() {
        super("too many searches at once");
    }
}
