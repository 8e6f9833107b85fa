package dev.tilab.journal.template;

import java.util.AbstractList;
import java.util.List;

/** The line ends of a text that was edited where they do not show: a browser's text field has but one kind of them. */
public final class LineEnds {

    private LineEnds() {}

    /**
     * The typed text, whatever ends its lines, with the line ends of the stored one: a line that is unchanged keeps its own, one
     * that stands in the place of another takes that one's, and what is new gets what most lines have.
     */
    public static String kept(String stored, String typed) {
        Lines before = Lines.of(stored);
        Lines now = Lines.of(typed);
        int[] partner = CommonSubsequence.of(contents(now), contents(before));
        String usual = before.usualEol();
        StringBuilder text = new StringBuilder(typed.length());
        int line = 0;
        int place = 0;
        while (line < now.size()) {
            int next = line;
            while (next < now.size() && partner[next] < 0) {
                next++;
            }
            int end = next < now.size() ? partner[next] : before.size();
            for (; line < next; line++, place++) {
                add(text, now, line, place < end ? before.eol(place) : "", usual);
            }
            if (line < now.size()) {
                add(text, now, line++, before.eol(end), usual);
                place = end + 1;
            }
        }
        return text.toString();
    }

    private static void add(StringBuilder text, Lines now, int line, String eol, String usual) {
        text.append(now.content(line));
        if (now.eol(line).isEmpty()) {
            return;
        }
        String end = eol.isEmpty() ? usual : eol;
        // An empty line that ended with a line feed behind one that ends with a carriage return would be swallowed by
        // it.
        boolean swallowed = end.equals("\n") && !text.isEmpty() && text.charAt(text.length() - 1) == '\r';
        text.append(swallowed ? "\r" : end);
    }

    private static List<String> contents(Lines lines) {
        return new AbstractList<>() {
            @Override
            public String get(int line) {
                return lines.content(line);
            }

            @Override
            public int size() {
                return lines.size();
            }
        };
    }
}
