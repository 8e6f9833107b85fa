package dev.tilab.journal.markdown;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.internal.HtmlBlockParser;
import org.commonmark.parser.block.BlockParserFactory;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;

/**
 * HTML is read as HTML where it will be shown as such; any other tag is text like the words around it, so that what follows a
 * {@code <script>} or stands in a {@code List<String>} is not lost.
 */
final class ShownHtml implements BlockParserFactory {

    /** Possessive, because attributes have no other reading and a long tag would else be read again and again. */
    private static final Pattern TAG = Pattern.compile(
            "</?([A-Za-z][A-Za-z0-9-]*+)(?:\\s++[A-Za-z_:][\\w:.-]*+(?:\\s*+=\\s*+(?:[^\\s\"'=<>`]++|'[^']*+'|\"[^\"]*+\"))?+)*+\\s*+/?+>");

    private static final Pattern NAME = Pattern.compile("</?([A-Za-z][A-Za-z0-9-]*+)");
    private static final String COMMENT = "<!--";
    private static final String COMMENT_END = "-->";

    private final BlockParserFactory html = new HtmlBlockParser.Factory();
    private final int lastCommentEnd;

    /** @param markdown the whole text: whether a comment that begins in it ends */
    ShownHtml(String markdown) {
        lastCommentEnd = markdown.lastIndexOf(COMMENT_END);
    }

    @Override
    public BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
        CharSequence line = state.getLine().getContent();
        int at = state.getNextNonSpaceIndex();
        if (at >= line.length() || line.charAt(at) != '<') {
            return BlockStart.none();
        }
        String rest = line.subSequence(at, line.length()).toString();
        boolean shown = rest.startsWith(COMMENT)
                ? state.getLine().getSourceSpan().getInputIndex() + at + COMMENT.length() <= lastCommentEnd
                : beginsAsShown(rest);
        return shown ? html.tryStart(state, matched) : BlockStart.none();
    }

    private static boolean beginsAsShown(String text) {
        Matcher name = NAME.matcher(text);
        return name.lookingAt() && SafeHtml.shows(name.group(1).toLowerCase(Locale.ROOT));
    }

    /** What becomes of a piece of HTML as commonmark found it in a paragraph. */
    enum Fate {
        /** It is a tag that shows. */
        TAG,
        /** It is a comment: neither it nor its words. */
        NOTHING,
        /** It is text. */
        TEXT
    }

    static Fate of(String inline) {
        return inline.startsWith(COMMENT) ? Fate.NOTHING : beginsAsShown(inline) ? Fate.TAG : Fate.TEXT;
    }

    /** The block without comments, and with every sign that opens nothing shown written as text. */
    static String tidied(String block, RenderingBudget budget) {
        StringBuilder out = new StringBuilder(block.length() + 16);
        Matcher tag = TAG.matcher(block);
        int i = 0;
        while (i < block.length()) {
            int open = block.indexOf('<', i);
            if (open < 0) {
                break;
            }
            out.append(block, i, open);
            int end = end(block, open, tag);
            budget.spend(1 + Math.max(1, end - open));
            if (end < 0) {
                out.append("&lt;");
                i = open + 1;
            } else {
                // What ends a comment, the sanitizer and commonmark do not see alike: it gets none.
                out.append(block, open, block.startsWith(COMMENT, open) ? open : end);
                i = end;
            }
        }
        return out.append(block, i, block.length()).toString();
    }

    private static int end(String block, int open, Matcher tag) {
        if (block.startsWith(COMMENT, open)) {
            int end = block.indexOf(COMMENT_END, open + COMMENT.length());
            return end < 0 ? -1 : end + COMMENT_END.length();
        }
        tag.region(open, block.length());
        return tag.lookingAt() && SafeHtml.shows(tag.group(1).toLowerCase(Locale.ROOT)) ? tag.end() : -1;
    }
}
