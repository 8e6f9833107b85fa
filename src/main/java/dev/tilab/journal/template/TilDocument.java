package dev.tilab.journal.template;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A diary file: its text and what is read out of it. Immutable.
 *
 * <p>The text is never changed by reading, and {@link #with} changes only the lines of what differs. Reading takes time linear
 * in the length of the text, whatever the text.
 */
public final class TilDocument {
    private final Reading reading;

    private TilDocument(Reading reading) {
        this.reading = reading;
    }

    /** Reads a text (without byte order mark). Never fails: what fits no field stays text at its place. */
    public static TilDocument parse(String text) {
        return parse(text, OwnNames.NONE);
    }

    /** The same with further names for sections. */
    public static TilDocument parse(String text, OwnNames names) {
        return new TilDocument(new Reading(text, names));
    }

    /** The template for a new day, in Korean or (any other language) English, with nothing filled in but the date. */
    public static TilDocument blank(LocalDate date, Locale language) {
        return blank(date, language, OwnNames.NONE);
    }

    /** The same, read with further names for sections. */
    public static TilDocument blank(LocalDate date, Locale language, OwnNames names) {
        return parse(Template.blank(date, Locale.KOREAN.getLanguage().equals(language.getLanguage())), names);
    }

    public String text() {
        return reading.outline.lines.text();
    }

    /** The text as pieces: their texts, one after another, are {@link #text()}. */
    public List<Slice> slices() {
        return Slices.of(reading);
    }

    /** The day that the text speaks of, if it has a whole date. */
    public Optional<LocalDate> date() {
        return span().map(DateSpan::first);
    }

    /**
     * A day that the head of the text speaks of where it has no date line: when the page was made, as Notion says, or a date in its
     * title. Something to ask about, nothing to rely upon.
     */
    public Optional<LocalDate> guessedDate() {
        return Optional.ofNullable(DateLine.guess(reading.outline)).map(DateSpan::first);
    }

    /** The last day, when the date line names several. */
    public Optional<LocalDate> endDate() {
        return span().filter(span -> !span.last().equals(span.first())).map(DateSpan::last);
    }

    /** What stands behind the date in its line; empty when nothing does. */
    public String dayNote() {
        return reading.outline.date == null ? "" : reading.outline.date.note();
    }

    /** What the head says about itself: Notion's properties, a blog's front matter. */
    public List<Property> properties() {
        return Property.of(reading.outline);
    }

    /** The title that the day has of its own, empty where it has none or only the template's. */
    public String title() {
        Outline outline = reading.outline;
        if (outline.title >= 0) {
            Folded line = outline.lines.folded(outline.title);
            Heading heading = line.heading();
            int start = heading == null ? line.skipSpaces(0) : heading.start();
            int end = heading == null ? Heading.trimmedEnd(line, 0, line.length()) : heading.end();
            boolean own = start < end && !Role.isTitle(Label.of(line, start, end));
            if (own) {
                return outline.lines
                        .content(outline.title)
                        .substring(line.originalStart(start), line.originalEnd(end - 1));
            }
        }
        return properties().stream()
                .filter(property -> property.name().equalsIgnoreCase("title"))
                .map(Property::value)
                .findFirst()
                .orElse("");
    }

    /** The fields as they are read; the date is null when the text has none. */
    public DayFields fields() {
        return reading.fields;
    }

    /**
     * The document with these fields: only lines of what differs are changed, and equal fields give this document. A date is
     * rewritten where the text has one; without one it lives outside the text and no line is added. Items are recognised by
     * their origin. Ask {@link #clashes} first whether the fields can be read back as they are.
     */
    public TilDocument with(DayFields edited) {
        return written(whole(edited));
    }

    /** What is to be done on the day. */
    public Tasks todo() {
        return Tasks.of(fields().text(DayField.TODO));
    }

    /**
     * The document with a task of {@link #todo} ticked or opened again; nothing but its box is changed. One that has no box gets it
     * when it is ticked. This very document where the task says so already.
     */
    public TilDocument ticked(Task task, boolean done) {
        if (task.done() == done) {
            return this;
        }
        Draft draft = new Draft(reading.outline.lines);
        Tasks.tick(draft, reading.scrum.get(ScrumKey.TODO), task, done);
        return parse(draft.text(), reading.outline.names);
    }

    /**
     * What of these fields would be read back otherwise than it was typed; empty when {@link #with} keeps them all. Line ends,
     * blank lines around a text and rules at its end do not count.
     */
    public List<FieldClash> clashes(DayFields edited) {
        DayFields next = whole(edited);
        return Clashes.between(next, written(next).fields(), reading.outline);
    }

    /** What the writer may want to know, in the order of the lines. */
    public List<Notice> notices() {
        return Notices.of(reading);
    }

    /** Sections that are none of the template's, and text of the template's that fits no field, in order. */
    public List<Section> extras() {
        return Extras.of(reading);
    }

    /** Text that fits no field, under the headings of its sections, in order. */
    public List<Section> leftOver() {
        return Extras.leftOver(reading);
    }

    /** Whether this is a page of links to entries rather than an entry. */
    public boolean looksLikeIndexPage() {
        return IndexPage.is(reading.outline);
    }

    private DayFields whole(DayFields edited) {
        DayFields tidy = Tidy.fields(edited);
        return tidy.with(
                DaySection.EXTRAS, ExtraWriter.whole(tidy.rows(DaySection.EXTRAS), fields().rows(DaySection.EXTRAS)));
    }

    private Optional<DateSpan> span() {
        return Optional.ofNullable(reading.outline.date).map(DateLine::span);
    }

    /** Writes with as few changes as possible; what is then misread is written once more in a form that is not. */
    private TilDocument written(DayFields next) {
        TilDocument plain = changed(next, EnumSet.noneOf(DaySection.class));
        Set<DaySection> misread = Clashes.sections(next, plain.fields(), reading.outline);
        if (misread.isEmpty()) {
            return plain;
        }
        TilDocument base = misread.contains(DaySection.TOPICS) ? withExplicitTopics() : this;
        TilDocument safe = base.changed(next, misread);
        return Clashes.sections(next, safe.fields(), reading.outline).isEmpty() ? safe : plain;
    }

    private TilDocument changed(DayFields next, Set<DaySection> safe) {
        String text = new Writer(reading).write(next, safe);
        return text.equals(text()) ? this : parse(text, reading.outline.names);
    }

    private TilDocument withExplicitTopics() {
        Draft draft = new Draft(reading.outline.lines);
        TopicWriter.makeExplicit(draft, reading);
        TilDocument explicit = parse(draft.text(), reading.outline.names);
        return explicit.fields().equals(fields()) ? explicit : this;
    }
}
