package dev.tilab.journal.web;

import dev.tilab.journal.Unfinished;
import dev.tilab.journal.template.DayField;
import dev.tilab.journal.template.DayFields;
import dev.tilab.journal.template.Task;
import java.util.List;

/**
 * What an earlier day offers beside the scrum of the form, and what its buttons do to the form. Nothing is saved by them.
 *
 * @param unfinished what is offered
 * @param from the earlier day in words
 * @param isToday whether the form is today's
 */
record Offer(Unfinished unfinished, String from, boolean isToday) {

    private static final String TASK = "bring:";
    private static final String ALL = "bring-all";
    private static final String RETROSPECTIVE = "bring-retrospective";

    public List<Task> tasks() {
        return unfinished.tasks();
    }

    public String retrospective() {
        return unfinished.retrospective();
    }

    static boolean isAction(String action) {
        return action.startsWith("bring");
    }

    /** Writes into the form what the button says; what is not offered (any more) is left alone. */
    static void take(String action, Unfinished unfinished, EntryForm form) {
        if (action.equals(RETROSPECTIVE)) {
            String said = form.text(DayField.YESTERDAY_RETROSPECTIVE);
            String taken = unfinished.retrospective();
            form.write(DayField.YESTERDAY_RETROSPECTIVE, said.isBlank() ? taken : said + "\n" + taken);
            return;
        }
        for (Task task : unfinished.tasks()) {
            if (action.equals(ALL) || action.equals(TASK + task.key())) {
                DayFields day = DayFields.empty(null).with(DayField.TODO, form.text(DayField.TODO));
                form.write(DayField.TODO, Unfinished.with(day, task).text(DayField.TODO));
            }
        }
    }
}
