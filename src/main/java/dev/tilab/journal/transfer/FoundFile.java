package dev.tilab.journal.transfer;

import java.util.List;

/**
 * A file that was sent, or that lay in an archive.
 *
 * @param path how it is called, in words that can be read
 * @param datePath the same as far as it may tell the day
 * @param bytes null where it is not looked at, or only when a day's text calls it
 * @param skipped why it is no day, or null
 * @param archive the archive that it lay in; empty where it came by itself
 * @param belongs the days to which an archive of ours says that it belongs; mostly none
 */
record FoundFile(String path, String datePath, byte[] bytes, Skip skipped, String archive, List<Belonging> belongs) {

    static FoundFile of(String path, String datePath, byte[] bytes) {
        return new FoundFile(path, datePath, bytes, null, "", List.of());
    }

    static FoundFile left(String path, Skip skipped) {
        return new FoundFile(path, path, null, skipped, "", List.of());
    }

    FoundFile in(String other, List<Belonging> days) {
        return new FoundFile(path, datePath, bytes, skipped, other, days);
    }

    /** Whether it may be a picture or a file of a day, if some text calls it. */
    boolean mayBelong() {
        return skipped != null
                && (skipped.code().equals(Skip.TYPE) || skipped.code().equals(Skip.BELONGS));
    }
}
