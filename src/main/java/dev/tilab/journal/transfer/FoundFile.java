package dev.tilab.journal.transfer;

/**
 * A file that was sent, or that lay in an archive.
 *
 * @param path how it is called, in words that can be read
 * @param datePath the same as far as it may tell the day
 * @param bytes null where it is not looked at
 * @param skipped why not, or null
 */
record FoundFile(String path, String datePath, byte[] bytes, Skip skipped) {

    static FoundFile left(String path, Skip skipped) {
        return new FoundFile(path, path, null, skipped);
    }
}
