package dev.tilab.journal.transfer;

/** How much may come in at once. What is beyond is refused with the number that is allowed. */
final class ImportLimits {

    /** Files, those in archives counted one by one. */
    static final int FILES = 5_000;

    /** Bytes of all files that were read, unpacked. Twenty years of diary are less. */
    static final long TEXT_BYTES = 64L << 20;

    /** How many times its own size an archive may become. Diaries become three to five times as large. */
    static final int RATIO = 200;

    /** Up to here nobody asks how dense an archive is: a few files of blanks are no attack. */
    static final long DENSE_BYTES = 8L << 20;

    /** Archives in archives; Notion sends two. */
    static final int DEPTH = 3;

    private ImportLimits() {}
}
