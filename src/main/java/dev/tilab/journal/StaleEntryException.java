package dev.tilab.journal;

/** Somebody saved the entry since it was read; nothing was saved. */
public final class StaleEntryException extends RuntimeException {

    private final transient Entry current;

    public StaleEntryException(Entry current) {
        super("The entry for " + current.date() + " has changed meanwhile; it is at version " + current.version()
                + ".");
        this.current = current;
    }

    /** The entry as it is now; it may have moved to another day or into the trash since. */
    public Entry current() {
        return current;
    }
}
