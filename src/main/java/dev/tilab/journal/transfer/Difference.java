package dev.tilab.journal.transfer;

import dev.tilab.support.OneLine;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * In what a file differs from the entry that has its day, as far as one line can say. Blank lines do not count, nor does the order.
 *
 * @param onlyThere lines that only the entry has
 * @param onlyHere lines that only the file has
 * @param first the first of these, shortened; empty where there is none
 */
public record Difference(int onlyThere, int onlyHere, String first) {

    private static final int CHARACTERS = 60;

    static Difference between(String there, String here) {
        Map<String, Integer> left = new HashMap<>();
        lines(there).forEach(line -> left.merge(line, 1, Integer::sum));
        int more = 0;
        String first = "";
        for (String line : lines(here)) {
            if (left.merge(line, -1, Integer::sum) < 0) {
                first = more == 0 ? OneLine.of(line, CHARACTERS) : first;
                more++;
            }
        }
        int missing = left.values().stream().mapToInt(n -> Math.max(0, n)).sum();
        return new Difference(missing, more, first);
    }

    private static List<String> lines(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }
}
