package dev.tilab.journal.template;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Compares what was to be written with what is read back, and says which line is to blame. */
final class Clashes {
    private final List<FieldClash> found = new ArrayList<>();
    private final DayFields wanted;
    private final DayFields read;
    private final Outline outline;

    private Clashes(DayFields wanted, DayFields read, Outline outline) {
        this.wanted = wanted;
        this.read = read;
        this.outline = outline;
    }

    /** @param outline of the document that was to say them */
    static List<FieldClash> between(DayFields wanted, DayFields read, Outline outline) {
        return new Clashes(wanted, read, outline).all();
    }

    /** The parts of the template in which the two differ. */
    static Set<Role> roles(DayFields wanted, DayFields read, Outline outline) {
        Set<Role> roles = new LinkedHashSet<>();
        for (FieldClash clash : between(wanted, read, outline)) {
            String field = clash.field();
            roles.add(
                    field.startsWith("scrum")
                            ? Role.SCRUM
                            : field.startsWith("topics")
                                    ? Role.LEARNED
                                    : field.startsWith("challenges")
                                            ? Role.CHALLENGES
                                            : field.startsWith("retro") ? Role.RETROSPECTIVE : Role.REFERENCES);
        }
        return roles;
    }

    private List<FieldClash> all() {
        compare("scrum.todo", wanted.scrum().todo(), read.scrum().todo());
        compare("scrum.specialNotes", wanted.scrum().specialNotes(), read.scrum().specialNotes());
        compare("scrum.yesterdayTodo", wanted.scrum().yesterdayTodo(), read.scrum().yesterdayTodo());
        compare(
                "scrum.yesterdayRetrospective",
                wanted.scrum().yesterdayRetrospective(),
                read.scrum().yesterdayRetrospective());
        for (int i = 0; i < wanted.topics().size(); i++) {
            DayFields.Topic topic = wanted.topics().get(i);
            boolean there = i < read.topics().size();
            compare("topics[" + i + "].title", topic.title(), there ? read.topics().get(i).title() : null);
            compare("topics[" + i + "].body", topic.body(), there ? read.topics().get(i).body() : null);
        }
        for (int i = 0; i < wanted.challenges().size(); i++) {
            DayFields.Challenge challenge = wanted.challenges().get(i);
            DayFields.Challenge other = i < read.challenges().size() ? read.challenges().get(i) : null;
            compare("challenges[" + i + "].problem", challenge.problem(), other == null ? null : other.problem());
            compare("challenges[" + i + "].solution", challenge.solution(), other == null ? null : other.solution());
        }
        compare("retrospective", wanted.retrospective(), read.retrospective());
        for (int i = 0; i < wanted.references().size(); i++) {
            DayFields.Reference reference = wanted.references().get(i);
            DayFields.Reference other = i < read.references().size() ? read.references().get(i) : null;
            compare("references[" + i + "].title", reference.title(), other == null ? null : other.title());
            compare("references[" + i + "].url", reference.url(), other == null ? null : other.url());
        }
        boolean sizes = wanted.topics().size() == read.topics().size()
                && wanted.challenges().size() == read.challenges().size()
                && wanted.references().size() == read.references().size();
        if (found.isEmpty() && !sizes) { // what was last in its list has been cut in two
            found.add(new FieldClash(
                    wanted.topics().size() != read.topics().size()
                            ? "topics"
                            : wanted.challenges().size() != read.challenges().size() ? "challenges" : "references",
                    0,
                    FieldClash.NOT_REPRESENTABLE,
                    ""));
        }
        return found;
    }

    private void compare(String field, String wantedText, String readText) {
        if (readText == null ? !wantedText.isEmpty() : !Tidy.withoutRules(wantedText).equals(Tidy.withoutRules(readText))) {
            found.add(blame(field, wantedText));
        }
    }

    /** The first line that opens something where the field stands; where none surely does, the first that may. */
    private FieldClash blame(String field, String text) {
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
            String code = code(field, lines.folded(i), heading);
            FieldClash clash = code == null ? null : new FieldClash(field, i + 1, code, lines.content(i));
            if (clash != null && !code.equals(FieldClash.PLACEHOLDER)) {
                // Below code that is never closed what looks like a heading was meant as code.
                return blocks.unclosed() >= 0 && blocks.unclosed() < i ? unclosed(field, lines, blocks) : clash;
            }
            placeholder = placeholder == null ? clash : placeholder;
            if (doubtful == null && heading != null && mayEnd(field, lines.folded(i), heading)) {
                doubtful = new FieldClash(field, i + 1, FieldClash.ITEM_START, lines.content(i));
            }
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
        return new FieldClash(field, blocks.unclosed() + 1, FieldClash.UNCLOSED_FENCE, lines.content(blocks.unclosed()));
    }

    private String code(String field, Folded line, Heading heading) {
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
        if (named && !Role.of(label).isEmpty() || heading != null && Role.isExtra(label, true)) {
            return FieldClash.SECTION_HEADING;
        }
        return opens(field, line, heading, bullet, label, start, end) ? FieldClash.ITEM_START : null;
    }

    /** Whether the line begins another item of the section that the field stands in; elsewhere the same words open nothing. */
    private static boolean opens(
            String field, Folded line, Heading heading, Bullet bullet, Label label, int start, int end) {
        if (field.startsWith("scrum")) {
            return ScrumKey.of(label) != null;
        }
        if (field.startsWith("topics")) {
            ItemLabel topic = ItemLabel.of(line, start, end, ItemLabel.TOPIC);
            return topic != null && TopicReader.isTopic(topic, heading, bullet, line);
        }
        return field.startsWith("challenges")
                && (ItemLabel.of(line, start, end, ItemLabel.CHALLENGE) != null
                        || ItemLabel.of(line, start, end, ItemLabel.SOLUTION) != null);
    }

    /** A heading in everyday words, where it stands high enough, and in the scrum any heading. */
    private static boolean mayEnd(String field, Folded line, Heading heading) {
        return field.startsWith("scrum") || !Role.commonly(Label.of(line, heading.start(), heading.end())).isEmpty();
    }
}
