package dev.tilab.journal;

import java.time.LocalDate;

/**
 * What a day can hold. Only what a person changes is held to the limits of single fields; an imported file keeps what it
 * has, as long as its page can be shown.
 */
public final class Limits {

    /** Bytes of a day's file: 1 MiB. */
    public static final int FILE_BYTES = 1_048_576;

    /** Characters of a topic's title, a challenge's problem or a reference's title. */
    public static final int TITLE_CHARACTERS = 300;

    /** Characters of an address. */
    public static final int URL_CHARACTERS = 2_000;

    public static final int TOPICS = 100;
    public static final int CHALLENGES = 100;
    public static final int REFERENCES = 200;

    /** As many may stand in a file that is brought in: each is a row of the form, which is a hundred times as long. */
    public static final int FILE_TOPICS = 5_000;

    public static final int FILE_CHALLENGES = 5_000;
    public static final int FILE_REFERENCES = 20_000;

    public static final LocalDate FIRST_DAY = LocalDate.of(1900, 1, 1);
    public static final LocalDate LAST_DAY = LocalDate.of(2100, 12, 31);

    private Limits() {}
}
