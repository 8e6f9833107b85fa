package dev.tilab.journal.markdown;

import org.commonmark.node.Block;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.parser.SourceLine;
import org.commonmark.parser.block.AbstractBlockParser;
import org.commonmark.parser.block.BlockContinue;
import org.commonmark.parser.block.BlockParserFactory;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;

/** A formula between two lines {@code $$}; the same as a code block of the language {@code math}, which is GitHub's other form. */
final class FormulaBlocks implements BlockParserFactory {

    private static final String FENCE = "$$";
    private static final int CODE_INDENT = 4;

    private final int lastFence;

    /** @param markdown the whole text: a formula that does not end is none */
    FormulaBlocks(String markdown) {
        lastFence = markdown.lastIndexOf("\n" + FENCE) + 1;
    }

    @Override
    public BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
        return state.getIndent() < CODE_INDENT
                        && isFence(state)
                        && state.getLine().getSourceSpan().getInputIndex() + state.getNextNonSpaceIndex() < lastFence
                ? BlockStart.of(new Formula())
                        .atIndex(state.getLine().getContent().length())
                : BlockStart.none();
    }

    private static boolean isFence(ParserState state) {
        CharSequence line = state.getLine().getContent();
        return line.subSequence(Math.min(line.length(), state.getNextNonSpaceIndex()), line.length())
                .toString()
                .strip()
                .equals(FENCE);
    }

    private static final class Formula extends AbstractBlockParser {

        private final FencedCodeBlock block = new FencedCodeBlock();
        private final StringBuilder formula = new StringBuilder();
        private boolean first = true;

        @Override
        public Block getBlock() {
            return block;
        }

        @Override
        public BlockContinue tryContinue(ParserState state) {
            return isFence(state) ? BlockContinue.finished() : BlockContinue.atIndex(state.getIndex());
        }

        @Override
        public void addLine(SourceLine line) {
            if (!first) {
                formula.append(line.getContent()).append('\n');
            }
            first = false;
        }

        @Override
        public void closeBlock() {
            block.setInfo("math");
            block.setLiteral(formula.toString());
        }
    }
}
