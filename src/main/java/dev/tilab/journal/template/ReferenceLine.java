package dev.tilab.journal.template;

import java.util.List;

/**
 * A line of the references: a link, an address with or without words beside it, or a sentence.
 *
 * @param title all words of the line outside the address; empty for a bare address
 * @param url the address; empty for a sentence
 * @param prefix what stands before them in the line (list marker), kept when the line is written anew
 * @param shape how words and address stand in the line; null for a sentence or for a line that says nothing
 * @param visible whether it says something: false for an empty bullet or a placeholder
 */
record ReferenceLine(String title, String url, String prefix, Shape shape, boolean visible) {

    /**
     * @param words the line behind its prefix
     * @param from where the link, or the address without one, begins in it
     * @param to where that ends
     * @param name what stands in the link's brackets; null without brackets
     */
    record Shape(String words, int from, int to, String name) {

        String before() {
            return words.substring(0, from);
        }

        String after() {
            return words.substring(to);
        }

        /** All that stands beside the address, in its order; signs that only lead to the address are left out. */
        String title() {
            String before = before();
            String after = after();
            String label = name == null ? "" : name.strip();
            boolean linked = !label.isEmpty();
            String first = linked || !after.isBlank() ? saysNothing(before) ? "" : before : withoutSeparator(before);
            String last = first.isBlank() && !linked ? withoutLeadingSeparator(after) : after;
            boolean tight = linked && !first.isEmpty() && first.equals(first.stripTrailing());
            boolean tightEnd = linked && !last.isEmpty() && last.equals(last.stripLeading());
            StringBuilder title = new StringBuilder(first.strip());
            append(title, label, tight);
            append(title, last.strip(), tightEnd);
            return title.toString();
        }

        private static void append(StringBuilder words, String more, boolean tight) {
            if (!more.isEmpty()) {
                words.append(words.isEmpty() || tight ? "" : " ").append(more);
            }
        }
    }

    ReferenceLine {
        title = Tidy.line(title);
        url = Tidy.line(url);
    }

    /** The reference that a line is; null for a line that is none (heading, picture, rule, HTML). */
    static ReferenceLine of(String content) {
        Folded line = Folded.of(content);
        Bullet bullet = Bullet.of(line);
        int start = line.originalStart(bullet == null ? line.skipSpaces(0) : bullet.end());
        String prefix = content.substring(0, start);
        String words = content.substring(start).strip();
        if (words.isEmpty() ? bullet == null : !Label.isWord(line.at(0)) && isOther(line, words)) {
            return null;
        }
        if (words.isEmpty() || Placeholders.is(line)) {
            return new ReferenceLine("", "", prefix, null, false);
        }
        ReferenceLine link = link(words, prefix);
        return link != null ? link : address(words, prefix);
    }

    /** The line for a new reference: as plain as can be read back. */
    static String write(String prefix, String title, String url) {
        String plain = prefix + (url.isEmpty() ? title : url);
        return (title.isEmpty() || url.isEmpty()) && reads(plain, title, url) ? plain : prefix + linked(title, url);
    }

    /** This line for other words or another address, in its own shape where that can be read back. */
    String changed(String title, String url) {
        if (shape != null && !url.isEmpty()) {
            for (String words : title.equals(this.title) ? readdressed(url) : reworded(title, url)) {
                if (reads(prefix + words, title, url)) {
                    return prefix + words;
                }
            }
        }
        return write(prefix, title, url);
    }

    /** Only the address differs. */
    private List<String> readdressed(String url) {
        String link = shape.words.substring(shape.from, shape.to);
        int at = link.lastIndexOf(this.url);
        return at < 0
                ? List.of()
                : List.of(shape.before()
                        + link.substring(0, at)
                        + url
                        + link.substring(at + this.url.length())
                        + shape.after());
    }

    /** A link alone keeps its form; words before or behind an address stay on their side of it. */
    private List<String> reworded(String title, String url) {
        if (shape.name != null) {
            return List.of();
        }
        String before = shape.before();
        if (before.isBlank()) {
            return List.of(url + (shape.after().isBlank() ? " " : leading(shape.after())) + title);
        }
        String separator = before.substring(withoutSeparator(before).length());
        return List.of(title + separator + url, title + ' ' + url);
    }

    private static String leading(String after) {
        return after.substring(
                0, after.length() - withoutLeadingSeparator(after).length());
    }

