package dev.tilab.journal.markdown;

import org.commonmark.node.Node;

/** Walks trees without recursion: a text may nest deeper than a stack would bear. */
final class Nodes {

    private Nodes() {}

    /** The node that follows in the order of the text, below {@code top}; null behind the last. */
    static Node after(Node node, Node top) {
        if (node.getFirstChild() != null) {
            return node.getFirstChild();
        }
        Node up = node;
        while (up != top && up.getNext() == null) {
            up = up.getParent();
        }
        return up == top ? null : up.getNext();
    }
}
