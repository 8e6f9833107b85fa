package dev.tilab.journal.web;

import dev.tilab.support.DayWords;
import dev.tilab.journal.template.DayFields;
import java.util.ArrayList;
import java.util.List;

/** What was recognised in a file, in one line of words. */
final class Recognised {

    private Recognised() {}

    static String of(DayFields fields, DayWords words) {
        List<String> found = new ArrayList<>();
        if (!fields.scrum().equals(DayFields.Scrum.EMPTY)) {
            found.add(words.message("journal.scrum"));
        }
        count(found, fields.topics().size(), "journal.count.topics", words);
        count(found, fields.challenges().size(), "journal.count.challenges", words);
        if (!fields.retrospective().isBlank()) {
            found.add(words.message("journal.retrospective"));
        }
        count(found, fields.references().size(), "journal.count.references", words);
        return found.isEmpty() ? words.message("journal.import.nothing") : String.join(", ", found);
    }

    private static void count(List<String> found, int count, String key, DayWords words) {
        if (count > 0) {
            found.add(words.message(key, count));
        }
    }
}