    private static String linked(String title, String url) {
        StringBuilder escaped = new StringBuilder();
        for (char c : title.toCharArray()) {
            if (c == '[' || c == ']' || c == '\\') {
                escaped.append('\\');
            }
            escaped.append(c);
        }
        boolean angled = url.indexOf(' ') >= 0 || url.indexOf('(') >= 0 || url.indexOf(')') >= 0;
        return "[" + escaped + "](" + (angled ? '<' + url + '>' : url) + ')';
    }

    private static boolean reads(String line, String title, String url) {
        ReferenceLine read = of(line);
        return read != null && read.visible && read.title.equals(title) && read.url.equals(url);
    }

    private static boolean isOther(Folded line, String words) {
        return line.heading() != null
                || Bullet.isRule(line)
                || words.startsWith("![")
                || words.startsWith("|")
                || words.startsWith(">")
                || (words.startsWith("<") && !words.startsWith("<http"))
                || words.startsWith("```")
                || words.startsWith("~~~");
    }

    /** {@code [AWS 문서](https://…)} alone, or with words around it; null where there is no such link. */
    private static ReferenceLine link(String words, String prefix) {
        int open = 0;
        int close = words.charAt(0) == '[' ? closing(words, 0, '[', ']') : -1;
        if (close < 0 || close + 1 >= words.length() || words.charAt(close + 1) != '(') {
            close = words.indexOf("](http");
            open = close < 0 ? -1 : opening(words, close);
        }
        if (close < 0 || open < 0) {
            return null;
        }
        int end = words.startsWith("(<", close + 1)
                ? words.indexOf(">)", close) + 1
                : closing(words, close + 1, '(', ')');
        if (end <= close) {
            return null;
        }
        Shape shape = new Shape(words, open, end + 1, unescaped(words.substring(open + 1, close)));
        return new ReferenceLine(shape.title(), target(words.substring(close + 2, end)), prefix, shape, true);
    }

    private static ReferenceLine address(String words, String prefix) {
        int start = words.indexOf("https://");
        int plain = words.indexOf("http://");
        start = start < 0 || (plain >= 0 && plain < start) ? plain : start;
        start = start < 0 && words.startsWith("www.") ? 0 : start;
        if (start < 0) {
            return new ReferenceLine(words, "", prefix, null, true);
        }
        int end = start;
        while (end < words.length() && " \t<>\"\u00A0".indexOf(words.charAt(end)) < 0) {
            end++;
        }
        boolean angled = words.startsWith(">", end) && start > 0 && words.charAt(start - 1) == '<';
        Shape shape = new Shape(words, angled ? start - 1 : start, angled ? end + 1 : end, null);
        return new ReferenceLine(shape.title(), words.substring(start, end), prefix, shape, true);
    }

    private static final String SEPARATORS = ":-<–—→：";

    private static boolean saysNothing(String before) {
        return withoutSeparator(before).isEmpty();
    }

    private static String withoutLeadingSeparator(String after) {
        String words = after.strip();
        while (!words.isEmpty() && SEPARATORS.indexOf(words.charAt(0)) >= 0) {
            words = words.substring(1).strip();
        }
        return words;
    }

    private static String withoutSeparator(String before) {
        String words = before.strip();
        while (!words.isEmpty() && SEPARATORS.indexOf(words.charAt(words.length() - 1)) >= 0) {
            words = words.substring(0, words.length() - 1).strip();
        }
        return words;
    }

    /** The address of a link without its angle brackets and its tooltip. */
    private static String target(String inside) {
        String words = inside.strip();
        if (words.startsWith("<") && words.endsWith(">")) {
            return words.substring(1, words.length() - 1);
        }
        int space = words.indexOf(" \"");
        return space < 0 ? words : words.substring(0, space).strip();
    }

    private static int closing(String words, int from, char open, char close) {
        int depth = 0;
        for (int i = from; i < words.length(); i++) {
            char c = words.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == open) {
                depth++;
            } else if (c == close && --depth == 0) {
                return i;
            }
        }
        return -1;
    }

    /** Where the bracket opens that closes there. */
    private static int opening(String words, int close) {
        int depth = 0;
        for (int i = close; i >= 0; i--) {
            char c = words.charAt(i);
            if (i > 0 && words.charAt(i - 1) == '\\') {
                continue;
            }
            if (c == ']') {
                depth++;
            } else if (c == '[' && --depth == 0) {
                return i;
            }
        }
        return -1;
    }

    private static String unescaped(String title) {
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < title.length(); i++) {
            boolean escape =
                    title.charAt(i) == '\\' && i + 1 < title.length() && "[]\\".indexOf(title.charAt(i + 1)) >= 0;
            plain.append(title.charAt(escape ? ++i : i));
        }
        return plain.toString();
    }
}
