package dev.tilab.journal.markdown;

import org.commonmark.node.Block;
import org.commonmark.node.Paragraph;
import org.commonmark.parser.block.BlockParserFactory;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;

/**
 * Starts no block; asked before all others, it pays for what they do: at each line of a paragraph, headings, lists and tables
 * copy the list of all its lines so far.
 */
final class BoundedParagraphs implements BlockParserFactory {

    /** Lines that begin with a letter are not asked about; so the lines are counted anew now and then. */
    private static final int COUNT_EVERY = 256;

    /** Several kinds of block ask for the lines of a paragraph, and each gets a copy. */
    private static final int COPIES = 3;

    private final RenderingBudget budget;
    private Block paragraph;
    private int lines;
    private int asked;

    BoundedParagraphs(RenderingBudget budget) {
        this.budget = budget;
    }

    @Override
    public BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
        Block block = matched.getMatchedBlockParser().getBlock();
        if (block instanceof Paragraph) {
            if (block != paragraph || asked++ % COUNT_EVERY == 0) {
                paragraph = block;
                lines = matched.getParagraphLines().getLines().size();
            }
            lines++;
        } else {
            lines = 0;
        }
        budget.spend(1 + (long) COPIES * lines);
        return BlockStart.none();
    }
}
