package dev.tilab.journal.web;

import dev.tilab.journal.template.DayRow;
import dev.tilab.journal.template.DaySection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a button of the form asks for besides saving, as its value says it: {@code topic-up:1}, {@code reference-add}. The
 * server does it on the form and shows the form again, so that rows can be moved without JavaScript.
 *
 * @param list the section whose rows it is about; a button says the name of one of them
 * @param verb {@code add}, {@code up}, {@code down} or {@code remove}
 * @param index the row it is about; unused for add
 */
record RowAction(DaySection list, String verb, int index) {

    private static final Pattern SYNTAX =
            Pattern.compile(offered().map(DaySection::item).collect(Collectors.joining("|", "(", ")"))
                    + "-(?:(add)|(up|down|remove):([0-9]{1,4}))");

    private static Stream<DaySection> offered() {
        return DaySection.lists().filter(DaySection::isOffered);
    }

    static Optional<RowAction> parse(String value) {
        Matcher m = SYNTAX.matcher(value == null ? "" : value);
        if (!m.matches()) {
            return Optional.empty();
        }
        DaySection list = offered()
                .filter(section -> section.item().equals(m.group(1)))
                .findFirst()
                .orElseThrow();
        return Optional.of(
                m.group(2) != null
                        ? new RowAction(list, "add", -1)
                        : new RowAction(list, m.group(3), Integer.parseInt(m.group(4))));
    }

    /** Does it; a row that is not there any more is left alone. Gives the row that should be on screen afterwards. */
    int apply(EntryForm form) {
        List<DayRow> rows = form.rows(list);
        if (verb.equals("add")) {
            rows.add(list.blank());
            return rows.size() - 1;
        }
        if (index >= rows.size()) {
            return rows.size() - 1;
        }
        switch (verb) {
            case "up" -> {
                if (index > 0) {
                    Collections.swap(rows, index, index - 1);
                    return index - 1;
                }
            }
            case "down" -> {
                if (index < rows.size() - 1) {
                    Collections.swap(rows, index, index + 1);
                    return index + 1;
                }
            }
            default -> {
                rows.remove(index);
                return Math.min(index, rows.size() - 1);
            }
        }
        return index;
    }
}
