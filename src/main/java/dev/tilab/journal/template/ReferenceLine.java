package dev.tilab.journal.template;

/**
 * A line of the references: a link, an address with or without words beside it, or a sentence.
 *
 * @param title the words; empty for a bare address
 * @param url the address; empty for a sentence
 * @param prefix what stands before them in the line (list marker), kept when the line is written anew
 * @param rest words of the line that are in neither, kept when it is written anew
 * @param visible whether it says something: false for an empty bullet or a placeholder
 */
record ReferenceLine(String title, String url, String prefix, String rest, boolean visible) {

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
            return new ReferenceLine("", "", prefix, "", false);
        }
        ReferenceLine link = link(words, prefix);
        return link != null ? link : address(words, prefix);
    }

    /** The line for a reference: as plain as can be read back; what else stood in its line goes behind it. */
    static String write(String prefix, String title, String url, String rest) {
        String plain = prefix + (url.isEmpty() ? title : url);
        if (rest.isEmpty() && (title.isEmpty() || url.isEmpty()) && reads(plain, title, url)) {
            return plain;
        }
        StringBuilder escaped = new StringBuilder();
        for (char c : title.toCharArray()) {
            if (c == '[' || c == ']' || c == '\\') {
                escaped.append('\\');
            }
            escaped.append(c);
        }
        boolean angled = url.indexOf(' ') >= 0 || url.indexOf('(') >= 0 || url.indexOf(')') >= 0;
        return prefix + '[' + escaped + "](" + (angled ? '<' + url + '>' : url) + ')' + (rest.isEmpty() ? "" : " " + rest);
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

    private static ReferenceLine link(String words, String prefix) {
        if (words.charAt(0) != '[') {
            return inSentence(words, prefix);
        }
        int close = closing(words, 0, '[', ']');
        if (close < 0 || close + 1 >= words.length() || words.charAt(close + 1) != '(') {
            return inSentence(words, prefix);
        }
        int end = words.startsWith("(<", close + 1) ? words.indexOf(">)", close) + 1 : closing(words, close + 1, '(', ')');
        if (end <= close) {
            return null;
        }
        String title = unescaped(words.substring(1, close)).strip();
        String rest = words.substring(end + 1).strip();
        return new ReferenceLine(title, target(words.substring(close + 2, end)), prefix, rest, true);
    }

    /** {@code AWS 문서 [링크](https://…)}: the address counts, the words before it are the title. */
    private static ReferenceLine inSentence(String words, String prefix) {
        int middle = words.indexOf("](http");
        int open = middle < 0 ? -1 : words.lastIndexOf('[', middle);
        int end = middle < 0 ? -1 : closing(words, middle + 1, '(', ')');
        if (open <= 0 || end < 0) {
            return null;
        }
        String before = withoutSeparator(words.substring(0, open));
        String name = words.substring(open + 1, middle);
        String after = words.substring(end + 1);
        String title = before.isEmpty() ? name : before;
        String rest = (before.isEmpty() ? after : name + " " + after.strip()).strip();
        return new ReferenceLine(title.strip(), target(words.substring(middle + 2, end)), prefix, rest, true);
    }

    private static ReferenceLine address(String words, String prefix) {
        int start = words.indexOf("https://");
        int plain = words.indexOf("http://");
        start = start < 0 || (plain >= 0 && plain < start) ? plain : start;
        start = start < 0 && words.startsWith("www.") ? 0 : start;
        if (start < 0) {
            return new ReferenceLine(words, "", prefix, "", true);
        }
        int end = start;
        while (end < words.length() && " \t<>\"\u00A0".indexOf(words.charAt(end)) < 0) {
            end++;
        }
        String before = withoutSeparator(words.substring(0, start));
        String after = words.substring(words.startsWith(">", end) ? end + 1 : end).strip();
        boolean titled = !before.isEmpty();
        return new ReferenceLine(titled ? before : after, words.substring(start, end), prefix, titled ? after : "", true);
    }

    private static String withoutSeparator(String before) {
        String words = before.strip();
        while (!words.isEmpty() && ":-<–—→：".indexOf(words.charAt(words.length() - 1)) >= 0) {
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

    private static String unescaped(String title) {
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < title.length(); i++) {
            boolean escape = title.charAt(i) == '\\' && i + 1 < title.length() && "[]\\".indexOf(title.charAt(i + 1)) >= 0;
            plain.append(title.charAt(escape ? ++i : i));
        }
        return plain.toString();
    }
}
