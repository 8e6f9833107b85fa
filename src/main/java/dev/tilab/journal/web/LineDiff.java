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
     * @param skipped how many equal lines this row stands for instead of lines of its own, 0 for an ordinary one
     */
    record Row(String mine, String theirs, int skipped) {
        Row(String mine, String theirs) {
            this(mine, theirs, 0);
        }

        public boolean isSame() {
            return mine != null && mine.equals(theirs);
        }
    }

    /** Equal lines that are shown on either side of what differs. */
    private static final int AROUND = 3;

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

    /** The same without what stands far from every difference: one row says how many equal lines were left out. */
    static List<Row> folded(List<Row> rows) {
        List<Row> folded = new ArrayList<>();
        for (int from = 0; from < rows.size(); ) {
            int to = from;
            while (to < rows.size() && rows.get(to).isSame()) {
                to++;
            }
            int before = from == 0 ? 0 : AROUND;
            int after = to == rows.size() ? 0 : AROUND;
            if (to - from > before + after + 1) {
                folded.addAll(rows.subList(from, from + before));
                folded.add(new Row(null, null, to - from - before - after));
                folded.addAll(rows.subList(to - after, to));
            } else {
                folded.addAll(rows.subList(from, to));
            }
            if (to < rows.size()) {
                folded.add(rows.get(to));
            }
            from = to + 1;
        }
        return folded;
    }
}
