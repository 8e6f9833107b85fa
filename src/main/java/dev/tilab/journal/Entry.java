package dev.tilab.journal;

import dev.tilab.journal.template.DayFields;
import java.nio.charset.Charset;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * One day of the journal. Its bytes are the truth: dates, topics and everything else that has a column is read out of them each
 * time they are saved.
 */
public class Entry {

    /** Number of the entry, for addressing one of several entries of a day in the trash. */
    public long id() {
        throw new UnsupportedOperationException();
    }

    /** The day under which the entry is filed. The text may say another one, or none. */
    public LocalDate date() {
        throw new UnsupportedOperationException();
    }

    /** The last day, when the entry covers several. */
    public Optional<LocalDate> endDate() {
        throw new UnsupportedOperationException();
    }

    /** Counts the saves; a save names the version that it is based on. */
    public long version() {
        throw new UnsupportedOperationException();
    }

    /** The day as fields, with {@link #date()} as its date. */
    public DayFields fields() {
        throw new UnsupportedOperationException();
    }

    /** What follows the date in its line; may be empty. */
    public String dayNote() {
        throw new UnsupportedOperationException();
    }

    /** The file, exactly as it was brought in or as it was last saved. */
    public byte[] bytes() {
        throw new UnsupportedOperationException();
    }

    /** The file's text, without byte order mark. */
    public String text() {
        throw new UnsupportedOperationException();
    }

    /** How the text is encoded in the file. */
    public Charset charset() {
        throw new UnsupportedOperationException();
    }

    /** Name of the file that was brought in, without folders; empty for a day written here. */
    public Optional<String> fileName() {
        throw new UnsupportedOperationException();
    }

    /** When the entry was first saved. */
    public Instant createdAt() {
        throw new UnsupportedOperationException();
    }

    /** When the entry was last saved. */
    public Instant updatedAt() {
        throw new UnsupportedOperationException();
    }

    /** When the entry was put into the trash; empty while it is not there. */
    public Optional<Instant> deletedAt() {
        throw new UnsupportedOperationException();
    }
}
