package dev.tilab.journal;

import dev.tilab.journal.template.DayField;
import dev.tilab.journal.template.DayFields;
import dev.tilab.journal.template.Task;
import dev.tilab.journal.template.Tasks;
import java.time.LocalDate;
import java.util.List;

/**
 * What an earlier day offers a later one: it is copied if somebody wants it, and stays where it is.
 *
 * @param origin the earlier day
 * @param tasks what was left open there and does not stand in the later day's to-do
 * @param retrospective how that day was looked back upon, empty where the later day says it already
 */
public record Unfinished(LocalDate origin, List<Task> tasks, String retrospective) {

    /** @param day the later day as it is written */
    static Unfinished between(Entry earlier, DayFields day) {
        DayFields before = earlier.fields();
        String retrospective = before.retrospective();
        boolean said = spaced(day.text(DayField.YESTERDAY_RETROSPECTIVE)).contains(spaced(retrospective));
        return new Unfinished(
                earlier.date(),
                earlier.document().todo().openBeside(day.text(DayField.TODO)),
                said ? "" : retrospective);
    }

    /** Whether there is nothing to offer. */
    public boolean isNothing() {
        return tasks.isEmpty() && retrospective.isEmpty();
    }

    /** Line ends and indents are the file's matter. */
    private static String spaced(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    /** The later day with this task in its to-do; the day itself where it stands there already. */
    public static DayFields with(DayFields day, Task task) {
        return day.with(DayField.TODO, Tasks.of(day.text(DayField.TODO)).with(task));
    }
}
