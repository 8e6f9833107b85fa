package dev.tilab.journal.template;

/**
 * A heading line as CommonMark knows it ({@code ## …}).
 *
 * @param level number of hashes, 1–6
 * @param start where its words start in the folded line
 * @param end where they end, a closing row of hashes left out
 */
record Heading(int level, int start, int end) {

    /** The heading that a line is, or null: at most three spaces before it, and a space after its hashes. */
    static Heading of(Folded line) {
        int at = line.skipSpaces(0);
        int level = hashes(line, at);
        int words = at + level;
        if (at > 3 || level == 0 || level > 6 || (words < line.length() && line.at(words) != ' ')) {
            return null;
        }
        int start = line.skipSpaces(words);
        int end = trimmedEnd(line, start, line.length());
        int closing = end;
        while (closing > start && line.at(closing - 1) == '#') {
            closing--;
        }
        if (closing < end && (closing == start || line.at(closing - 1) == ' ')) {
            end = trimmedEnd(line, start, closing);
        }
        return new Heading(level, start, end);
    }

    /** Where the words start after hashes without the space that would make them a heading; 0 when it is no such line. */
    static int almost(Folded line) {
        int at = line.skipSpaces(0);
        int level = hashes(line, at);
        int words = at + level;
        return at <= 3 && level > 0 && level <= 6 && words < line.length() && line.at(words) != ' ' ? words : 0;
    }

    static int trimmedEnd(Folded line, int start, int end) {
        int last = end;
        while (last > start && line.at(last - 1) == ' ') {
            last--;
        }
        return last;
    }

    private static int hashes(Folded line, int at) {
        int i = at;
        while (i < line.length() && line.at(i) == '#') {
            i++;
        }
        return i - at;
    }
}
