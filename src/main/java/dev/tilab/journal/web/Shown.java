package dev.tilab.journal.web;

import dev.tilab.journal.template.DaySection;

/**
 * Which rows of a form stand in it to be written in: as many as a browser shows at once, and beyond them those with something wrong
 * and the one that is open. The others are carried along unseen, so that nothing is lost of a day that is too large for the form
 * (such a day opens as text; it comes here when a form that was made before is sent back, or a lab hands something over).
 */
final class Shown {

    private final EntryForm form;
    private final Problems problems;
    private final int open;

    Shown(EntryForm form, Problems problems, int open) {
        this.form = form;
        this.problems = problems;
        this.open = open;
    }

    /** Whether that row of the list is one of them. */
    public boolean row(String path, int index) {
        DaySection list = DaySection.of(path);
        int before = DaySection.lists()
                .takeWhile(each -> each != list)
                .mapToInt(each -> form.rows(each).size())
                .sum();
        return before + index < TextPages.ROWS
                || list == DaySection.TOPICS && index == open
                || list.fields().stream().anyMatch(field -> problems.of(field.path(index)) != null);
    }

    /** How many are carried along. */
    public long carried() {
        return DaySection.lists()
                .mapToLong(list -> {
                    long left = 0;
                    for (int i = 0; i < form.rows(list).size(); i++) {
                        left += row(list.path(), i) ? 0 : 1;
                    }
                    return left;
                })
                .sum();
    }
}
