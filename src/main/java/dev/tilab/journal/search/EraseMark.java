package dev.tilab.journal.search;

import dev.tilab.support.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file of no content beside the index. It is there while something that was deleted for good may still be in the index's files, from
 * before the deletion until they are written anew, so that a kill between leaves no doubt.
 */
final class EraseMark {

    private final Path mark;
    private final Path index;
    private int deleting;
    private boolean due;

    /** @param mark null where the index is in memory */
    EraseMark(Path mark, Path index) {
        this.mark = mark;
        this.index = index;
    }

    /** Takes something out of the index's files. */
    @FunctionalInterface
    interface Forgetting {
        void run() throws IOException;
    }

    synchronized void make() {
        deleting++;
        try {
            if (mark != null && Files.exists(index) && !Files.exists(mark)) {
                Files.createFile(mark);
            }
        } catch (IOException e) {
            deleting--;
            throw StoreException.notWritable(e);
        }
    }

    synchronized void done() {
        deleting--;
        due = true;
    }

    synchronized boolean isDue() {
        return due;
    }

    synchronized boolean isThere() {
        return mark != null && Files.exists(mark);
    }

    /** The mark goes afterwards, unless somebody deletes something meanwhile. */
    void whileForgetting(Forgetting forgetting) throws IOException {
        synchronized (this) {
            due = false;
        }
        forgetting.run();
        synchronized (this) {
            if (mark != null && deleting == 0 && !due) {
                Files.deleteIfExists(mark);
            }
        }
    }
}
