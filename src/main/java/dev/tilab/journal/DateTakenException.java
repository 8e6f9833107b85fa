package dev.tilab.journal;

import java.time.LocalDate;

/** The day has an entry already; nothing was saved. */
public final class DateTakenException extends RuntimeException {

    private final transient Entry existing;

    public DateTakenException(Entry existing) {
        super("There is an entry for " + existing.date() + " already.");
        this.existing = existing;
    }

    /** The entry that has the day. */
    public Entry existing() {
        return existing;
    }

    public LocalDate date() {
        return existing.date();
    }
}
