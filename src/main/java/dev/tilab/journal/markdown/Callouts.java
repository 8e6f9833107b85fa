package dev.tilab.journal.markdown;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.PostProcessor;

/** {@code > [!NOTE]} as GitHub and Obsidian have it: a quotation with a kind and a title of its own or the kind's. */
final class Callouts implements PostProcessor {

    private static final Pattern KIND =
            Pattern.compile("(?i)\\[!(note|tip|important|warning|caution|info|todo|question|danger)][+-]?[ \t]*(.*)");

    /** Obsidian has more of them than GitHub; they look like the nearest. */
    private static final Map<String, String> LOOKS =
            Map.of("info", "note", "todo", "note", "question", "important", "danger", "caution");

    private final UnaryOperator<String> words;
    private final Map<Node, String> classes = new HashMap<>();

    Callouts(UnaryOperator<String> words) {
        this.words = words;
    }

    /** The class of a quotation or of its title; null for other nodes. */
    String of(Node node) {
        return classes.get(node);
    }

    @Override
    public Node process(Node document) {
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(BlockQuote quote) {
                callout(quote);
                visitChildren(quote);
            }
        });
        return document;
    }

    private void callout(BlockQuote quote) {
        if (!(quote.getFirstChild() instanceof Paragraph first) || !(first.getFirstChild() instanceof Text text)) {
            return;
        }
        Matcher kind = KIND.matcher(text.getLiteral());
        if (!kind.matches()) {
            return;
        }
        String name = kind.group(1).toLowerCase(Locale.ROOT);
        String look = LOOKS.getOrDefault(name, name);
        Paragraph title = new Paragraph();
        text.setLiteral(kind.group(2));
        Node next = first.getFirstChild();
        while (next != null && !(next instanceof SoftLineBreak) && !(next instanceof HardLineBreak)) {
            Node moved = next;
            next = next.getNext();
            title.appendChild(moved);
        }
        if (next != null) {
            next.unlink();
        }
        if (kind.group(2).isEmpty() && text.getNext() == null) {
            text.setLiteral(words.apply("markdown.callout." + look));
        }
        quote.prependChild(title);
        if (first.getFirstChild() == null) {
            first.unlink();
        }
        classes.put(quote, "callout " + look);
        classes.put(title, "callout-title");
    }
}
