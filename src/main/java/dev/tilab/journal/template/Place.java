package dev.tilab.journal.template;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Where a value stands: its lines, and where lines would be put if it had none. A change of the value replaces the lines that
 * differ and leaves the others alone.
 */
final class Place {
    private final List<Row> rows;
    private final List<String> texts;
    private final boolean inline;
    private final String value;
    private final Anchor anchor;
    private final String indent;
    private final String safeIndent;
    private final UnaryOperator<String> tidy;

    /**
     * Where a value without lines is put.
     *
     * @param line line of the key or heading
     * @param column where a value on the same line starts, or -1 when it goes on lines of its own
     * @param glue what is put between the key and the value on the same line
     */
    record Anchor(int line, int column, String glue) {
        static Anchor below(int line) {
            return new Anchor(line, -1, "");
        }
    }

    private Place(
            List<Row> rows,
            List<String> texts,
            boolean inline,
            Anchor anchor,
            String indent,
            String safeIndent,
            UnaryOperator<String> tidy) {
        this.rows = rows;
        this.texts = texts;
        this.inline = inline;
        this.anchor = anchor;
        this.indent = indent;
        this.safeIndent = safeIndent;
        this.tidy = tidy;
        this.value = Placeholders.only(texts) ? "" : tidy.apply(String.join("\n", texts));
    }

    /** Markdown as it stands in the lines {@code [from, end)}, blank lines around it and rules behind it left out. */
    static Place body(Lines lines, Row inline, int from, int end, Anchor anchor) {
        return body(lines, inline, from, end, anchor, Tidy::text);
    }

    /** A note without a key, as it stands in the lines {@code [from, end)}. */
    static Place note(Lines lines, Row inline, int from, int end, Anchor anchor) {
        return body(lines, inline, from, end, anchor, Tidy::note);
    }

    private static Place body(Lines lines, Row inline, int from, int end, Anchor anchor, UnaryOperator<String> tidy) {
        List<Row> rows = new ArrayList<>();
        if (inline != null) {
            rows.add(inline);
        }
        int last = lastVisible(lines, from, end);
        int first = from;
        while (inline == null && first < last && lines.isBlank(first)) {
            first++;
        }
        for (int i = first; i < last; i++) {
            rows.add(new Row(i, 0, lines.content(i).length()));
        }
        return new Place(rows, texts(lines, rows), inline != null, anchor, "", "", tidy);
    }

    /** A value that begins on the line of its key, or below it: the indent that its further lines share is not part of it. */
    static Place item(Lines lines, Row inline, int from, int end, Anchor anchor, String indent) {
        List<Row> rows = new ArrayList<>();
        if (inline != null) {
            rows.add(inline);
        }
        int last = lastVisible(lines, from, end);
        int first = from;
        while (inline == null && first < last && lines.isBlank(first)) {
            first++;
        }
        String shared = sharedIndent(lines, first, last);
        for (int i = first; i < last; i++) {
            String content = lines.content(i);
            boolean blank = lines.isBlank(i);
            int start = blank ? content.length() : shared.length();
            rows.add(new Row(i, start, Math.max(start, content.stripTrailing().length())));
        }
        return new Place(
                rows, texts(lines, rows), inline != null, anchor, shared == null ? indent : shared, indent, Tidy::note);
    }

    /** A value that is a part of one line. */
    static Place inline(Lines lines, Row row, Anchor anchor) {
        List<Row> rows = row == null ? List.of() : List.of(row);
        return new Place(rows, texts(lines, rows), row != null, anchor, "", "", Tidy::line);
    }

    String value() {
        return value;
    }

    boolean isEmpty() {
        return value.isEmpty();
    }

    Anchor anchor() {
        return anchor;
    }

    /** Where the value stands on its key's line, or null. */
    Row row() {
        return inline ? rows.get(0) : null;
    }

    /** Where one line of the value stands. */
    Row at(int valueLine) {
        int first = 0;
        while (Folded.of(texts.get(first)).isBlank()) {
            first++; // blank lines before a value are no part of it
        }
        Row row = rows.get(first + valueLine);
        String line = value.split("\n", -1)[valueLine];
        int from = row.from() + texts.get(first + valueLine).indexOf(line);
        return new Row(row.line(), from, from + line.length());
    }

    /** The last line that the value or its key stands on. */
    int lastLine() {
        return rows.isEmpty()
                ? anchor.line
                : Math.max(anchor.line, rows.get(rows.size() - 1).line());
    }

    /** Changes the value; its lines that stay the same are not touched. */
    void write(String next, Draft draft) {
        if (next.equals(value)) {
            return;
        }
        List<String> wanted = next.isEmpty() ? List.of() : List.of(next.split("\n", -1));
        if (rows.isEmpty()) {
            insert(wanted, draft, indent);
        } else if (inline && wanted.size() > 1 && startsWithBullet(wanted.get(0))) {
            rewrite(next, draft);
        } else {
            replace(wanted, draft);
        }
    }

    /** Gives a place without a value one that stands on lines of its own, below the key. */
    void writeBelow(String next, Draft draft) {
        for (int i = 0; i < rows.size(); i++) {
            remove(i, draft);
        }
        draft.insertAfter(anchor.line, indented(List.of(next.split("\n", -1)), indent));
    }

