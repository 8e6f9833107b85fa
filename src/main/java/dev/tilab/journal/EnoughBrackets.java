package dev.tilab.journal;

import java.util.Set;
import org.commonmark.node.Text;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;

/**
 * Reads {@code <} as a plain character once a paragraph has had more of them than anybody writes. For each one, commonmark
 * looks for the {@code >} as far as the paragraph goes; a mebibyte of them would keep it busy for minutes.
 */
final class EnoughBrackets implements InlineContentParserFactory {

    private static final int ENOUGH = 2_000;

    @Override
    public Set<Character> getTriggerCharacters() {
        return Set.of('<');
    }

    /** commonmark asks for a new one for each paragraph. */
    @Override
    public InlineContentParser create() {
        return new InlineContentParser() {
            private int seen;

            @Override
            public ParsedInline tryParse(InlineParserState state) {
                if (++seen <= ENOUGH) {
                    return ParsedInline.none();
                }
                state.scanner().next();
                return ParsedInline.of(new Text("<"), state.scanner().position());
            }
        };
    }
}
