package dev.tilab.journal.transfer;

import java.util.Locale;

/** What is to become of a file. */
public enum Step {
    /** Its day is free. */
    CREATE,
    /** Takes the place of what the day says; that stays in the day's history. */
    REPLACE,
    /** Goes behind what the day says. */
    ADD,
    /** The day says it already. */
    IDENTICAL,
    SKIP;

    /** As addresses and forms spell it. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
