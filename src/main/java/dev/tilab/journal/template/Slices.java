package dev.tilab.journal.template;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Cuts a text into its pieces, line by line. */
final class Slices {

    static List<Slice> of(Reading reading) {
        Outline outline = reading.outline;
        Lines lines = outline.lines;
        List<Slice> slices = new ArrayList<>();
        int head = outline.headEnd();
        int from = 0;
        for (int i = 1; i <= head; i++) {
            boolean goesOn = i < head && (lines.isBlank(i) || headKind(outline, i) == headKind(outline, from));
            if (!goesOn) {
                add(slices, lines, headKind(outline, from), from, i);
                from = i;
            }
        }
        Iterator<Container<Item.Topic>> learned = reading.topics.stream()
                .filter(container -> container.style() != null)
                .iterator(); // in the order of their sections
        for (Outline.Part part : outline.parts) {
            if (part.headed()) {
                add(slices, lines, Slice.Kind.HEADING, part.first(), part.heading() + 1);
            }
            int start = part.heading() + 1;
            if (part.role() == Role.LEARNED) {
                start = topics(lines, learned.next(), slices);
            }
            add(slices, lines, kind(part.role()), start, part.end());
        }
        return List.copyOf(slices);
    }

    /** One slice for each topic, and one for blank lines before the first; returns where the rest starts. */
    private static int topics(Lines lines, Container<Item.Topic> container, List<Slice> slices) {
        int at = container.anchor() + 1;
        for (Item.Topic topic : container.items()) {
            add(slices, lines, Slice.Kind.TOPIC, at, topic.from);
            add(slices, lines, Slice.Kind.TOPIC, Math.max(at, topic.from), topic.end);
            at = Math.max(at, topic.end);
        }
        return at;
    }

    private static Slice.Kind headKind(Outline outline, int line) {
        if (line == outline.title) {
            return Slice.Kind.TITLE;
        }
        if (outline.date != null && outline.date.line() == line) {
            return Slice.Kind.DATE;
        }
        if (!outline.property[line] && outline.ofHead(line)) {
            return headKind(outline, line - 1);
        }
        return outline.property[line] ? Slice.Kind.PROPERTY : Slice.Kind.PREAMBLE;
    }

    private static Slice.Kind kind(Role role) {
        if (role == null) {
            return Slice.Kind.EXTRA;
        }
        return switch (role) {
            case SCRUM -> Slice.Kind.SCRUM;
            case LEARNED -> Slice.Kind.TOPIC;
            case CHALLENGES -> Slice.Kind.CHALLENGES;
            case RETROSPECTIVE -> Slice.Kind.RETROSPECTIVE;
            case REFERENCES -> Slice.Kind.REFERENCES;
        };
    }

    private static void add(List<Slice> slices, Lines lines, Slice.Kind kind, int from, int to) {
        int start = lines.start(from);
        int end = lines.start(to);
        if (from < to && start < end) {
            slices.add(new Slice(kind, start, end, lines.text().substring(start, end)));
        }
    }

    private Slices() {}
}
