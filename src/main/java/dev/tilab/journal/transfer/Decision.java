package dev.tilab.journal.transfer;

import java.time.LocalDate;
import java.util.List;

/**
 * What the owner of a journal has decided about a file.
 *
 * @param name path of the file, as far as it tells the day
 * @param date the day; null where none was given
 * @param step {@code CREATE}, {@code REPLACE}, {@code ADD} or {@code SKIP}
 * @param seenDate the day of the entry that they had before them, or null
 * @param seen its version
 * @param files pictures and files that come with it
 */
public record Decision(
        String name, byte[] bytes, LocalDate date, Step step, LocalDate seenDate, long seen, List<AttachedFile> files) {

    /** As the file was proposed, and for a day that is taken as it was said for all of them. */
    public static Decision of(PlannedFile file, Step taken) {
        return new Decision(
                file.datePath(),
                file.bytes(),
                file.date(),
                file.isTaken() ? taken : file.step(),
                file.seen() == null ? null : file.date(),
                file.seen() == null ? 0 : file.seen(),
                file.files());
    }
}
