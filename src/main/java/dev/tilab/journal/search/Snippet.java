package dev.tilab.journal.search;

import java.util.List;
import java.util.regex.Pattern;

/** Makes what the index marked into HTML: short, around the first mark, and nothing of what was written as more than text. */
final class Snippet {

    /** Characters of no writing, which texts in the index do not have: {@link PlainWords}. */
    static final String START = "\uE000";

    static final String END = "\uE001";

    /** Around what is found and not shown, unless it is what was asked for. */
    static final String ASIDE = "\uE002";

    static final String ASIDE_END = "\uE003";

    /** Any of them. */
    static final Pattern SIGNS = Pattern.compile("[\uE000-\uE003]");

    private static final Pattern ASIDES = Pattern.compile("\uE002[^\uE000\uE003]*+\uE003?|[\uE002\uE003]");

    static final String BETWEEN = " … ";

    /** How long one is at most, but for a mark that is cut by nobody. */
    static final int CHARACTERS = 200;

    /** More sentences than a title has. */
    static final int TITLE_FRAGMENTS = 50;

    /** Of the text before the first mark, so much is shown. */
    private static final int BEFORE = 60;

    private Snippet() {}

    /** @param marked sentences of a text; whatever spaces stand between its words */
    static String of(String marked) {
        String line = plain(marked).replaceAll("\\s+", " ").strip();
        int mark = line.indexOf(START);
        int from = line.length() <= CHARACTERS || mark <= BEFORE ? 0 : wordAfter(line, mark - BEFORE, mark);
        int to = Math.min(line.length(), from + CHARACTERS);
        if (to < line.length()) {
            int space = line.lastIndexOf(' ', to);
            to = space > to - BEFORE && space > mark ? space : whole(line, to);
        }
        // Where one sentence ends and the next one is not shown, one sign of that is enough.
        String shown = line.substring(from, to).strip();
        shown = shown.endsWith("…") ? shown.substring(0, shown.length() - 1).strip() : shown;
        boolean open = shown.lastIndexOf(START) > shown.lastIndexOf(END);
        return (from > 0 ? "… " : "") + html(shown) + (open ? "</mark>" : "") + (to < line.length() ? " …" : "");
    }

    /** Without what is not shown. */
    static String plain(String text) {
        return ASIDES.matcher(text).replaceAll(" ");
    }

    /** The whole title, however many sentences of it are marked. */
    static String title(String title, List<String> marked) {
        String whole = title;
        for (String sentence : marked) {
            whole = whole.replace(sentence.replace(START, "").replace(END, ""), sentence);
        }
        return html(plain(whole));
    }

    /** Not within a word, where that begins before the mark. */
    private static int wordAfter(String line, int at, int mark) {
        int space = line.indexOf(' ', at);
        return space >= 0 && space < mark ? space + 1 : whole(line, at);
    }

    private static int whole(String line, int at) {
        return at > 0 && at < line.length() && Character.isLowSurrogate(line.charAt(at)) ? at + 1 : at;
    }

    private static String html(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;")
                .replace(START, "<mark>")
                .replace(END, "</mark>");
    }
}
