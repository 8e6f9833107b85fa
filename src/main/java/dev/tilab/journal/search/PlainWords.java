package dev.tilab.journal.search;

import java.text.Normalizer;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Markdown as it is looked through and shown in a hit: every word, addresses and code too, without the signs around them. Takes time
 * linear in the length of the text.
 */
final class PlainWords {

    private record Change(Pattern pattern, String by) {}

    private static final List<Change> CHANGES = List.of(
            change("(?m)^[ \\t]{0,12}(?:>[ \\t]?){1,8}", ""), // quotes
            change("(?m)^[ \\t]{0,40}(?:#{1,6}|[-*+]|\\d{1,9}[.)])[ \\t]+(?:\\[[ xX]][ \\t]+)?", ""), // headings, items
            // Fences; what language a code is in may be looked for, and is no part of its text.
            change("(?m)^[ \\t]{0,12}(?:`{3,}|~{3,})[ \\t]*+([^`\\n]*+)$", Snippet.ASIDE + "$1" + Snippet.ASIDE_END),
            change("(?m)^[ \\t]{0,12}(?:`{3,}|~{3,})", ""),
            change("(?m)^[ \\t|:-]++$", ""), // rules, and those of tables
            change("!?\\[([^\\[\\]\\n]{0,500})]\\(([^()\\s]{0,2000})\\)", "$1 $2"), // links and pictures
            change("\\*\\*|__|~~|==|`", ""),
            change("\\|", " "),
            change("[ \\t]{2,}+", " "));

    private PlainWords() {}

    private static Change change(String pattern, String by) {
        return new Change(Pattern.compile(pattern), by);
    }

    static String of(String markdown) {
        String text = normal(markdown);
        for (Change change : CHANGES) {
            text = change.pattern().matcher(text).replaceAll(change.by());
        }
        return text.strip();
    }

    /** macOS writes Hangul in pieces, which looks the same; the signs of a mark are ours. */
    static String normal(String text) {
        return Normalizer.normalize(Snippet.SIGNS.matcher(text).replaceAll(""), Normalizer.Form.NFC);
    }
}
