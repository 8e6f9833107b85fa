package dev.tilab.journal;

import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.internal.InlineParserImpl;
import org.commonmark.node.Node;
import org.commonmark.parser.InlineParser;
import org.commonmark.parser.InlineParserContext;
import org.commonmark.parser.SourceLines;

/** Reads a paragraph, heading or cell as commonmark does, once the budget has paid for the worst that this could cost. */
final class BoundedInlines implements InlineParser {

    private final InlineParser parser;
    private final RenderingBudget budget;

    BoundedInlines(InlineParserContext context, RenderingBudget budget) {
        // What commonmark takes when nothing else is asked for; it has no other name for it.
        this.parser = new InlineParserImpl(context);
        this.budget = budget;
    }

    @Override
    public void parse(SourceLines lines, Node block) {
        String text = lines.getContent();
        if (text.isEmpty() && block instanceof TableCell) {
            budget.fillCell();
        }
        budget.spend(InlineCost.of(text));
        parser.parse(lines, block);
    }
}
