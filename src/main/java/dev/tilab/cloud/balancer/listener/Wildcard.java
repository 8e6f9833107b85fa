package dev.tilab.cloud.balancer.listener;

import java.util.Locale;

/**
 * A text with {@code *} for any characters, or none, and {@code ?} for exactly one.
 *
 * @param text as it was written
 * @param caseSensitive whether letters have to be the same in case
 */
record Wildcard(String text, boolean caseSensitive) {

    /** How many of its characters stand for others. */
    int wildcards() {
        return (int) text.chars().filter(c -> c == '*' || c == '?').count();
    }

    /** Goes back to the last {@code *} only, which is enough: so it takes at most the product of both lengths. */
    boolean matches(String value) {
        String pattern = caseSensitive ? text : text.toLowerCase(Locale.ROOT);
        String given = caseSensitive ? value : value.toLowerCase(Locale.ROOT);
        int at = 0;
        int star = -1;
        int resume = 0;
        for (int i = 0; i < given.length(); ) {
            if (at < pattern.length() && pattern.charAt(at) == '*') {
                star = at++;
                resume = i;
            } else if (at < pattern.length() && (pattern.charAt(at) == '?' || pattern.charAt(at) == given.charAt(i))) {
                at++;
                i++;
            } else if (star >= 0) {
                at = star + 1;
                i = ++resume;
            } else {
                return false;
            }
        }
        while (at < pattern.length() && pattern.charAt(at) == '*') {
            at++;
        }
        return at == pattern.length();
    }
}
