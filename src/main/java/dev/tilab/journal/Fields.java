package dev.tilab.journal;

import dev.tilab.journal.template.DayFields;
import dev.tilab.journal.template.DayRow;
import java.util.List;

/** What is done to the fields of a day before they are saved. */
final class Fields {

    private Fields() {}

    /**
     * Leaves out rows that say nothing, as an empty row of a form does; but a row that is as empty in the file stays,
     * because its line belongs to the file.
     *
     * @param current the day as it is saved, or null for a new one
     */
    static DayFields withoutEmptyRows(DayFields current, DayFields edited) {
        return edited.onlyRows(row -> !row.isBlank() || row.equals(before(current, row)));
    }

    /** The row of the saved day that this one was, or null. */
    static DayRow before(DayFields current, DayRow row) {
        if (current == null) {
            return null;
        }
        List<DayRow> rows = current.rows(row.section());
        int place = row.section().isList() ? row.origin() : 0;
        return place < 0 || place >= rows.size() ? null : rows.get(place);
    }
}
