package dev.tilab.journal.markdown;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;

/** Names headings by their words, in any script, so that an address can point at one. */
final class Anchors extends AbstractVisitor {

    private static final Pattern NOT_A_WORD = Pattern.compile("[^\\p{L}\\p{M}\\p{Nd}_]+");
    private static final Pattern HYPHEN_AT_AN_END = Pattern.compile("^-|-$");
    private static final int LONGEST = 80;

    private final String prefix;
    private final Map<Node, String> names;
    private final Set<String> taken = new HashSet<>();
    /** How often a name was wanted again; counting anew each time would take forever in a text of the same headings. */
    private final Map<String, Integer> repeats = new HashMap<>();

    private Anchors(String prefix, Map<Node, String> names) {
        this.prefix = prefix;
        this.names = names;
    }

    /** Adds the name of every heading below the node. */
    static void of(Node document, String prefix, Map<Node, String> names) {
        document.accept(new Anchors(prefix, names));
    }

    /** The words of a heading as a name: composed (NFC), lower case, hyphens between; never empty. */
    static String slug(String words) {
        String composed = Normalizer.normalize(words, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        String name = NOT_A_WORD.matcher(composed).replaceAll("-");
        name = name.substring(0, name.offsetByCodePoints(0, Math.min(LONGEST, name.codePointCount(0, name.length()))));
        name = HYPHEN_AT_AN_END.matcher(name).replaceAll("");
        return name.isEmpty() ? "section" : name;
    }

    @Override
    public void visit(Heading heading) {
        StringBuilder words = new StringBuilder();
        heading.accept(new AbstractVisitor() {
            @Override
            public void visit(Text text) {
                words.append(text.getLiteral());
            }

            @Override
            public void visit(Code code) {
                words.append(code.getLiteral());
            }

            @Override
            public void visit(SoftLineBreak lineBreak) {
                words.append(' ');
            }

            @Override
            public void visit(HardLineBreak lineBreak) {
                words.append(' ');
            }
        });
        String name = prefix + slug(words.toString());
        String free = name;
        while (!taken.add(free)) {
            free = name + "-" + (1 + repeats.merge(name, 1, Integer::sum));
        }
        names.put(heading, free);
    }
}
