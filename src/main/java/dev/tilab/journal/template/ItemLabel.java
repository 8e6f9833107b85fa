package dev.tilab.journal.template;

import java.util.List;

/**
 * The beginning of a numbered item of the template: {@code 주제 1: …}, {@code **도전 과제 2.** …}, {@code 해결 방법: …}.
 *
 * @param numberStart where its number starts in the folded line; equal to {@code numberEnd} without one
 * @param numberEnd where its number ends
 * @param separated whether a colon, full stop, parenthesis or hyphen follows
 * @param colon whether that is a colon
 * @param start where the item's own words start
 * @param end where they end, the end of bold type left out
 */
record ItemLabel(int numberStart, int numberEnd, boolean separated, boolean colon, int start, int end) {

    static final List<String> TOPIC = List.of("주제", "topic");
    static final List<String> CHALLENGE = List.of("도전과제", "challenge", "이슈", "문제", "issue", "problem");
    static final List<String> SOLUTION =
            List.of("해결방법", "해결방안", "해결책", "해결과정", "해결", "푼방법", "solution", "howitwassolved", "solved");

    /** The label between two places of a line, or null when none of the names stands there. */
    static ItemLabel of(Folded line, int from, int to, List<String> names) {
        int at = from;
        boolean bold = false;
        while (at < to && !Label.isWord(line.at(at)) && "`[(<!|>\"'".indexOf(line.at(at)) < 0) {
            bold |= line.startsWith("**", at);
            at++;
        }
        for (String name : names) {
            int after = afterName(line, at, to, name);
            if (after >= 0) {
                ItemLabel label = rest(line, after, to, bold);
                if (label != null) {
                    return label;
                }
            }
        }
        return null;
    }

    boolean numbered() {
        return numberEnd > numberStart;
    }

    private static int afterName(Folded line, int from, int to, String name) {
        int at = from;
        for (int i = 0; i < name.length(); i++) {
            while (i > 0 && at < to && line.at(at) == ' ') {
                at++;
            }
            if (at >= to || line.at(at) != name.charAt(i)) {
                return -1;
            }
            at++;
        }
        return at;
    }

    private static ItemLabel rest(Folded line, int after, int to, boolean bold) {
        int numberStart = Math.min(to, line.skipSpaces(after));
        if (line.at(numberStart) == '#' && numberStart < to) {
            numberStart++;
        }
        int numberEnd = numberStart;
        while (numberEnd < to && numberEnd - numberStart < 9 && DateSpan.isDigit(line.at(numberEnd))) {
            numberEnd++;
        }
        int at = Math.min(to, line.skipSpaces(numberEnd > numberStart ? numberEnd : after));
        boolean open = bold;
        if (open && line.startsWith("**", at)) {
            open = false;
            at = Math.min(to, line.skipSpaces(at + 2));
        }
        boolean spaced = at > (numberEnd > numberStart ? numberEnd : after);
        boolean separated = at < to && ":.)-".indexOf(line.at(at)) >= 0;
        boolean colon = separated && line.at(at) == ':';
        if (!separated && !spaced && at < to) {
            return null; // 주제별, 해결하다: another word
        }
        int start = Math.min(to, line.skipSpaces(separated ? at + 1 : at));
        if (open && line.startsWith("**", start) && start + 2 <= to) {
            open = false;
            start = Math.min(to, line.skipSpaces(start + 2));
        }
        int end = Heading.trimmedEnd(line, start, to);
        if (open && end - 2 >= start && line.startsWith("**", end - 2)) {
            end = Heading.trimmedEnd(line, start, end - 2);
        }
        return new ItemLabel(numberStart, Math.max(numberStart, numberEnd), separated, colon, start, end);
    }
}
