package dev.tilab.journal.markdown;

import org.commonmark.node.HtmlInline;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.delimiter.DelimiterProcessor;
import org.commonmark.parser.delimiter.DelimiterRun;

/** {@code ==words==} as a text marker leaves them. In {@code a==b} it is the operator that programmers write. */
final class Highlighted implements DelimiterProcessor {

    private static final int LENGTH = 2;

    @Override
    public char getOpeningCharacter() {
        return '=';
    }

    @Override
    public char getClosingCharacter() {
        return '=';
    }

    @Override
    public int getMinLength() {
        return LENGTH;
    }

    @Override
    public int process(DelimiterRun opening, DelimiterRun closing) {
        if (opening.length() != LENGTH || closing.length() != LENGTH) {
            return 0;
        }
        Text opener = opening.getOpener();
        Text closer = closing.getCloser();
        // A run's characters are nodes of their own: the first of the opener, the last of the closer stand at the
        // outside.
        if (endsInWord(
                        opener.getPrevious() == null
                                ? null
                                : opener.getPrevious().getPrevious())
                || beginsWithWord(
                        closer.getNext() == null ? null : closer.getNext().getNext())) {
            return 0;
        }
        opener.insertAfter(tag("<mark>"));
        closer.insertBefore(tag("</mark>"));
        return LENGTH;
    }

    private static HtmlInline tag(String literal) {
        HtmlInline tag = new HtmlInline();
        tag.setLiteral(literal);
        return tag;
    }

    private static boolean endsInWord(Node node) {
        String text = node instanceof Text it ? it.getLiteral() : "";
        return !text.isEmpty() && programmers(text.charAt(text.length() - 1));
    }

    private static boolean beginsWithWord(Node node) {
        String text = node instanceof Text it ? it.getLiteral() : "";
        return !text.isEmpty() && programmers(text.charAt(0));
    }

    private static boolean programmers(char c) {
        return c < 128 && (Character.isLetterOrDigit(c) || c == '_' || c == ')' || c == '(' || c == '=' || c == '!');
    }
}
