package dev.tilab.journal.template;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Finds the tasks of a note: its list items that say something, with a box or without, and lines of text that belong to no item.
 * A line that ends in a colon introduces what stands below it; quotes, tables, headings and code are no tasks.
 */
final class TaskReader {

    private static final int TAB = 4;

    private final Lines lines;
    private final Blocks blocks;
    private final List<Task> tasks = new ArrayList<>();
    private final Deque<Integer> above = new ArrayDeque<>();
    private int indentOfLast = -1;
    private boolean blankBefore;

    private TaskReader(String note) {
        lines = Lines.of(note);
        blocks = Blocks.of(lines);
    }

    static List<Task> tasks(String note) {
        TaskReader reader = new TaskReader(note);
        for (int i = 0; i < reader.lines.size(); i++) {
            reader.read(i);
        }
        return List.copyOf(reader.tasks);
    }

    /** Whether a box stands there with words behind it, as GitHub has it: {@code [ ] words}, {@code [x] words}. */
    static boolean isBox(Folded line, int at) {
        return line.at(at) == '['
                && (line.at(at + 1) == ' ' || line.at(at + 1) == 'x')
                && line.at(at + 2) == ']'
                && line.at(at + 3) == ' '
                && line.skipSpaces(at + 3) < line.length();
    }

    /** Where the words start that stand behind a box, if there is one. */
    static int afterBox(Folded line, int at) {
        return isBox(line, at) ? line.skipSpaces(at + 3) : at;
    }

    private void read(int i) {
        Folded line = lines.folded(i);
        if (line.isBlank()) {
            blankBefore = true;
            return;
        }
        int indent = indent(lines.content(i));
        Bullet bullet = Bullet.of(line);
        boolean task = blocks.readable(i) && !Placeholders.isEmpty(line) && !isMatter(line, bullet);
        if (task && (bullet != null || !goesOn(indent))) {
            add(i, line, bullet, indent);
        } else if (indentOfLast >= 0 && (bullet != null || !blocks.readable(i) || goesOn(indent))) {
            tasks.add(tasks.remove(tasks.size() - 1).endingAt(i + 1));
        } else {
            indentOfLast = -1;
        }
        blankBefore = false;
    }

    /** Whether a line of text belongs to the task before it: to an item as in Markdown, to a line of text where it is deeper. */
    private boolean goesOn(int indent) {
        if (indentOfLast < 0) {
            return false;
        }
        boolean item = !tasks.get(tasks.size() - 1).marker().isEmpty();
        return indent > indentOfLast || item && !blankBefore;
    }

    /** Whether the line is something else than words: a heading, rule, quote, table, fence, or what introduces a list. */
    private static boolean isMatter(Folded line, Bullet bullet) {
        int start = line.skipSpaces(0);
        boolean fence = line.startsWith("```", start) || line.startsWith("~~~", start);
        boolean boxed = bullet != null && isBox(line, bullet.end());
        boolean introduces = !boxed && line.at(Heading.trimmedEnd(line, start, line.length()) - 1) == ':';
        return fence
                || introduces
                || line.heading() != null
                || Bullet.isRule(line)
                || "|><".indexOf(line.at(start)) >= 0;
    }

    private void add(int i, Folded line, Bullet bullet, int indent) {
        int start = line.skipSpaces(0);
        int words = bullet == null ? start : bullet.end();
        boolean boxed = isBox(line, words);
        int from = line.originalStart(afterBox(line, words));
        String content = lines.content(i);
        String marker = bullet == null
                ? ""
                : Folded.trimmed(content.substring(line.originalStart(start), line.originalStart(words)));
        while (!above.isEmpty() && above.peek() + 1 >= indent) {
            above.pop();
        }
        tasks.add(new Task(
                tasks.size(),
                i,
                i + 1,
                above.size(),
                marker,
                line.originalStart(words),
                boxed,
                boxed && line.at(words + 1) == 'x',
                Folded.trimmed(content.substring(from))));
        if (bullet == null) {
            above.clear();
        } else {
            above.push(indent);
        }
        indentOfLast = indent;
    }

    private static int indent(String content) {
        int columns = 0;
        for (int i = 0;
                i < content.length() && Folded.of(content.substring(i, i + 1)).isBlank();
                i++) {
            columns += content.charAt(i) == '\t' ? TAB - columns % TAB : 1;
        }
        return columns;
    }
}
