package dev.tilab.journal.markdown;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.commonmark.node.Code;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Position;
import org.commonmark.parser.beta.Scanner;

/**
 * {@code $…$} in a line, by the rule that keeps prices and shell variables text (pandoc's): no space inside the signs, no
 * letter or digit outside. It becomes code, which the page draws; without a script the formula's source stands there.
 */
final class Formulas implements InlineContentParserFactory, InlineContentParser {

    private final Set<Node> formulas = Collections.newSetFromMap(new IdentityHashMap<>());

    boolean contains(Node node) {
        return formulas.contains(node);
    }

    @Override
    public Set<Character> getTriggerCharacters() {
        return Set.of('$');
    }

    @Override
    public InlineContentParser create() {
        return this;
    }

    @Override
    public ParsedInline tryParse(InlineParserState state) {
        Scanner scanner = state.scanner();
        int before = scanner.peekPreviousCodePoint();
        int signs = scanner.matchMultiple('$');
        Position open = scanner.position();
        ParsedInline text = ParsedInline.of(new Text("$".repeat(signs)), open);
        if (signs > 2 || word(before) || blank(scanner.peek())) {
            return text;
        }
        char last = Scanner.END;
        while (scanner.peek() != '$') {
            last = scanner.peek();
            if (last == Scanner.END || signs == 1 && last == '\n') {
                return text;
            }
            if (last == '\\') {
                scanner.next();
            }
            if (scanner.peek() == Scanner.END) {
                return text;
            }
            scanner.next();
        }
        Position close = scanner.position();
        if (scanner.matchMultiple('$') != signs || blank(last) || word(scanner.peekCodePoint())) {
            return text;
        }
        Code formula = new Code(scanner.getSource(open, close).getContent());
        formulas.add(formula);
        return ParsedInline.of(formula, scanner.position());
    }

    private static boolean blank(char c) {
        return c == Scanner.END || Character.isWhitespace(c);
    }

    /** Hangul may follow at once. */
    private static boolean word(int codePoint) {
        return codePoint > 0
                && codePoint < 128
                && (Character.isLetterOrDigit(codePoint) || codePoint == '_' || codePoint == '{');
    }
}
