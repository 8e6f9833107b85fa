package dev.tilab.journal.template;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A diary file: its text and what is read out of it. Immutable.
 *
 * <p>The text is never changed by reading. {@link #with} changes only the lines of what differs.
 */
public final class TilDocument {
    private final String text;

    private TilDocument(String text) {
        this.text = text;
    }

    /** Reads a text (without byte order mark). Never fails: what fits no field stays text at its place. */
    public static TilDocument parse(String text) {
        return new TilDocument(text);
    }

    /** The template for a new day, in Korean or (any other language) English, with nothing filled in but the date. */
    public static TilDocument blank(LocalDate date, Locale language) {
        return parse("# TIL Template\n\n## 날짜: " + date + "\n");
    }

    public String text() {
        return text;
    }

    /** The text as pieces: their texts, one after another, are {@link #text()}. */
    public List<Slice> slices() {
        return text.isEmpty() ? List.of() : List.of(new Slice(Slice.Kind.PREAMBLE, 0, text.length(), text));
    }

    /** The day that the text speaks of, if it has a whole date. */
    public Optional<LocalDate> date() {
        return Optional.empty();
    }

    /** The last day, when the date line names several. */
    public Optional<LocalDate> endDate() {
        return Optional.empty();
    }

    /** What stands behind the date in its line; empty when nothing does. */
    public String dayNote() {
        return "";
    }

    /** The fields as they are read; the date is null when the text has none. */
    public DayFields fields() {
        List<DayFields.Topic> topics = text.isBlank() ? List.of() : List.of(new DayFields.Topic(0, "", text.strip()));
        return new DayFields(null, DayFields.Scrum.EMPTY, topics, List.of(), "", List.of());
    }

    /**
     * The document with these fields: only lines of what differs are changed, and equal fields give this document. A date is
     * rewritten where the text has one; without one it lives outside the text and no line is added. Items are recognised by
     * their origin. Ask {@link #clashes} first whether the fields can be read back as they are.
     */
    public TilDocument with(DayFields edited) {
        return this;
    }

    /** What of these fields would be read back otherwise than it was typed; empty when {@link #with} keeps them all. */
    public List<FieldClash> clashes(DayFields edited) {
        return List.of();
    }

    /** What the writer may want to know, in the order of the lines. */
    public List<Notice> notices() {
        return List.of();
    }

    /** Text that fits no field, in order. */
    public List<Section> extras() {
        return List.of();
    }

    /** Whether this is a page of links to entries rather than an entry. */
    public boolean looksLikeIndexPage() {
        return false;
    }
}
