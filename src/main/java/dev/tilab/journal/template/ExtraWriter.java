package dev.tilab.journal.template;

import java.util.ArrayList;
import java.util.List;

/** Writes sections that are none of the template's: each where it stands, new ones behind all others. */
final class ExtraWriter {

    private final Draft draft;
    private final Reading reading;

    ExtraWriter(Draft draft, Reading reading) {
        this.draft = draft;
        this.reading = reading;
    }

    /**
     * The rows with every section that they do not mention, in the order of the document: who knows nothing of a section says
     * nothing about it.
     */
    static List<DayRow> whole(List<DayRow> rows, List<DayRow> read) {
        int[] partners = new Matching(rows, read).byOrigin().byContent().partners();
        List<DayRow> whole = new ArrayList<>(read);
        for (int i = 0; i < partners.length; i++) {
            if (partners[i] == Matching.NONE) {
                whole.add(rows.get(i).at(DayFields.NEW));
            } else {
                whole.set(partners[i], rows.get(i).at(partners[i]));
            }
        }
        return whole;
    }

    /**
     * @param rows as {@link #whole} gives them
     * @param level hashes of a new section's heading
     */
    void write(List<DayFields.Extra> rows, int level) {
        List<String> added = new ArrayList<>();
        for (DayFields.Extra row : rows) {
            if (row.origin() == DayFields.NEW) {
                added.add("");
                added.add("#".repeat(level) + " " + row.title());
                added.addAll(
                        row.body().isEmpty() ? List.of() : List.of(row.body().split("\n", -1)));
                continue;
            }
            Item.Extra extra = reading.extras.get(row.origin());
            extra.header.write(row.title(), draft);
            extra.body.write(row.body(), draft);
        }
        Lines lines = draft.lines();
        int last = lines.size() - 1;
        draft.insertAfter(
                last,
                last < 0 || lines.isBlank(last) && !added.isEmpty()
                        ? added.subList(Math.min(1, added.size()), added.size())
                        : added);
    }
}
