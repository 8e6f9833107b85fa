package dev.tilab.journal.template;

/**
 * How the first line of an item is written: {@code "#### 주제 "}, number, {@code ": "}, words.
 *
 * @param before what stands before the number, or before the words when there is none
 * @param middle what stands between number and words
 * @param after what stands behind the words
 * @param numbered whether there is a number
 * @param spaced whether items are kept apart by a blank line
 */
record Style(String before, String middle, String after, boolean numbered, boolean spaced) {

    static Style numbered(String before, boolean spaced) {
        return new Style(before, ": ", "", true, spaced);
    }

    static Style plain(String before, boolean spaced) {
        return new Style(before, "", "", false, spaced);
    }

    String line(int number, String words) {
        String label = numbered ? before + number + middle : before;
        boolean apart = !words.isEmpty()
                && !label.isEmpty()
                && !Character.isWhitespace(label.charAt(label.length() - 1))
                && label.charAt(label.length() - 1) != '*';
        return ((apart ? label + " " : label) + words).stripTrailing() + after;
    }

    /** The depth at which lines below the item's first one belong to it. */
    String indent() {
        Folded line = Folded.of(line(1, "x"));
        Bullet bullet = Bullet.of(line);
        return bullet == null ? "" : " ".repeat(bullet.indent() + (bullet.ordered() ? 3 : 2));
    }
}
