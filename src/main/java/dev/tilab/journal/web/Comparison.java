package dev.tilab.journal.web;

import dev.tilab.journal.template.DayField;
import dev.tilab.journal.template.DayFields;
import dev.tilab.journal.template.DayRow;
import dev.tilab.journal.template.DaySection;
import dev.tilab.journal.template.Matching;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Two versions of one day, field by field, only where they differ: what the conflict page shows.
 *
 * @param differences in the order of the form, and in each the lines about it
 * @param left how many of them are not shown to their end, or not at all: thousands of lines help nobody, and a text of one
 *     megabyte would make a page of a hundred
 * @param size how many differences there are, shown or not
 */
record Comparison(List<Difference> differences, int left, int size) {

    /** Most lines that are shown. */
    static final int LINES = 4_000;

    /** As many lines the frame around one difference counts for. */
    private static final int LINES_OF_FRAME = 4;

    /**
     * One field that differs.
     *
     * @param label message key of the field's name
     * @param number number of the row for rows of a list (from 1), 0 otherwise
     * @param onlyIn {@code mine} or {@code theirs} for a row that only one version has, {@code both} otherwise
     * @param lines line by line
     */
    record Difference(String label, int number, String onlyIn, List<LineDiff.Row> lines) {}

    boolean isEmpty() {
        return differences.isEmpty();
    }

    static Comparison of(DayFields mine, DayFields theirs) {
        List<Difference> out = new ArrayList<>();
        text(out, "journal.date", Objects.toString(mine.date(), ""), Objects.toString(theirs.date(), ""));
        for (DaySection section : DaySection.values()) {
            if (section.isList()) {
                rows(out, "journal." + section.item(), mine.rows(section), theirs.rows(section));
                continue;
            }
            for (DayField field : section.fields()) {
                text(out, "entry.field." + field.key(), mine.text(field), theirs.text(field));
            }
        }
        return shown(out);
    }

    /** Two whole texts of a day, line by line. */
    static Comparison ofTexts(String mine, String theirs) {
        List<Difference> out = new ArrayList<>();
        text(out, "journal.text", String.join("\n", Texts.lines(mine)), String.join("\n", Texts.lines(theirs)));
        return shown(out);
    }

    private static Comparison shown(List<Difference> all) {
        List<Difference> shown = new ArrayList<>();
        int room = LINES;
        int left = 0;
        for (Difference each : all) {
            List<LineDiff.Row> lines = LineDiff.folded(each.lines());
            room -= LINES_OF_FRAME;
            if (room > 0) {
                shown.add(new Difference(
                        each.label(),
                        each.number(),
                        each.onlyIn(),
                        List.copyOf(lines.subList(0, Math.min(room, lines.size())))));
            }
            left += lines.size() > room ? 1 : 0;
            room -= lines.size();
        }
        return new Comparison(List.copyOf(shown), left, all.size());
    }

    /**
     * Mine, with every row's origin pointing at the row of theirs that it is: so it can be saved over theirs knowingly, and
     * changes only the lines that differ.
     */
    static DayFields onto(DayFields mine, DayFields theirs) {
        return Matching.origins(mine, theirs, Comparison::signs);
    }

    /** Where a row came from in the version that its writer had says least about this one. */
    private static Matching signs(Matching rows) {
        return rows.byContent().byOrigin();
    }

    /** A row as one text. */
    private static String said(DayRow row) {
        StringBuilder text = new StringBuilder();
        for (DayField field : row.section().fields()) {
            String next = row.text(field);
            if (!next.isEmpty() && !text.isEmpty()) {
                text.append(
                        switch (field.kind()) {
                            case LINE, URL -> "\n";
                            case NOTE -> "\n→ ";
                            case MARKDOWN -> "\n\n";
                        });
            }
            text.append(next);
        }
        return text.toString();
    }

    private static void text(List<Difference> out, String label, String mine, String theirs) {
        if (!mine.equals(theirs)) {
            out.add(new Difference(label, 0, "both", LineDiff.of(mine, theirs)));
        }
    }

    private static void rows(List<Difference> out, String label, List<DayRow> mine, List<DayRow> theirs) {
        Matching matching = signs(new Matching(mine, theirs));
        int[] partner = matching.partners();
        int last = -1;
        boolean moved = false;
        for (int i = 0; i < partner.length; i++) {
            String here = said(mine.get(i));
            if (partner[i] == Matching.NONE) {
                out.add(new Difference(label, i + 1, "mine", LineDiff.of(here, "")));
                continue;
            }
            moved |= partner[i] < last;
            last = partner[i];
            DayRow there = theirs.get(partner[i]);
            if (!mine.get(i).texts().equals(there.texts())) {
                out.add(new Difference(label, i + 1, "both", LineDiff.of(here, said(there))));
            }
        }
        for (int j : matching.left()) {
            out.add(new Difference(label, j + 1, "theirs", LineDiff.of("", said(theirs.get(j)))));
        }
        if (moved) {
            out.add(new Difference(label + ".order", 0, "both", LineDiff.of(heads(mine), heads(theirs))));
        }
    }

    private static String heads(List<DayRow> rows) {
        return String.join(
                "\n", rows.stream().map(row -> Texts.lines(said(row)).get(0)).toList());
    }
}
