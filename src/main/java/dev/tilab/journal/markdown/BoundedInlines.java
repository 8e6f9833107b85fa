package dev.tilab.journal.markdown;

import java.util.List;
import java.util.Set;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.internal.InlineParserImpl;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.Node;
import org.commonmark.parser.InlineParser;
import org.commonmark.parser.InlineParserContext;
import org.commonmark.parser.SourceLines;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.LinkProcessor;
import org.commonmark.parser.delimiter.DelimiterProcessor;

/**
 * Reads a paragraph, heading or cell as commonmark does, but for {@link CjkFlanks}, once the budget has paid for the worst
 * that this could cost.
 */
final class BoundedInlines implements InlineParser {

    private final InlineParser parser;
    private final RenderingBudget budget;
    private CjkFlanks flanks;

    BoundedInlines(InlineParserContext context, RenderingBudget budget, Definitions definitions) {
        // What commonmark takes when nothing else is asked for; it has no other name for it.
        this.parser = new InlineParserImpl(new Context(context, definitions));
        this.budget = budget;
    }

    @Override
    public void parse(SourceLines lines, Node block) {
        String text = lines.getContent();
        if (text.isEmpty() && block instanceof TableCell) {
            budget.fillCell();
        }
        budget.spend(InlineCost.of(text));
        flanks = CjkFlanks.of(lines);
        parser.parse(flanks.lines(), block);
        flanks.clear(block);
    }

    /** Labels are looked up as they were typed, and what was found is remembered. */
    private final class Context implements InlineParserContext {

        private final InlineParserContext context;
        private final Definitions definitions;

        Context(InlineParserContext context, Definitions definitions) {
            this.context = context;
            this.definitions = definitions;
        }

        @Override
        public List<InlineContentParserFactory> getCustomInlineContentParserFactories() {
            return context.getCustomInlineContentParserFactories();
        }

        @Override
        public List<DelimiterProcessor> getCustomDelimiterProcessors() {
            return context.getCustomDelimiterProcessors();
        }

        @Override
        public List<LinkProcessor> getCustomLinkProcessors() {
            return context.getCustomLinkProcessors();
        }

        @Override
        public Set<Character> getCustomLinkMarkers() {
            return context.getCustomLinkMarkers();
        }

        @Override
        @Deprecated
        public LinkReferenceDefinition getLinkReferenceDefinition(String label) {
            return getDefinition(LinkReferenceDefinition.class, label);
        }

        @Override
        public <D> D getDefinition(Class<D> type, String label) {
            return definitions.used(context.getDefinition(type, flanks.without(label)));
        }
    }
}
