package dev.tilab.journal.template;

/**
 * Headings as CommonMark knows them without hashes: a row of {@code =} or {@code -} below their words. A row below a sentence is
 * a rule that its writer drew too close, and what begins as a list, a table or a quote is none at all. Even of the others one over
 * hyphens may be a paragraph above a rule: only words that name something are surely a heading there.
 */
final class Underline {

    /** A row of fewer signs is something else, mostly an empty list item. */
    private static final int SHORTEST = 3;

    private static final int LONGEST_WORDS = 60;

    private Underline() {}

    /** The heading that the line and the row below it are, or null. */
    static Heading heading(Lines lines, Blocks blocks, int line) {
        Folded row = lines.folded(line + 1);
        int level = level(row);
        if (level == 0 || !blocks.open(line) || !blocks.open(line + 1)) {
            return null;
        }
        Folded words = lines.folded(line);
        int start = words.skipSpaces(0);
        int end = Heading.trimmedEnd(words, start, words.length());
        return areWords(words, start, end) && standsAlone(lines, line) ? new Heading(level, start, end) : null;
    }

    /** Whether a line of these words is a heading with a row of signs below it. */
    static boolean takes(String line) {
        Folded words = Folded.of(line);
        int start = words.skipSpaces(0);
        return areWords(words, start, Heading.trimmedEnd(words, start, words.length()));
    }

    private static int level(Folded row) {
        int at = row.skipSpaces(0);
        char sign = row.at(at);
        int end = Heading.trimmedEnd(row, at, row.length());
        if (at > 3 || end - at < SHORTEST || sign != '=' && sign != '-') {
            return 0;
        }
        for (int i = at; i < end; i++) {
            if (row.at(i) != sign) {
                return 0;
            }
        }
        return sign == '=' ? 1 : 2;
    }

    private static boolean areWords(Folded words, int start, int end) {
        return start < end
                && start <= SHORTEST
                && end - start <= LONGEST_WORDS
                && Bullet.of(words) == null
                && !Bullet.isRule(words)
                && ">|<`[".indexOf(words.at(start)) < 0
                && words.indexOf('|', start) < 0
                && ".!?…,;".indexOf(words.at(end - 1)) < 0;
    }

    /** A heading of several lines is one that nobody meant. */
    private static boolean standsAlone(Lines lines, int line) {
        if (line == 0 || lines.isBlank(line - 1)) {
            return true;
        }
        Folded before = lines.folded(line - 1);
        return before.heading() != null || Bullet.isRule(before);
    }
}
