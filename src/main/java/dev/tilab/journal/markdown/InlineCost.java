package dev.tilab.journal.markdown;

import java.util.HashMap;
import java.util.Map;

/**
 * At most how many characters commonmark looks at when it reads the inlines of a paragraph. It looks for the other end of
 * whatever may have one, and begins anew at the next: that is where a text of n openers without their ends costs n times its
 * length. Linear in the length of the text.
 */
final class InlineCost {

    /** Openers that a closer may be compared with are compared faster than characters are read. */
    private static final int DELIMITERS_PER_STEP = 4;

    /** A run that closes loses its signs one by one from its front, and all the others move up: fast, but for each of them. */
    private static final int SIGNS_PER_STEP = 32;

    private final String text;
    private final Map<Integer, Integer> backticks = new HashMap<>();
    private long steps;

    private InlineCost(String text) {
        this.text = text;
        this.steps = text.length();
    }

    static long of(String text) {
        InlineCost cost = new InlineCost(text);
        cost.readBackwards();
        cost.readBrackets();
        return cost.steps;
    }

    /** Tags, comments and the like; code; emphasis and the like: each end is known before its opener is met. */
    private void readBackwards() {
        int length = text.length();
        int tagEnd = length;
        int quote = length;
        long delimiters = 0;
        for (int i = length - 1; i >= 0; i--) {
            switch (text.charAt(i)) {
                case '>' -> tagEnd = i;
                case '"', '\'' -> quote = i;
                case '<' -> steps += quote < tagEnd || longTag(i + 1) ? length - i : tagEnd - i;
                case '`' -> i = backticks(i);
                case '*', '_', '~', '=' -> {
                    int first = startOfRun(i);
                    long signs = i - first + 1;
                    steps += signs * signs / SIGNS_PER_STEP;
                    delimiters++;
                    i = first;
                }
                default -> {}
            }
        }
        steps += delimiters * delimiters / DELIMITERS_PER_STEP;
    }

    /** Comments, declarations, CDATA and processing instructions do not end at the first {@code >}. */
    private boolean longTag(int next) {
        return next < text.length() && (text.charAt(next) == '!' || text.charAt(next) == '?');
    }

    /** Code ends at the next run of as many backticks; a backslash before a run takes one of them away. */
    private int backticks(int last) {
        int first = startOfRun(last);
        boolean escaped = first > 0 && text.charAt(first - 1) == '\\';
        int ticks = last - first + 1;
        Integer end = backticks.put(ticks, first);
        steps += (end == null || escaped ? text.length() : end) - first;
        return first;
    }

    private int startOfRun(int last) {
        int first = last;
        while (first > 0 && text.charAt(first - 1) == text.charAt(last)) {
            first--;
        }
        return first;
    }

    /** A link's text is copied when it ends, and all brackets still open are told that they are no links. */
    private void readBrackets() {
        int[] open = new int[16];
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '[') {
                if (depth == open.length) {
                    open = java.util.Arrays.copyOf(open, 2 * depth);
                }
                open[depth++] = i;
            } else if (c == ']' && depth > 0) {
                steps += depth + i - open[--depth];
            }
        }
    }
}
