package dev.tilab.journal.web;

import dev.tilab.journal.TypedAddress;
import dev.tilab.journal.template.DayField;
import dev.tilab.journal.template.DayFields;
import dev.tilab.journal.template.DayRow;
import dev.tilab.journal.template.DaySection;
import dev.tilab.journal.template.Tidy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Form → immutable fields of a day. New rows in which nothing was typed are no rows, and a row that was emptied is removed;
 * a row that was empty in the file stays, because the file's owner put it there.
 *
 * @param fields what to store
 * @param places for every row of the fields the row of the form it stands in, to show problems at the right row
 */
record FormFields(DayFields fields, Map<DaySection, List<Integer>> places) {

    private static final Pattern ROW = Pattern.compile("(\\w+)\\[([0-9]+)](.*)");

    /**
     * @param form what was typed
     * @param date the day, already read
     * @param stored the fields that the form was made from
     */
    static FormFields of(EntryForm form, LocalDate date, DayFields stored) {
        Map<DaySection, List<DayRow>> sections = new EnumMap<>(DaySection.class);
        Map<DaySection, List<Integer>> places = new EnumMap<>(DaySection.class);
        for (DaySection section : DaySection.values()) {
            List<DayRow> typed = form.rows(section);
            if (section.isList()) {
                places.put(section, new ArrayList<>());
                sections.put(section, rows(typed, stored.rows(section), places.get(section)));
            } else {
                sections.put(
                        section, List.of(row(typed.get(0), stored.rows(section).get(0))));
            }
        }
        return new FormFields(new DayFields(date, sections), places);
    }

    /** The form's name of a field: rows that were left out shift the numbers. */
    String inForm(String path) {
        Matcher row = ROW.matcher(path);
        List<Integer> rows = row.matches() ? places.get(DaySection.of(row.group(1))) : null;
        int index = rows == null ? 0 : Integer.parseInt(row.group(2));
        return rows == null || index >= rows.size() ? path : row.group(1) + "[" + rows.get(index) + "]" + row.group(3);
    }

    private static List<DayRow> rows(List<DayRow> typed, List<DayRow> stored, List<Integer> kept) {
        List<DayRow> result = new ArrayList<>();
        boolean[] taken = new boolean[stored.size()];
        for (int i = 0; i < typed.size(); i++) {
            DayRow row = typed.get(i);
            int origin = row.origin();
            // The same origin twice (a form edited by hand) would move one line to two places: the second is a new row.
            boolean known = origin >= 0 && origin < taken.length && !taken[origin];
            DayRow was = known ? stored.get(origin) : null;
            if (row.isBlank() && (was == null || !was.isBlank())) {
                continue;
            }
            if (known) {
                taken[origin] = true;
            }
            kept.add(i);
            result.add(row(row, was).at(known ? origin : DayFields.NEW));
        }
        return result;
    }

    private static DayRow row(DayRow typed, DayRow stored) {
        DaySection section = typed.section();
        List<String> texts = section.fields().stream()
                .map(field -> text(field, typed.text(field), stored == null ? null : stored.text(field)))
                .toList();
        DayRow row = section.row(typed.origin(), texts);
        return section == DaySection.REFERENCES ? addressed(row, stored) : row;
    }

    /** An address that was not touched is no half-typed one, whatever it is. */
    private static DayRow addressed(DayRow row, DayRow stored) {
        String url = row.text(DayField.REFERENCE_URL);
        if (stored != null && url.equals(stored.text(DayField.REFERENCE_URL))) {
            return row;
        }
        TypedAddress typed = TypedAddress.of(row.text(DayField.REFERENCE_TITLE), url);
        return row.with(DayField.REFERENCE_TITLE, typed.title()).with(DayField.REFERENCE_URL, typed.url());
    }

    /**
     * What is to be stored: the stored text itself where the form sends it back unchanged but for what a form cannot carry
     * (line ends, blank lines around it), so that an untouched field never counts as edited.
     */
    private static String text(DayField field, String typed, String stored) {
        String text = Tidy.typed(field, typed);
        return stored != null && text.equals(Tidy.typed(field, stored)) ? stored : text;
    }
}
