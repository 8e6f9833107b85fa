package dev.tilab.journal.template;

/** A file that is not text in an encoding that can be told with certainty. */
public final class NotTextException extends Exception {
    private static final long serialVersionUID = 1L;

    /** Why a file is not text. */
    public enum Reason {
        /** What macOS puts beside a file on foreign disks ({@code ._x.md}). */
        APPLE_DOUBLE("apple-double"),
        /** Holds NUL characters. */
        BINARY("binary"),
        /** Neither UTF-8, UTF-16 with its mark nor CP949. */
        UNDECODABLE("undecodable");

        private final String code;

        Reason(String code) {
            this.code = code;
        }

        /** End of the message key. */
        public String code() {
            return code;
        }
    }

    private final Reason reason;
    private final int line;

    NotTextException(Reason reason, int line) {
        super(reason.code + " in line " + line);
        this.reason = reason;
        this.line = line;
    }

    public Reason reason() {
        return reason;
    }

    /** The line where it shows, from 1. */
    public int line() {
        return line;
    }
}
