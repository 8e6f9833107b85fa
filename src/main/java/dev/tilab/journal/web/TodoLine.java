package dev.tilab.journal.web;

import dev.tilab.journal.template.Task;
import dev.tilab.journal.template.Tasks;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BinaryOperator;

/**
 * A part of a note that is shown with its boxes: a task, or what stands between tasks.
 *
 * @param task null for text that is no task
 * @param html rendered and sanitised
 */
record TodoLine(Task task, String html) {

    /** So many tasks have a box; what is beyond them is shown as text. */
    private static final int MOST = EntryPages.ITEMS;

    /** Deeper ones stand no further in. */
    private static final int DEEPEST = 4;

    /**
     * The note line by line; all its words are in it.
     *
     * @param render makes HTML of Markdown and of what its anchors begin with
     */
    static List<TodoLine> of(String note, BinaryOperator<String> render) {
        List<String> lines = Arrays.asList(note.split("\n", -1));
        List<TodoLine> shown = new ArrayList<>();
        int at = 0;
        for (Task task : Tasks.of(note).all()) {
            if (shown.size() >= MOST) {
                break;
            }
            addText(shown, lines.subList(at, task.line()), render);
            String below = String.join("\n", lines.subList(task.line() + 1, task.end()))
                    .stripIndent();
            String words = below.isBlank() ? task.words() : task.words() + "\n" + below;
            shown.add(new TodoLine(task, render.apply(words, (shown.size() + 1) + "-")));
            at = task.end();
        }
        addText(shown, lines.subList(at, lines.size()), render);
        return shown;
    }

    private static void addText(List<TodoLine> shown, List<String> lines, BinaryOperator<String> render) {
        String text = String.join("\n", lines);
        if (!text.isBlank()) {
            shown.add(new TodoLine(null, render.apply(text, (shown.size() + 1) + "-")));
        }
    }

    public int depth() {
        return task == null ? 0 : Math.min(DEEPEST, task.depth());
    }

    /** The number of an item in a numbered list; other marks are told by the box. */
    public String mark() {
        return task == null || task.marker().length() < 2 ? "" : task.marker();
    }

    /** What its button sends, see {@link Tick}. */
    public String tick() {
        return new Tick(task.number(), !task.done(), task.key()).toString();
    }
}
