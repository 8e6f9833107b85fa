package dev.tilab.journal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/** Texts that are cheap to write and dear to read, each of any length: by rule, all that opens something and never closes it. */
final class Shapes {

    /** What opens or separates something in Markdown, in HTML or for those who look for links. */
    private static final List<String> PIECES = List.of(
            "[",
            "![",
            "]",
            "[]",
            "[a](",
            "[a](b",
            "[a](b \"",
            "[a](b '",
            "[a](b (",
            "[a](<b",
            "[a][",
            "[a][b]",
            "[a]: b",
            "[a]: <b",
            "[a]: b \"",
            "[^a]",
            "*",
            "**",
            "*a ",
            "a*",
            "*a*",
            "***a ",
            "*a **b ",
            "*a_ ",
            "a**b",
            "_",
            "_a ",
            "a_ ",
            "__a__ ",
            "~",
            "~~",
            "~a ",
            "~~a ",
            "a~ ",
            "*a ~b _c ",
            "`",
            "`a",
            "``a ",
            "`a ``b ",
            "\\`",
            "\\",
            "\\[",
            "\\*",
            "<",
            "<a",
            "<a ",
            "<a b",
            "<a b=",
            "<a b=\"",
            "<a b='",
            "<a b=\"c\" ",
            "</",
            "</a",
            "<a>",
            "</a>",
            "<br>",
            "<b>x",
            "<!",
            "<!-",
            "<!--",
            "<!-- ",
            "<!-->",
            "<!A ",
            "<?",
            "<?a ?",
            "<![CDATA[",
            "a <![CDATA[ ",
            "]]>",
            "-->",
            "<a@b",
            "<http:",
            "<http://a",
            "<th>",
            "<table>",
            "<aside>",
            "<h1>",
            "<script>",
            "<style>",
            "<pre>",
            "<svg>",
            "<p ",
            "<img src=",
            "&",
            "&a",
            "&amp",
            "&amp;",
            "&#",
            "&#1",
            "&#x",
            "&nbsp;",
            "\"",
            "'",
            "(",
            ")",
            "@",
            "a@",
            "a@b",
            "a@b.kr ",
            "@a.",
            "www.",
            "www.a",
            "www.a.kr/(",
            "http:",
            "http://",
            "http://a/",
            "https://a.kr/( ",
            "://",
            ":",
            "a:",
            ".",
            "a.",
            ">",
            "> ",
            "> > ",
            "- ",
            "- - ",
            "* ",
            "+ ",
            "1. ",
            "1) ",
            "- > ",
            "> - ",
            "- [ ] ",
            "#",
            "# ",
            "=",
            "-",
            "|",
            "| ",
            "|a",
            "|-",
            ":-:",
            "\t",
            " ",
            "  ",
            "a",
            "가",
            "가 ",
            "\u0000",
            "😀",
            "\u00a0");

    /** Shapes of their own. */
    private static final Map<String, IntFunction<String>> BY_HAND = byHand();

    private Shapes() {}

    /** Every shape by its name: how to write it in about so many characters. */
    static Map<String, IntFunction<String>> all() {
        Map<String, IntFunction<String>> all = new LinkedHashMap<>(BY_HAND);
        // In one line and in lines by turns: neighbours are of a kind, and both of each would take the gate too long.
        boolean inLines = false;
        for (String piece : PIECES) {
            if (inLines) {
                all.put("'" + named(piece) + "' in lines", length -> repeated(piece + "\n", length));
            } else {
                all.put("'" + named(piece) + "' in one line", length -> "글 " + repeated(piece, length));
            }
            inLines = !inLines;
        }
        return all;
    }

