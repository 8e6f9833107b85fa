package dev.tilab.journal.web;

import dev.tilab.journal.template.DayFields;
import dev.tilab.journal.template.DaySection;
import dev.tilab.journal.transfer.Imports;
import dev.tilab.support.DayWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What was recognised in a file, in one line of words. */
final class Recognised {

    private Recognised() {}

    static String of(DayFields fields, DayWords words) {
        return of(Imports.sections(fields), words);
    }

    /** @param sections what was found, and how many of each */
    static String of(Map<DaySection, Integer> sections, DayWords words) {
        List<String> found = new ArrayList<>();
        sections.forEach((section, count) -> found.add(
                section.isList()
                        ? words.message("journal.count." + section.path(), count)
                        : words.message("journal." + section.path())));
        return found.isEmpty() ? words.message("journal.import.nothing") : String.join(", ", found);
    }
}
