package dev.tilab.journal.template;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Compares what was to be written with what is read back, and says which line is to blame. */
final class Clashes {
    /** Hashes of the deepest heading. */
    private static final int LOWEST = 6;

    private final List<FieldClash> found = new ArrayList<>();
    private final Set<DaySection> sections = EnumSet.noneOf(DaySection.class);
    private final DayFields wanted;
    private final DayFields read;
    private final Outline outline;

    private Clashes(DayFields wanted, DayFields read, Outline outline) {
        this.wanted = wanted;
        this.read = read;
        this.outline = outline;
        for (DaySection section : DaySection.values()) {
            compare(section);
        }
        if (found.isEmpty()) { // what was last in its list has been cut in two
            DaySection.lists()
                    .filter(section ->
                            wanted.rows(section).size() != read.rows(section).size())
                    .findFirst()
                    .ifPresent(section ->
                            add(section, new FieldClash(section.path(), 0, FieldClash.NOT_REPRESENTABLE, "")));
        }
    }

    /** @param outline of the document that was to say them */
    static List<FieldClash> between(DayFields wanted, DayFields read, Outline outline) {
        return List.copyOf(new Clashes(wanted, read, outline).found);
    }

    /** The sections in which the two differ. */
    static Set<DaySection> sections(DayFields wanted, DayFields read, Outline outline) {
        return new Clashes(wanted, read, outline).sections;
    }

    private void compare(DaySection section) {
        List<DayRow> others = read.rows(section);
        List<DayRow> rows = wanted.rows(section);
        for (int i = 0; i < rows.size(); i++) {
            for (DayField field : section.fields()) {
                String text = rows.get(i).text(field);
                if (i < others.size() ? !same(text, others.get(i).text(field)) : !text.isEmpty()) {
                    add(section, blame(field, field.path(i), text));
                }
            }
        }
    }

    private void add(DaySection section, FieldClash clash) {
        sections.add(section);
        found.add(clash);
    }

    private static boolean same(String wanted, String read) {
        return wanted.equals(read) || Tidy.withoutRules(wanted).equals(Tidy.withoutRules(read));
    }

    /** The first line that opens something where the field stands; where none surely does, the first that may. */
    private FieldClash blame(DayField what, String field, String text) {
        if (what == DayField.EXTRA_TITLE && !isExtra(text)) {
            return new FieldClash(field, 0, FieldClash.UNKNOWN_SECTION, text);
        }
        Lines lines = Lines.of(text);
        Blocks blocks = Blocks.of(lines);
        FieldClash doubtful = null;
        FieldClash placeholder = null;
        for (int i = 0; i < lines.size(); i++) {
            if (!blocks.readable(i)) {
                continue;
            }
            Heading above = i + 1 < lines.size() ? Underline.heading(lines, blocks, i) : null;
            Heading heading = above == null ? lines.folded(i).heading() : above;
            String code = code(what.section(), lines.folded(i), heading);
            FieldClash clash = code == null ? null : new FieldClash(field, i + 1, code, lines.content(i));
            if (clash != null && !code.equals(FieldClash.PLACEHOLDER)) {
                // Below code that is never closed what looks like a heading was meant as code.
                return blocks.unclosed() >= 0 && blocks.unclosed() < i ? unclosed(field, lines, blocks) : clash;
            }
            placeholder = placeholder == null ? clash : placeholder;
            String ends = doubtful == null && heading != null ? ends(what.section(), heading) : null;
            doubtful = ends == null ? doubtful : new FieldClash(field, i + 1, ends, lines.content(i));
        }
        if (doubtful != null) {
            return doubtful;
        }
        if (blocks.unclosed() >= 0) {
            return unclosed(field, lines, blocks);
        }
        return placeholder == null ? new FieldClash(field, 0, FieldClash.NOT_REPRESENTABLE, "") : placeholder;
    }

    private static FieldClash unclosed(String field, Lines lines, Blocks blocks) {
        return new FieldClash(
                field, blocks.unclosed() + 1, FieldClash.UNCLOSED_FENCE, lines.content(blocks.unclosed()));
    }

    private String code(DaySection section, Folded line, Heading heading) {
        if (line.isBlank()) {
            return null;
        }
        if (Placeholders.is(line) || Placeholders.isEmpty(line)) {
            return FieldClash.PLACEHOLDER;
        }
        Bullet bullet = heading == null ? Bullet.of(line) : null;
        int start = heading != null ? heading.start() : bullet != null ? bullet.end() : line.skipSpaces(0);
        int end = heading != null ? heading.end() : line.length();
        Label label = Label.of(line, start, end);
        // Without hashes a section's name is a word like any other, but in a diary whose sections have none.
        boolean named = heading != null || outline.plain && bullet == null;
        if (named && !outline.names.roles(label).isEmpty()) {
            return FieldClash.SECTION_HEADING;
        }
        if (opens(section, line, heading, bullet, label, start, end)) {
            return FieldClash.ITEM_START;
        }
        boolean common = heading != null
                && (outline.names.isExtra(label, true)
                        || !outline.names.commonly(label).isEmpty());
        return common && heading.level() <= level(section) ? FieldClash.COMMON_HEADING : null;
    }

    /** How high the sections stand of which the field is one; below it everyday words are words. */
    private int level(DaySection section) {
        return outline.parts.stream()
                .filter(part -> part.headed()
                        && part.level() > 0
                        && section
                                == (part.role() == null
                                        ? DaySection.EXTRAS
                                        : part.role().section()))
                .mapToInt(Outline.Part::level)
                .max()
                .orElse(LOWEST);
    }

    private boolean isExtra(String title) {
        Folded line = Folded.of(title);
        return outline.names.isExtra(Label.of(line, 0, line.length()), true);
    }

    /** Whether the line begins another item of the section that the field stands in; elsewhere the same words open nothing. */
    private static boolean opens(
            DaySection section, Folded line, Heading heading, Bullet bullet, Label label, int start, int end) {
        return switch (section) {
            case SCRUM -> ScrumKey.of(label) != null;
            case TOPICS -> {
                ItemLabel topic = ItemLabel.of(line, start, end, ItemLabel.TOPIC);
                yield topic != null && TopicReader.isTopic(topic, heading, bullet, line);
            }
            case EXTRAS -> heading != null && TopicReader.isTopic(line, heading);
            case CHALLENGES ->
                ItemLabel.of(line, start, end, ItemLabel.CHALLENGE) != null
                        || ItemLabel.of(line, start, end, ItemLabel.SOLUTION) != null;
            case RETROSPECTIVE, REFERENCES -> false;
        };
    }

    /** What any heading may do where the field stands, or null. */
    private String ends(DaySection section, Heading heading) {
        return switch (section) {
            case SCRUM -> FieldClash.ENDS_HERE;
            case EXTRAS -> heading.level() <= level(section) ? FieldClash.ENDS_HERE : null;
            case CHALLENGES -> FieldClash.ITEM_START;
            case TOPICS, RETROSPECTIVE, REFERENCES -> null;
        };
    }
}