    /** Writes the whole value anew, every line below the key behind an indent of its own: safe, but touches all its lines. */
    void rewrite(String next, Draft draft) {
        if (next.equals(value)) {
            return;
        }
        for (int i = 0; i < rows.size(); i++) {
            remove(i, draft);
        }
        List<String> wanted = next.isEmpty() ? List.of() : List.of(next.split("\n", -1));
        boolean below = wanted.size() > 1 && startsWithBullet(wanted.get(0));
        if (inline && !below && !wanted.isEmpty()) {
            Row row = rows.get(0);
            draft.patch(row.line(), row.from(), row.from(), wanted.get(0));
            draft.insertAfter(row.line(), indented(wanted.subList(1, wanted.size()), safeIndent));
        } else {
            insert(wanted, draft, safeIndent);
        }
    }

    private void replace(List<String> wanted, Draft draft) {
        int shorter = Math.min(texts.size(), wanted.size());
        int head = 0;
        while (head < shorter && same(texts.get(head), wanted.get(head))) {
            head++;
        }
        int tail = 0;
        int limit = shorter - Math.max(head, inline ? 1 : 0); // nothing can be put before a value on the key's own line
        while (tail < limit && same(texts.get(texts.size() - 1 - tail), wanted.get(wanted.size() - 1 - tail))) {
            tail++;
        }
        int oldEnd = texts.size() - tail;
        int newEnd = wanted.size() - tail;
        int both = Math.min(oldEnd, newEnd);
        for (int i = head; i < both; i++) {
            Row row = rows.get(i);
            boolean wasBlank = texts.get(i).isEmpty() && !(inline && i == 0);
            draft.patch(
                    row.line(),
                    wasBlank ? 0 : row.from(),
                    row.to(),
                    wasBlank ? line(wanted.get(i), indent) : wanted.get(i));
        }
        for (int i = both; i < oldEnd; i++) {
            remove(i, draft);
        }
        if (both < newEnd) {
            int after = both > 0 ? rows.get(both - 1).line() : rows.get(0).line() - 1;
            draft.insertAfter(after, indented(wanted.subList(both, newEnd), indent));
        }
    }

    /** Spaces at the end of a line of a note are not read, so nobody who edits another line takes them away. */
    private boolean same(String text, String wanted) {
        return text.equals(wanted)
                || text.startsWith(wanted) && tidy.apply(text + "\n.").equals(tidy.apply(wanted + "\n."));
    }

    private void insert(List<String> wanted, Draft draft, String newIndent) {
        if (wanted.isEmpty()) {
            return;
        }
        boolean fits = anchor.column >= 0 && !(wanted.size() > 1 && startsWithBullet(wanted.get(0)));
        if (fits && (rows.isEmpty() || !inline)) {
            String content = draft.lines().content(anchor.line);
            draft.patch(anchor.line, anchor.column, content.length(), anchor.glue + wanted.get(0));
            draft.insertAfter(anchor.line, indented(wanted.subList(1, wanted.size()), newIndent));
            return;
        }
        List<String> added = new ArrayList<>(indented(wanted, newIndent));
        int next = anchor.line + 1;
        boolean keepsApart = anchor.column < 0
                && next < draft.lines().size()
                && !draft.lines().isBlank(next)
                && rows.isEmpty();
        if (keepsApart) {
            added.add("");
        }
        draft.insertAfter(anchor.line, added);
    }

    private void remove(int index, Draft draft) {
        Row row = rows.get(index);
        if (inline && index == 0) {
            draft.patch(row.line(), row.from(), row.to(), "");
        } else {
            draft.delete(row.line());
        }
    }

    private static List<String> indented(List<String> texts, String indent) {
        return texts.stream().map(text -> line(text, indent)).toList();
    }

    private static String line(String text, String indent) {
        return text.isEmpty() ? "" : indent + text;
    }

    private static boolean startsWithBullet(String text) {
        return Bullet.of(Folded.of(text)) != null;
    }

    private static List<String> texts(Lines lines, List<Row> rows) {
        return rows.stream()
                .map(row -> lines.content(row.line()).substring(row.from(), row.to()))
                .toList();
    }

    /** The line after the last one that is neither blank nor a rule. */
    static int lastVisible(Lines lines, int from, int end) {
        int last = end;
        while (last > from && (lines.isBlank(last - 1) || Bullet.isRule(lines.folded(last - 1)))) {
            last--;
        }
        return last;
    }

    /** The white space that every visible line starts with; null when there is none. */
    private static String sharedIndent(Lines lines, int from, int end) {
        String shared = null;
        for (int i = from; i < end; i++) {
            if (lines.isBlank(i)) {
                continue;
            }
            String content = lines.content(i);
            int length = 0;
            int limit = shared == null ? content.length() : Math.min(shared.length(), content.length());
            while (length < limit
                    && Character.isWhitespace(content.charAt(length))
                    && (shared == null || shared.charAt(length) == content.charAt(length))) {
                length++;
            }
            shared = content.substring(0, length);
        }
        return shared;
    }
}