    private static Map<String, IntFunction<String>> byHand() {
        Map<String, IntFunction<String>> shapes = new LinkedHashMap<>();
        shapes.put("wide table of short rows", length -> table(length, "b\n"));
        shapes.put("wide table of empty rows", length -> table(length, "||\n"));
        shapes.put("narrow tables", length -> repeated("|a\n|-\n\n", length));
        shapes.put("head of a table without end", length -> "|a".repeat(length / 4) + "\n" + "|-".repeat(length / 4));
        shapes.put("heads of tables that are none", length -> repeated("|a|b\n|-|x\n", length));
        shapes.put("rows [a in lines", length -> repeated("[a\n", length));
        shapes.put("rows |a|b in lines", length -> repeated("|a|b\n", length));
        shapes.put("letters, then lines of signs", length -> repeated("a\n", length / 2) + repeated("|\n", length / 2));
        shapes.put("brackets that close", length -> "[".repeat(length / 2) + "]".repeat(length / 2));
        shapes.put("pictures that close", length -> "![".repeat(length / 5) + "](a)".repeat(length / 6));
        shapes.put("links in links", length -> "[".repeat(length / 5) + "](a)".repeat(length / 5));
        shapes.put("open brackets, then links", length -> "[".repeat(length / 2) + repeated("[a](b)", length / 2));
        shapes.put(
                "a long address many times",
                length -> "[a]: /" + "b".repeat(length / 2) + "\n\n" + repeated("[a] ", length / 2));
        shapes.put(
                "a long title many times",
                length -> "[a]: b \"" + "c".repeat(length / 2) + "\"\n\n" + repeated("[a] ", length / 2));
        shapes.put("many names", length -> numbered("[a", "]: b\n", length));
        shapes.put(
                "many names asked for",
                length -> numbered("[a", "]: b\n", length / 2) + "\n" + numbered("[a", "] ", length / 2));
        shapes.put("a name without end", length -> "[" + repeated("a\n", length));
        shapes.put("a title without end", length -> "[a]: b \"" + repeated("c\n", length));
        shapes.put("runs of ever more backticks", length -> growing("`", "a", length));
        shapes.put("runs of ever more stars", length -> growing("*", "a", length));
        shapes.put("two long runs of stars", length -> "*".repeat(length / 2) + "a" + "*".repeat(length / 2));
        shapes.put("runs of ever more tildes", length -> growing("~", "a ", length));
        shapes.put("stars that close", length -> "*a ".repeat(length / 6) + "b* ".repeat(length / 6));
        shapes.put("stars of threes", length -> repeated("a**b c* ", length));
        shapes.put("kinds of emphasis crossed", length -> repeated("*a _b* c_ ~d ", length));
        shapes.put("emphasis in emphasis", length -> "*_".repeat(length / 4) + "a" + "_*".repeat(length / 4));
        shapes.put("quotes ever deeper", length -> growing(">", "a\n", length));
        shapes.put(
                "quotes that a word goes on", length -> ">".repeat(length / 2) + "a\n" + repeated("b\n", length / 2));
        shapes.put("lists ever deeper", Shapes::deepList);
        shapes.put(
                "a hundred lists with many lines",
                length -> "- ".repeat(90) + "a\n" + repeated(" ".repeat(180) + "b\n", length));
        shapes.put("a list with blank lines", length -> "- a\n" + repeated("\n", length) + "b");
        shapes.put("a rule that is none", length -> repeated("* ", length) + "a");
        shapes.put("a heading that is none", length -> "#".repeat(length) + "a");
        shapes.put("a heading with its end", length -> "# " + repeated("# ", length) + "a");
        shapes.put("headings of the same words", length -> repeated("## a\n", length));
        shapes.put("headings of numbers", length -> numbered("# a-", "\n", length));
        shapes.put("underlined headings", length -> repeated("a\n-\n", length));
        shapes.put("a long heading underlined", length -> repeated("a\n", length) + "---\n");
        shapes.put("fences without end", length -> repeated("```\na\n", length));
        shapes.put(
                "fences of ever more backticks",
                length -> growing("`", "\n", length).replace("\n`", "\n```"));
        shapes.put("a tag of attributes", length -> "<a" + repeated(" b", length));
        shapes.put("a tag of attributes with values", length -> "<a" + repeated(" b=\"c\"", length) + "x");
        shapes.put("a tag of spaces", length -> "<a" + " ".repeat(length) + "x");
        shapes.put("a closed tag and spaces", length -> "<a>" + " ".repeat(length) + "x");
        shapes.put("tags in attributes", length -> "글 " + repeated("<a x=\"<a \" x='<a ' ", length));
        shapes.put("tags around nothing", length -> repeated("<br><p></p>", length));
        shapes.put("boxes and bullets around nothing", length -> repeated("- [ ] ", length));
        shapes.put("tags never closed", length -> "<div>\n" + repeated("<b><i><u>", length));
        shapes.put("tags crossed", length -> repeated("<b><i></b></i>", length));
        shapes.put("cells outside tables", length -> repeated("<td><tr><table>", length));
        shapes.put("pictures of HTML", length -> repeated("<img src=\"http://a\">\n", length));
        shapes.put("boxes in boxes", length -> repeated("- [ ] - [x] ", length));
        shapes.put("boxes with long labels", length -> repeated("- [ ] " + "a".repeat(200) + "\n", length));
        shapes.put("addresses in one word", length -> repeated("http://a.kr/b@c.kr", length));
        shapes.put("names of mail in one word", length -> "a".repeat(length) + "@");
        shapes.put("words of dots and at", length -> repeated("a.a@", length));
        shapes.put("schemes without address", length -> repeated("ahttp://", length));
        shapes.put("an address of brackets", length -> "https://a.kr/" + "(".repeat(length));
        shapes.put("an address of full stops", length -> "https://a.kr/" + ".".repeat(length));
        shapes.put("notes at the foot", length -> numbered("[^", "]: a\n\n", length));
        shapes.put("paragraphs", length -> repeated("글 **굵게** `코드` [링크](https://a.kr)\n\n", length));
        return shapes;
    }

    /** A head as wide as a tenth of the text. */
    private static String table(int length, String row) {
        int columns = Math.max(1, length / 20);
        return "|a".repeat(columns) + "\n" + "|-".repeat(columns) + "\n" + repeated(row, length - 4 * columns);
    }

    private static String deepList(int length) {
        StringBuilder text = new StringBuilder();
        for (int depth = 0; text.length() < length; depth = (depth + 1) % 400) {
            text.append("  ".repeat(depth)).append("- a\n");
        }
        return text.toString();
    }

    private static String growing(String sign, String after, int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 1; text.length() < length; i++) {
            text.append(sign.repeat(i)).append(after);
        }
        return text.toString();
    }

    private static String numbered(String before, String after, int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; text.length() < length; i++) {
            text.append(before).append(i).append(after);
        }
        return text.toString();
    }

    private static String repeated(String piece, int length) {
        return piece.repeat(Math.max(1, length / piece.length()));
    }

    private static String named(String piece) {
        return piece.replace("\t", "tab").replace("\u0000", "NUL").replace("\u00a0", "no-break space");
    }
}
