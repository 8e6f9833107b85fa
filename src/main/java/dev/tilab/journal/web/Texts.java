package dev.tilab.journal.web;

import java.util.ArrayList;
import java.util.List;

/** Turns what a browser sends into the texts that {@link dev.tilab.journal.template.DayFields} promises. */
final class Texts {

    private Texts() {}

    /** Line ends of a form (CRLF by the HTML standard) become {@code \n}; blank lines at both ends go; null becomes empty. */
    static String clean(String typed) {
        if (typed == null || typed.isBlank()) {
            return "";
        }
        List<String> lines = new ArrayList<>(lines(typed));
        while (!lines.isEmpty() && lines.get(0).isBlank()) {
            lines.remove(0);
        }
        while (!lines.isEmpty() && lines.get(lines.size() - 1).isBlank()) {
            lines.remove(lines.size() - 1);
        }
        return String.join("\n", lines);
    }

    /** One line of text: line ends become spaces, blanks at both ends go. */
    static String line(String typed) {
        return clean(typed).replace('\n', ' ').strip();
    }

    /**
     * What is to be stored: the stored text itself where the form sends it back unchanged but for what a form cannot carry
     * (line ends, blank lines around it), so that an untouched field never counts as edited.
     */
    static String keep(String cleaned, String stored) {
        return stored != null && cleaned.equals(clean(stored)) ? stored : cleaned;
    }

    /** As {@link #keep}, for one line. */
    static String keepLine(String cleaned, String stored) {
        return stored != null && cleaned.equals(line(stored)) ? stored : cleaned;
    }

    /** The lines of a text, whatever ends them. */
    static List<String> lines(String text) {
        return List.of(text.split("\r\n|\r|\n", -1));
    }

    /** Letters that a reader sees: code points without white space. */
    static int letters(String text) {
        return text == null ? 0 : (int) text.codePoints().filter(c -> !Character.isWhitespace(c)).count();
    }
}
