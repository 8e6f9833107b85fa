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

    private Clashes(DayFields wanted, DayFields read) {
        this.wanted = wanted;
        this.read = read;
    }

    static List<FieldClash> between(DayFields wanted, DayFields read) {
        return new Clashes(wanted, read).all();
    }

    /** The parts of the template in which the two differ. */
    static Set<Role> roles(DayFields wanted, DayFields read) {
        Set<Role> roles = new LinkedHashSet<>();
        for (FieldClash clash : between(wanted, read)) {
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

    private static FieldClash blame(String field, String text) {
        Lines lines = Lines.of(text);
        Blocks blocks = Blocks.of(lines);
        for (int i = 0; i < lines.size(); i++) {
            String code = blocks.readable(i) ? code(lines.folded(i)) : null;
            if (code != null) {
                return new FieldClash(field, i + 1, code, lines.content(i));
            }
        }
        int unclosed = blocks.unclosed();
        return unclosed >= 0
                ? new FieldClash(field, unclosed + 1, FieldClash.UNCLOSED_FENCE, lines.content(unclosed))
                : new FieldClash(field, 0, FieldClash.NOT_REPRESENTABLE, "");
    }

    private static String code(Folded line) {
        if (line.isBlank()) {
            return null;
        }
        if (Placeholders.is(line) || Placeholders.isEmpty(line)) {
            return FieldClash.PLACEHOLDER;
        }
        Heading heading = line.heading();
        Bullet bullet = heading == null ? Bullet.of(line) : null;
        int start = heading != null ? heading.start() : bullet != null ? bullet.end() : line.skipSpaces(0);
        int end = heading != null ? heading.end() : line.length();
        Label label = Label.of(line, start, end);
        if (!Role.of(label).isEmpty() || (heading != null && Role.isExtra(label, true))) {
            return FieldClash.SECTION_HEADING;
        }
        boolean item = ScrumKey.of(label) != null
                || ItemLabel.of(line, start, end, ItemLabel.TOPIC) != null
                || ItemLabel.of(line, start, end, ItemLabel.CHALLENGE) != null
                || ItemLabel.of(line, start, end, ItemLabel.SOLUTION) != null;
        return item ? FieldClash.ITEM_START : null;
    }
}
