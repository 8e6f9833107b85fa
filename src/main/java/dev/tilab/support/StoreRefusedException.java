package dev.tilab.support;

/** The journal cannot be opened as it lies there; the start ends and nothing was changed. */
final class StoreRefusedException extends RuntimeException {

    static final String ELSEWHERE = "Let TILab write there, or start it with another folder: --tilab.data-dir=FOLDER.";
    static final String COPY =
            "Put a copy of the file in its place, or move it away to begin an empty journal; it was left as it is. Without a"
                    + " copy, keep one of it as it is now and start once with --tilab.open-damaged=true: what can be read of it is opened.";

    static final String ANOTHER_FOLDER = "Start it with another folder: --tilab.data-dir=FOLDER.";
    static final String USE_THAT =
            "Use that one, stop it, or start this one on other data with --tilab.data-dir=FOLDER --server.port=PORT.";

    private final String action;

    StoreRefusedException(String message, String action, Throwable cause) {
        super(message, cause);
        this.action = action;
    }

    /** What one can do now. */
    String action() {
        return action;
    }
}
