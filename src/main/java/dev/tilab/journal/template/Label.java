package dev.tilab.journal.template;

import java.util.ArrayList;
import java.util.List;

/**
 * The words of a heading or key reduced to what a name is told by: Hangul, ASCII letters and digits, cut at the colon, what
 * stands in parentheses, emoji, shortcodes ({@code :memo:}), asterisks and a number before it left out.
 *
 * @param words the reduced words; {@code &} where two names are joined
 * @param valueStart where what follows the colon starts in the folded line; its end without a colon
 * @param colon whether there is a colon
 */
record Label(String words, int valueStart, boolean colon) {

    /** No name of the template is longer; the rest of a longer line is not looked at. */
    private static final int LONGEST = 60;

    static Label of(Folded line, int start, int end) {
        StringBuilder words = new StringBuilder();
        int at = afterNumber(line, start, end);
        while (at < end && words.length() <= LONGEST) {
            char c = line.at(at);
            int skip = skipped(line, at, end);
            if (skip > at) {
                at = skip;
                continue;
            }
            if (c == ':') {
                return new Label(words.toString(), afterColon(line, at + 1, end), true);
            }
            if (isWord(c)) {
                words.append(c);
            } else if (c == '&' || c == '/' || c == '+' || c == ',') {
                words.append('&');
            }
            at++;
        }
        return new Label(words.toString(), end, false);
    }

    /** Where what follows the colon starts in a line. */
    static int valueIn(String content) {
        Folded line = Folded.of(content);
        return line.originalStart(of(line, line.skipSpaces(0), line.length()).valueStart());
    }

    /** The names that are joined by {@code &}; also in Korean by 및. */
    List<String> names() {
        List<String> names = new ArrayList<>();
        for (String name : words.replace("및", "&").split("&")) {
            if (!name.isEmpty()) {
                names.add(name);
            }
        }
        return names;
    }

    static boolean isWord(char c) {
        return (c >= 'a' && c <= 'z')
                || (c >= '0' && c <= '9')
                || (c >= 0xAC00 && c <= 0xD7A3)
                || (c >= 0x3131 && c <= 0x318E);
    }

    /** Parentheses and shortcodes: where they end, or the same place. */
    private static int skipped(Folded line, int at, int end) {
        char c = line.at(at);
        int limit = Math.min(end, at + LONGEST);
        if (c == '(') {
            for (int i = at + 1; i < limit; i++) {
                if (line.at(i) == ')') {
                    return i + 1;
                }
            }
        } else if (c == ':' && line.at(at + 1) >= 'a' && line.at(at + 1) <= 'z') {
            for (int i = at + 1; i < limit; i++) {
                char d = line.at(i);
                if (d == ':') {
                    return i + 1;
                }
                if (!(d >= 'a' && d <= 'z') && !(d >= '0' && d <= '9') && d != '_' && d != '-' && d != '+') {
                    return at;
                }
            }
        }
        return at;
    }

    /** {@code 1. 스크럼}: the number before a name. */
    private static int afterNumber(Folded line, int start, int end) {
        int at = start;
        while (at < end && !isWord(line.at(at)) && line.at(at) != ':' && line.at(at) != '(') {
            at++;
        }
        int digits = at;
        while (digits < end && digits - at < 3 && line.at(digits) >= '0' && line.at(digits) <= '9') {
            digits++;
        }
        return digits > at && (line.at(digits) == '.' || line.at(digits) == ')') ? digits + 1 : at;
    }

    /** Behind the colon and, for {@code **key:** value}, behind the end of the bold type. */
    private static int afterColon(Folded line, int at, int end) {
        int i = line.skipSpaces(at);
        int stars = i;
        while (stars < end && line.at(stars) == '*') {
            stars++;
        }
        boolean closesBold = stars - i == 2 && (stars == end || line.at(stars) == ' ') && boldBefore(line, at);
        return Math.min(end, line.skipSpaces(closesBold ? stars : i));
    }

    private static boolean boldBefore(Folded line, int end) {
        int at = line.skipSpaces(0);
        while (at < end && !isWord(line.at(at))) {
            if (line.startsWith("**", at)) {
                return true;
            }
            at++;
        }
        return false;
    }
}
