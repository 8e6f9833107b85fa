package dev.tilab.journal.web;

import java.util.ArrayList;
import java.util.List;

/**
 * Two texts line by line, side by side. Longest common subsequence by dynamic programming after cutting equal lines at both
 * ends (Hunt &amp; McIlroy 1976 without their candidate lists); above {@link #LIMIT} cells the differing middle is shown as
 * wholly different, which is true and never slow.
 */
final class LineDiff {

    private static final long LIMIT = 2_000_000;

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
        int head = 0;
        while (head < a.size() && head < b.size() && a.get(head).equals(b.get(head))) {
            head++;
        }
        int tail = 0;
        while (tail < a.size() - head
                && tail < b.size() - head
                && a.get(a.size() - 1 - tail).equals(b.get(b.size() - 1 - tail))) {
            tail++;
        }
        List<Row> rows = new ArrayList<>();
        a.subList(0, head).forEach(line -> rows.add(new Row(line, line)));
        middle(a.subList(head, a.size() - tail), b.subList(head, b.size() - tail), rows);
        a.subList(a.size() - tail, a.size()).forEach(line -> rows.add(new Row(line, line)));
        return rows;
    }

    private static void middle(List<String> a, List<String> b, List<Row> rows) {
        if ((long) a.size() * b.size() > LIMIT) {
            pair(a, b, rows);
            return;
        }
        int[][] longest = new int[a.size() + 1][b.size() + 1];
        for (int i = a.size() - 1; i >= 0; i--) {
            for (int j = b.size() - 1; j >= 0; j--) {
                longest[i][j] = a.get(i).equals(b.get(j))
                        ? longest[i + 1][j + 1] + 1
                        : Math.max(longest[i + 1][j], longest[i][j + 1]);
            }
        }
        int i = 0;
        int j = 0;
        int fromA = 0;
        int fromB = 0;
        while (i < a.size() && j < b.size()) {
            if (a.get(i).equals(b.get(j))) {
                pair(a.subList(fromA, i), b.subList(fromB, j), rows);
                rows.add(new Row(a.get(i++), b.get(j++)));
                fromA = i;
                fromB = j;
            } else if (longest[i + 1][j] >= longest[i][j + 1]) {
                i++;
            } else {
                j++;
            }
        }
        pair(a.subList(fromA, a.size()), b.subList(fromB, b.size()), rows);
    }

    /** Lines that differ stand beside each other in order; the longer side runs on alone. */
    private static void pair(List<String> a, List<String> b, List<Row> rows) {
        for (int i = 0; i < Math.max(a.size(), b.size()); i++) {
            rows.add(new Row(i < a.size() ? a.get(i) : null, i < b.size() ? b.get(i) : null));
        }
    }
}
