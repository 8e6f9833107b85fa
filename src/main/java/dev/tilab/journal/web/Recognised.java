package dev.tilab.journal.web;

import dev.tilab.journal.template.DayFields;
import dev.tilab.journal.template.DayRow;
import dev.tilab.journal.template.DaySection;
import dev.tilab.support.DayWords;
import java.util.ArrayList;
import java.util.List;

/** What was recognised in a file, in one line of words. */
final class Recognised {

    private Recognised() {}

    static String of(DayFields fields, DayWords words) {
        List<String> found = new ArrayList<>();
        for (DaySection section : DaySection.values()) {
            List<DayRow> rows = fields.rows(section);
            if (section.isList() && !rows.isEmpty()) {
                found.add(words.message("journal.count." + section.path(), rows.size()));
            } else if (!section.isList() && !rows.get(0).isBlank()) {
                found.add(words.message("journal." + section.path()));
            }
        }
        return found.isEmpty() ? words.message("journal.import.nothing") : String.join(", ", found);
    }
}
