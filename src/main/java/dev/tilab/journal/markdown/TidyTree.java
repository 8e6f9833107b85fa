package dev.tilab.journal.markdown;

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
 * and turns HTML that is not shown ({@code List<String>} in prose) into the text that it is.
 */
final class TidyTree implements PostProcessor {

    private final int maxDepth;
    private final RenderingBudget budget;

    TidyTree(int maxDepth, RenderingBudget budget) {
        this.maxDepth = maxDepth;
        this.budget = budget;
    }

    @Override
    public Node process(Node document) {
        int depth = 0;
        Node node = document;
        while (node != null) {
            if (node instanceof HtmlInline inline && ShownHtml.of(inline.getLiteral()) != ShownHtml.Fate.TAG) {
                boolean text = ShownHtml.of(inline.getLiteral()) == ShownHtml.Fate.TEXT;
                node = replace(node, new Text(text ? inline.getLiteral() : ""));
            } else if (node instanceof HtmlBlock block) {
                block.setLiteral(ShownHtml.tidied(block.getLiteral(), budget));
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

    private static Node replace(Node old, Node by) {
        old.insertBefore(by);
        old.unlink();
        return by;
    }

    /** The words below a node, as one leaf that may stand in the node's place. */
    private static Node flat(Node top) {
        StringBuilder words = new StringBuilder();
        for (Node node = top; node != null; node = Nodes.after(node, top)) {
            if (node instanceof Text text) {
                words.append(text.getLiteral());
            } else if (node instanceof Code code) {
                words.append(code.getLiteral());
            } else if (node instanceof Block && !words.isEmpty()) {
                words.append(' ');
            }
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
