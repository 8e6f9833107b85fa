package dev.tilab.journal.markdown;

/** Rendering a text would cost more than a text of its length may. */
final class TooIntricateException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TooIntricateException() {
        // Never told to anybody but the renderer, which shows the text instead.
        super("too intricate", null, false, false);
    }
}
