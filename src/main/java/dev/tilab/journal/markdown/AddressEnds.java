package dev.tilab.journal.markdown;

import java.lang.Character.UnicodeScript;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.PostProcessor;

/**
 * Where an address in a Korean sentence ends: in {@code https://example.com에서} the particle is text, in
 * {@code …/wiki/로드_밸런싱} the Hangul is address. Links that were found in text are cut there.
 */
final class AddressEnds implements PostProcessor {

    private static final Pattern HOST = Pattern.compile("(?i)(?:https?://|ftp://|mailto:|www\\.)?[^/?#]*");

    /** Particles and the like that are written right behind a word; longer ones first. */
    private static final Pattern PARTICLE = Pattern.compile("(?<=[A-Za-z0-9/_=%&~-])(?:"
            + "에서는|에서도|으로는|이라는|이라고|입니다|이에요|에게서|으로서|으로써|에서|으로|까지|부터|처럼|보다|라는|라고|이다|이며|이고|에는|에도|에만|예요|하고"
            + "|(?<!/)[에은는이가을를로와과의도만])$");

    @Override
    public Node process(Node document) {
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(Link link) {
                if (link.getFirstChild() instanceof Text text
                        && text.getNext() == null
                        && link.getTitle() == null
                        && link.getDestination().endsWith(text.getLiteral())) {
                    cut(link, text);
                }
            }
        });
        return document;
    }

    private static void cut(Link link, Text text) {
        String address = text.getLiteral();
        int end = end(address);
        if (end < address.length()) {
            String rest = address.substring(end);
            text.setLiteral(address.substring(0, end));
            link.setDestination(
                    link.getDestination().substring(0, link.getDestination().length() - rest.length()));
            if (link.getNext() instanceof Text next) {
                next.setLiteral(rest + next.getLiteral());
            } else {
                link.insertAfter(new Text(rest));
            }
        }
    }

    /** How much of what looks like an address is one. */
    static int end(String address) {
        Matcher host = HOST.matcher(address);
        int hostEnd = host.lookingAt() ? host.end() : 0;
        for (int i = 1; i < hostEnd; i++) {
            // A host of Hangul begins with it; one of letters that Hangul follows has ended.
            if (hangul(address.charAt(i)) && latin(address.charAt(i - 1))) {
                return i;
            }
        }
        Matcher particle = PARTICLE.matcher(address);
        return particle.find() ? particle.start() : address.length();
    }

    private static boolean hangul(char c) {
        return UnicodeScript.of(c) == UnicodeScript.HANGUL;
    }

    private static boolean latin(char c) {
        return c < 128 && Character.isLetterOrDigit(c);
    }
}
