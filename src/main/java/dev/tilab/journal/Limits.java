package dev.tilab.journal;

import java.time.LocalDate;

/**
 * What a day can hold; the limits of its fields and lists stand in its shape. Only what a person changes is held to those of
 * single fields; an imported file keeps what it has, as long as its page can be shown.
 */
public final class Limits {

    /** Bytes of a day's file: 1 MiB. */
    public static final int FILE_BYTES = 1_048_576;

    public static final LocalDate FIRST_DAY = LocalDate.of(1900, 1, 1);
    public static final LocalDate LAST_DAY = LocalDate.of(2100, 12, 31);

    private Limits() {}
}
