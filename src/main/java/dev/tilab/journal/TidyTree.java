package dev.tilab.journal;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.Block;
import org.commonmark.node.Code;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;
import org.commonmark.parser.PostProcessor;

/**
 * Makes the tree of a text fit to be rendered, without recursion: flattens what is nested deeper than the stack would bear,
 * and turns what only looks like HTML ({@code List<String>} in prose) into the text that was meant.
 */
final class TidyTree implements PostProcessor {

    private static final Pattern TAG = Pattern.compile("</?([A-Za-z][A-Za-z0-9-]*)");

    /** The names of HTML; all others in angle brackets are words of a programmer. */
    private static final Set<String> HTML = Set.of(
            """
            a abbr acronym address applet area article aside audio b base basefont bdi bdo big blink blockquote
            body br button canvas caption center cite code col colgroup command content data datalist dd del
            details dfn dialog dir div dl dt em embed fieldset figcaption figure font footer form frame frameset
            h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe image img input ins isindex kbd keygen label
            legend li link listing main map mark marquee math menu menuitem meta meter nav nobr noembed noframes
            noscript object ol optgroup option output p param picture plaintext portal pre progress q rb rp rt
            rtc ruby s samp script search section select shadow slot small source spacer span strike strong
            style sub summary sup svg table tbody td template textarea tfoot th thead time title tr track tt u
            ul var video wbr xmp""".split("\\s+"));

    private final int maxDepth;

    TidyTree(int maxDepth) {
        this.maxDepth = maxDepth;
    }

    @Override
    public Node process(Node document) {
        int depth = 0;
        Node node = document;
        while (node != null) {
            if (node instanceof HtmlInline inline && looksOnlyLikeHtml(inline.getLiteral())) {
                node = replace(node, new Text(inline.getLiteral()));
            } else if (node instanceof HtmlBlock block && looksOnlyLikeHtml(block.getLiteral())) {
                Paragraph paragraph = new Paragraph();
                paragraph.appendChild(new Text(block.getLiteral()));
                node = replace(node, paragraph);
            } else if (depth >= maxDepth && node.getFirstChild() != null) {
                node = replace(node, flat(node));
            }
            if (node.getFirstChild() != null) {
                node = node.getFirstChild();
                depth++;
                continue;
            }
            while (node != null && node != document && node.getNext() == null) {
                node = node.getParent();
                depth--;
            }
            node = node == null || node == document ? null : node.getNext();
        }
        return document;
    }

    private static boolean looksOnlyLikeHtml(String literal) {
        Matcher tag = TAG.matcher(literal.stripLeading());
        return tag.lookingAt() && !HTML.contains(tag.group(1).toLowerCase(Locale.ROOT));
    }

    private static Node replace(Node old, Node by) {
        old.insertBefore(by);
        old.unlink();
        return by;
    }

    /** The words below a node, as one leaf that may stand in the node's place. */
    private static Node flat(Node top) {
        StringBuilder words = new StringBuilder();
        Node node = top;
        while (node != null) {
            if (node instanceof Text text) {
                words.append(text.getLiteral());
            } else if (node instanceof Code code) {
                words.append(code.getLiteral());
            } else if (node instanceof Block && !words.isEmpty()) {
                words.append(' ');
            }
            if (node.getFirstChild() != null) {
                node = node.getFirstChild();
                continue;
            }
            while (node != top && node.getNext() == null) {
                node = node.getParent();
            }
            node = node == top ? null : node.getNext();
        }
        Text text = new Text(words.toString());
        if (!(top instanceof Block)) {
            return text;
        }
        Paragraph paragraph = new Paragraph();
        paragraph.appendChild(text);
        return paragraph;
    }
}
