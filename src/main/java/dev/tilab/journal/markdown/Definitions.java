package dev.tilab.journal.markdown;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.commonmark.ext.footnotes.FootnoteDefinition;
import org.commonmark.ext.footnotes.FootnoteReference;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.CustomNode;
import org.commonmark.node.DefinitionMap;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;
import org.commonmark.parser.PostProcessor;

/** Addresses and footnotes that a text defines and nobody refers to would not be seen: they are shown as they were written. */
final class Definitions implements PostProcessor {

    private final Set<Object> used = Collections.newSetFromMap(new IdentityHashMap<>());

    /** Remembers that a link was made with it. */
    <D> D used(D definition) {
        if (definition != null) {
            used.add(definition);
        }
        return definition;
    }

    @Override
    public Node process(Node document) {
        List<LinkReferenceDefinition> links = new ArrayList<>();
        List<FootnoteDefinition> notes = new ArrayList<>();
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(LinkReferenceDefinition definition) {
                links.add(definition);
            }

            @Override
            public void visit(CustomBlock block) {
                if (block instanceof FootnoteDefinition note) {
                    notes.add(note);
                }
                visitChildren(block);
            }
        });
        for (LinkReferenceDefinition link : links) {
            if (!used.contains(link)) {
                String title = link.getTitle() == null ? "" : " \"" + link.getTitle() + "\"";
                link.insertBefore(paragraph("[" + link.getLabel() + "]: " + link.getDestination() + title));
                link.unlink();
            }
        }
        if (!notes.isEmpty()) {
            Set<Node> shown = shown(document, notes);
            notes.stream().filter(note -> !shown.contains(note)).forEach(Definitions::opened);
        }
        return document;
    }

    /** Notes that the text refers to, and those that these refer to in turn. */
    private static Set<Node> shown(Node document, List<FootnoteDefinition> notes) {
        DefinitionMap<FootnoteDefinition> byLabel = new DefinitionMap<>(FootnoteDefinition.class);
        notes.forEach(note -> byLabel.putIfAbsent(note.getLabel(), note));
        Set<Node> shown = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Node> ask = new ArrayDeque<>(List.of(document));
        while (!ask.isEmpty()) {
            Node from = ask.remove();
            from.accept(new AbstractVisitor() {
                @Override
                public void visit(CustomBlock block) {
                    if (block == from || !(block instanceof FootnoteDefinition)) {
                        visitChildren(block);
                    }
                }

                @Override
                public void visit(CustomNode node) {
                    FootnoteDefinition note =
                            node instanceof FootnoteReference reference ? byLabel.get(reference.getLabel()) : null;
                    if (note != null && shown.add(note)) {
                        ask.add(note);
                    }
                    visitChildren(node);
                }
            });
        }
        return shown;
    }

    private static void opened(FootnoteDefinition note) {
        Text label = new Text("[^" + note.getLabel() + "]: ");
        if (note.getFirstChild() instanceof Paragraph first) {
            first.prependChild(label);
        } else {
            Paragraph alone = new Paragraph();
            alone.appendChild(label);
            note.insertBefore(alone);
        }
        while (note.getFirstChild() != null) {
            note.insertBefore(note.getFirstChild());
        }
        note.unlink();
    }

    private static Paragraph paragraph(String words) {
        Paragraph paragraph = new Paragraph();
        paragraph.appendChild(new Text(words));
        return paragraph;
    }
}
