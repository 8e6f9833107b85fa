package dev.tilab.journal.transfer;

/** What came is too much to be looked at. Nothing was saved. */
public final class ImportRefusedException extends RuntimeException {

    private final String code;
    private final String file;
    private final long value;
    private final long allowed;

    /**
     * @param code end of the message key below {@code transfer.refused.}: {@code too-many}, {@code too-much}, {@code too-dense} or
     *     {@code too-deep}
     * @param file which file it was that was too much
     * @param value what it came to
     * @param allowed what would be right
     */
    ImportRefusedException(String code, String file, long value, long allowed) {
        super(code + ": " + value + " in an import; at most " + allowed);
        this.code = code;
        this.file = file;
        this.value = value;
        this.allowed = allowed;
    }

    public String code() {
        return code;
    }

    public String file() {
        return file;
    }

    public long value() {
        return value;
    }

    public long allowed() {
        return allowed;
    }
}
