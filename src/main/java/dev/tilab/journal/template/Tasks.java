package dev.tilab.journal.template;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a note says is to be done, and what is made of it: lists with boxes as GitHub has them, plain lists, lines of text. A box
 * is put before the words of a task when it is ticked; what has a box keeps it.
 */
public final class Tasks {

    private static final String OPEN = "[ ] ";
    private static final String TICKED = "[x] ";

    private final String note;
    private final List<Task> all;

    private Tasks(String note) {
        this.note = note;
        this.all = TaskReader.tasks(note);
    }

    /** The tasks of a note, such as the text of {@link DayField#TODO}. */
    public static Tasks of(String note) {
        return new Tasks(note);
    }

    /** In their order. */
    public List<Task> all() {
        return all;
    }

    /** What is not ticked and not to be done in that other note already, ticked or not; the same words once. */
    public List<Task> openBeside(String other) {
        Set<String> there = of(other).keys();
        Map<String, Task> open = new LinkedHashMap<>();
        for (Task task : all) {
            if (!task.done() && !there.contains(task.key())) {
                open.putIfAbsent(task.key(), task);
            }
        }
        return List.copyOf(open.values());
    }

    /** Whether these words are among the tasks. */
    public boolean contains(Task task) {
        return keys().contains(task.key());
    }

    private Set<String> keys() {
        return all.stream().map(Task::key).collect(Collectors.toSet());
    }

    /** The note with a task behind all that stands there; the note itself where it is there already. */
    public String with(Task task) {
        if (contains(task)) {
            return note;
        }
        String marker = all.stream()
                .filter(each -> each.depth() == 0 && each.marker().matches("[-*+]"))
                .reduce((first, second) -> second)
                .map(Task::marker)
                .orElse("-");
        return (note.isEmpty() ? "" : note + "\n") + marker + " " + OPEN + task.words();
    }

    /**
     * The note as it is told on a later day. Where something was ticked, what was not has an empty box, so that it is not taken
     * for done; where nothing was, nobody said what was done and the note stays as it is.
     */
    public String lookingBack() {
        if (all.stream().noneMatch(Task::done)) {
            return note;
        }
        List<String> lines = new ArrayList<>(Arrays.asList(note.split("\n", -1)));
        for (Task task : all) {
            if (!task.boxed()) {
                StringBuilder line = new StringBuilder(lines.get(task.line()));
                lines.set(task.line(), line.insert(task.column(), OPEN).toString());
            }
        }
        return String.join("\n", lines);
    }

    /** Whether the note is one line that is a list item with a box: as such it is read on a line of its own only. */
    static boolean isLoneItem(String note) {
        if (note.indexOf('\n') >= 0) {
            return false;
        }
        Folded line = Folded.of(note);
        Bullet bullet = Bullet.of(line);
        return bullet != null && TaskReader.isBox(line, bullet.end());
    }

    /** Ticks a task of a document, or opens it again, where it stands in the text: one character of its box, or a new box. */
    static void tick(Draft draft, Joined todo, Task task, boolean done) {
        Row line = todo.at(task.line());
        int column = line.from() + task.column();
        if (!task.boxed()) {
            draft.patch(line.line(), column, column, done ? TICKED : OPEN);
            return;
        }
        // The box may be of full-width signs, or have something invisible inside.
        Folded folded = Folded.of(draft.lines().content(line.line()).substring(column));
        int inside = folded.originalStart(1);
        draft.patch(line.line(), column + inside, column + folded.originalEnd(1), done ? "x" : " ");
    }
}
