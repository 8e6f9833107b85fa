package dev.tilab.journal.web;

import java.util.List;

/** Counts what stands in a text. */
final class Texts {

    private Texts() {}

    /** The lines of a text, whatever ends them. */
    static List<String> lines(String text) {
        return List.of(text.split("\r\n|\r|\n", -1));
    }

    /** Letters that a reader sees: code points without white space. */
    static int letters(String text) {
        return text == null
                ? 0
                : (int) text.codePoints()
                        .filter(c -> !Character.isWhitespace(c))
                        .count();
    }
}
