package dev.tilab.journal;

/** There is no such entry: nothing was written that day, or it is not in the trash. */
public final class UnknownEntryException extends RuntimeException {

    private final String what;

    /**
     * @param what the day or the number that was asked for
     */
    public UnknownEntryException(Object what) {
        super("There is no entry for " + what + ".");
        this.what = what.toString();
    }

    /** The day or the number that was asked for. */
    public String what() {
        return what;
    }
}
