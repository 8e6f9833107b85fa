package dev.tilab.journal.web;

import dev.tilab.journal.template.CommonSubsequence;
import java.util.ArrayList;
import java.util.List;

/** Two texts line by line, side by side: equal lines beside each other as {@link CommonSubsequence} finds them. */
final class LineDiff {

    /**
     * One row of the comparison.
     *
     * @param mine the line on the left, null where there is none
     * @param theirs the line on the right, null where there is none
     */
    record Row(String mine, String theirs) {
        public boolean isSame() {
            return mine != null && mine.equals(theirs);
        }
    }

    private LineDiff() {}

    static List<Row> of(String mine, String theirs) {
        List<String> a = mine.isEmpty() ? List.of() : Texts.lines(mine);
        List<String> b = theirs.isEmpty() ? List.of() : Texts.lines(theirs);
        int[] partner = CommonSubsequence.of(a, b);
        List<Row> rows = new ArrayList<>();
        int fromA = 0;
        int fromB = 0;
        for (int i = 0; i < partner.length; i++) {
            if (partner[i] >= 0) {
                pair(a.subList(fromA, i), b.subList(fromB, partner[i]), rows);
                rows.add(new Row(a.get(i), b.get(partner[i])));
                fromA = i + 1;
                fromB = partner[i] + 1;
            }
        }
        pair(a.subList(fromA, a.size()), b.subList(fromB, b.size()), rows);
        return rows;
    }

    /** Lines that differ stand beside each other in order; the longer side runs on alone. */
    private static void pair(List<String> a, List<String> b, List<Row> rows) {
        for (int i = 0; i < Math.max(a.size(), b.size()); i++) {
            rows.add(new Row(i < a.size() ? a.get(i) : null, i < b.size() ? b.get(i) : null));
        }
    }
}
