package dev.tilab.journal.web;

import dev.tilab.journal.template.Notice;
import dev.tilab.journal.template.Property;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What of a day's page is the same for everybody who reads this version of it in one language.
 *
 * @param parts rendered, in the file's order; see {@link EntryPage}
 * @param notices the first few of what was noticed while reading the file
 */
record RenderedDay(
        LocalDate date,
        Optional<LocalDate> endDate,
        long version,
        Instant updatedAt,
        String dayNote,
        String title,
        List<Property> properties,
        int minutes,
        List<EntryPage.Part> parts,
        List<Notice> notices) {

    private static final int BYTES_PER_CHARACTER = 2;

    /** Room for the objects around the texts of one part, note or reference. */
    private static final int BYTES_PER_ITEM = 200;

    /** About how much memory it takes, rather too much than too little. */
    int bytes() {
        long bytes = BYTES_PER_ITEM + (long) BYTES_PER_CHARACTER * dayNote.length();
        bytes += bytes(title);
        for (Property property : properties) {
            bytes += bytes(property.name(), property.value());
        }
        for (EntryPage.Part part : parts) {
            bytes += bytes(part.title(), part.html());
            for (EntryPage.Note note : part.notes()) {
                bytes += bytes(note.html());
                for (TodoLine line : note.lines()) {
                    bytes += bytes(
                            line.html(), line.task() == null ? "" : line.task().words());
                }
            }
            for (EntryPage.ChallengeLine challenge : part.challenges()) {
                bytes += bytes(challenge.problem(), challenge.solution());
            }
            for (EntryPage.ReferenceLine reference : part.references()) {
                bytes += bytes(reference.title(), reference.href(), reference.host());
            }
        }
        for (Notice notice : notices) {
            bytes += bytes(notice.text());
        }
        return (int) Math.min(Integer.MAX_VALUE, bytes);
    }

    private static long bytes(String... texts) {
        long bytes = BYTES_PER_ITEM;
        for (String text : texts) {
            bytes += text == null ? 0 : (long) BYTES_PER_CHARACTER * text.length();
        }
        return bytes;
    }
}
