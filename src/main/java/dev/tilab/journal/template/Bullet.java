package dev.tilab.journal.template;

/**
 * The list marker at the beginning of a line.
 *
 * @param indent columns before it
 * @param end where the item's words start in the folded line
 * @param ordered whether it is a number
 */
record Bullet(int indent, int end, boolean ordered) {

    /** The marker that a line starts with, or null. A rule ({@code - - -}) is no list item. */
    static Bullet of(Folded line) {
        int at = line.skipSpaces(0);
        int marker = at;
        boolean ordered = false;
        if ("-*+•".indexOf(line.at(at)) >= 0 && at < line.length()) {
            marker++;
        } else {
            while (marker < line.length() && marker - at < 9 && DateSpan.isDigit(line.at(marker))) {
                marker++;
            }
            ordered = marker > at && (line.at(marker) == '.' || line.at(marker) == ')');
            marker = ordered ? marker + 1 : at;
        }
        if (marker == at || (marker < line.length() && line.at(marker) != ' ') || isRule(line)) {
            return null;
        }
        return new Bullet(at, line.skipSpaces(marker), ordered);
    }

    /** Whether the line is a thematic break: three or more of the same sign and nothing else. */
    static boolean isRule(Folded line) {
        int count = 0;
        char sign = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.at(i);
            if (c == ' ') {
                continue;
            }
            if ((c != '-' && c != '*' && c != '_') || (sign != 0 && c != sign)) {
                return false;
            }
            sign = c;
            count++;
        }
        return count >= 3;
    }
}
