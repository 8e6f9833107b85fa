package dev.tilab.journal.template;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Reads a scrum block. A known key starts a value that goes on below it; text before the first key and goals
 * ({@code 학습 목표 1 : …}) are today's to-do when no key claims it; a line with an unknown key belongs to nobody and stays.
 */
final class ScrumReader {
    private final Lines lines;
    private final Blocks blocks;
    private final Outline.Part part;
    private final Map<ScrumKey, List<Place>> places = new EnumMap<>(ScrumKey.class);
    private final List<Integer> free = new ArrayList<>();
    private final List<Key> keys = new ArrayList<>();
    private int baseIndent = -1;

    /** A key and where what follows it on its line starts; a goal's words are part of its value. */
    private record Key(
            ScrumKey key, int line, int valueStart, boolean colon, Bullet bullet, boolean heading, boolean goal) {}

    ScrumReader(Outline outline, Outline.Part part) {
        this.lines = outline.lines;
        this.blocks = outline.blocks;
        this.part = part;
        read();
    }

    Map<ScrumKey, List<Place>> places() {
        return places;
    }

    /** Visible lines that belong to no key. */
    List<Integer> free() {
        return free;
    }

    /** The line of the first key that has this role, or -1: new keys follow its style. */
    int firstKeyLine() {
        return keys.stream()
                .filter(key -> !key.goal)
                .mapToInt(Key::line)
                .findFirst()
                .orElse(-1);
    }

    int heading() {
        return part.heading();
    }

    /** Whether the keys have a space before their colon; the template's first key often has no colon at all. */
    boolean spacedColon() {
        for (Key key : keys) {
            int colon = key.colon ? lines.folded(key.line).indexOf(':', 0) : -1;
            if (colon > 0) {
                return lines.folded(key.line).at(colon - 1) == ' ';
            }
        }
        return true;
    }

    private void read() {
        for (int i = part.heading() + 1; i < part.end(); i++) {
            Key key = blocks.readable(i) ? key(i) : null;
            if (key != null) {
                keys.add(key);
            }
        }
        boolean todoHasKey = keys.stream().anyMatch(key -> key.key == ScrumKey.TODO && !key.goal);
        boolean realKeys = keys.stream().anyMatch(key -> !key.goal);
        int from = part.heading() + 1;
        int firstKey = realKeys ? firstKeyLine() : part.end();
        if (!todoHasKey) {
            keys.removeIf(key -> key.line < firstKey);
            Place leading = Place.note(lines, part.inline(), from, firstKey, Place.Anchor.below(part.heading()));
            if (!leading.isEmpty()) {
                add(ScrumKey.TODO, leading);
            }
        } else {
            int first = keys.get(0).line;
            addFree(from, first);
        }
        for (int i = 0; i < keys.size(); i++) {
            int next = i + 1 < keys.size() ? keys.get(i + 1).line : part.end();
            i = value(i, next);
        }
    }

    private Key key(int index) {
        Folded line = lines.folded(index);
        if (line.isBlank()) {
            return null;
        }
        Heading heading = line.heading();
        Bullet bullet = heading == null ? Bullet.of(line) : null;
        int start = heading != null ? heading.start() : bullet != null ? bullet.end() : line.skipSpaces(0);
        int end = heading != null ? heading.end() : line.length();
        int indent = heading != null ? 0 : line.skipSpaces(0);
        if (baseIndent >= 0 && indent > baseIndent + 1) {
            return null;
        }
        Label label = Label.of(line, start, end);
        ScrumKey key = ScrumKey.of(label);
        boolean goal = key == null && ScrumKey.isGoal(Label.of(line, TaskReader.afterBox(line, start), end));
        if (key == null && !goal) {
            return null;
        }
        baseIndent = baseIndent < 0 ? indent : baseIndent;
        return new Key(
                goal ? ScrumKey.TODO : key, index, label.valueStart(), label.colon(), bullet, heading != null, goal);
    }

    /** Reads the value of a key; returns the index of the last key that it took with it (goals that follow each other). */
    private int value(int index, int next) {
        Key key = keys.get(index);
        if (key.goal) {
            return goals(index);
        }
        Folded line = lines.folded(key.line);
        int end = Heading.trimmedEnd(line, 0, line.length());
        int column = line.originalStart(key.valueStart);
        Row inline = key.valueStart < end ? new Row(key.line, column, line.originalEnd(end - 1)) : null;
        int last = valueEnd(key, inline != null, next);
        String content = lines.content(key.line);
        int anchorColumn = inline == null ? content.stripTrailing().length() : column;
        Place.Anchor anchor = new Place.Anchor(key.line, key.heading ? -1 : anchorColumn, key.colon ? " " : " : ");
        add(key.key, Place.item(lines, inline, key.line + 1, last, anchor, " ".repeat(indent(key))));
        addFree(last, next);
        return index;
    }

    private int goals(int index) {
        int last = index;
        while (last + 1 < keys.size() && keys.get(last + 1).goal) {
            last++;
        }
        int next = last + 1 < keys.size() ? keys.get(last + 1).line : part.end();
        int end = valueEnd(keys.get(last), true, next);
        int from = keys.get(index).line;
        add(ScrumKey.TODO, Place.note(lines, null, from, end, Place.Anchor.below(from - 1)));
        addFree(end, next);
        return last;
    }

    /**
     * Where a value ends. Behind a value on the key's own line only deeper or lazily continued lines go on; below an empty key
     * everything goes on that is not a bullet beside it; below a key without bullet or without colon such bullets go on, too.
     */
    private int valueEnd(Key key, boolean inline, int next) {
        if (key.heading) {
            return next;
        }
        boolean blankBefore = false;
        boolean first = true;
        for (int i = key.line + 1; i < next; i++) {
            Folded line = lines.folded(i);
            if (line.isBlank()) {
                blankBefore = true;
                continue;
            }
            if (blocks.fenced(i)) {
                first = false;
                continue;
            }
            int at = line.skipSpaces(0);
            boolean beside = at <= baseIndent + 1;
            boolean bullet = Bullet.of(line) != null;
            if (beside && (Bullet.isRule(line) || line.heading() != null)) {
                return i;
            }
            if (beside && bullet && first && !inline && !(key.bullet != null && key.colon)) {
                return next;
            }
            boolean ownKey =
                    key.bullet == null && Label.of(line, at, line.length()).colon();
            if (beside && (bullet || (inline && (blankBefore || ownKey)))) {
                return i;
            }
            first = false;
            blankBefore = false;
        }
        return next;
    }

    private int indent(Key key) {
        return key.bullet == null ? 2 : key.bullet.indent() + 2;
    }

    private void add(ScrumKey key, Place place) {
        places.computeIfAbsent(key, k -> new ArrayList<>()).add(place);
    }

    private void addFree(int from, int end) {
        for (int i = from; i < end; i++) {
            if (!lines.isBlank(i) && !Bullet.isRule(lines.folded(i))) {
                free.add(i);
            }
        }
    }
}
