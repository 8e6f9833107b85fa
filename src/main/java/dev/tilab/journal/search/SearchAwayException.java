package dev.tilab.journal.search;

/** The index cannot be asked at the moment: it is being opened, or made anew. The journal itself is not touched by that. */
public final class SearchAwayException extends RuntimeException {

    SearchAwayException(Throwable cause) {
        super("the index cannot be asked", cause);
    }
}
