package dev.tilab.journal.markdown;

import java.util.List;
import org.commonmark.ext.gfm.tables.internal.TableBlockParser;
import org.commonmark.internal.BlockStartImpl;
import org.commonmark.node.Block;
import org.commonmark.node.DefinitionMap;
import org.commonmark.node.SourceSpan;
import org.commonmark.parser.InlineParser;
import org.commonmark.parser.SourceLine;
import org.commonmark.parser.block.BlockContinue;
import org.commonmark.parser.block.BlockParser;
import org.commonmark.parser.block.BlockParserFactory;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;

/**
 * Tables in which no cell is lost. GitHub's rule drops what a row has beyond the columns of its head; most often that is a bar
 * in code, {@code | `x|y` | 2 |}. Bars in code are read as letters where the row then fits, and what is still too much stands
 * in the last cell.
 */
final class WholeRows implements BlockParserFactory {

    private final BlockParserFactory tables = new TableBlockParser.Factory();

    @Override
    public BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
        BlockStart start = tables.tryStart(state, matched);
        if (start == null) {
            return BlockStart.none();
        }
        BlockParser table = ((BlockStartImpl) start).getBlockParsers()[0];
        List<SourceLine> paragraph = matched.getParagraphLines().getLines();
        int columns = cells(paragraph.get(paragraph.size() - 1).getContent());
        return BlockStart.of(new Table(table, columns))
                .atIndex(state.getIndex())
                .replaceParagraphLines(1);
    }

    /** The row with a backslash before every bar that is no border. */
    static CharSequence fitted(CharSequence row, int columns) {
        if (cells(row) <= columns) {
            return row;
        }
        CharSequence codeKept = escaped(row, Integer.MAX_VALUE, true);
        return cells(codeKept) <= columns ? codeKept : escaped(row, columns, false);
    }

    private static CharSequence escaped(CharSequence row, int columns, boolean onlyInCode) {
        StringBuilder out = new StringBuilder(row.length() + 8);
        int end = lastBorder(row);
        int cell = firstBorder(row) ? 0 : 1;
        int codeEnd = -1;
        for (int i = 0; i < row.length(); i++) {
            char c = row.charAt(i);
            if (c == '\\' && i + 1 < row.length()) {
                out.append(c).append(row.charAt(++i));
                continue;
            }
            if (c == '`' && i > codeEnd && onlyInCode) {
                int ticks = run(row, i);
                codeEnd = Math.max(i + ticks - 1, closing(row, i + ticks, ticks));
            }
            if (c == '|' && i < end) {
                boolean inside = onlyInCode ? i < codeEnd : cell >= columns;
                cell++;
                if (inside) {
                    out.append('\\');
                }
            }
            out.append(c);
        }
        return out;
    }

    private static int run(CharSequence row, int from) {
        int end = from;
        while (end < row.length() && row.charAt(end) == '`') {
            end++;
        }
        return end - from;
    }

    /** Where as many backticks end the code; -1 where nothing does. */
    private static int closing(CharSequence row, int from, int ticks) {
        for (int i = from; i < row.length(); i++) {
            if (row.charAt(i) == '`') {
                int run = run(row, i);
                if (run == ticks) {
                    return i + run - 1;
                }
                i += run - 1;
            }
        }
        return -1;
    }

    private static int cells(CharSequence row) {
        int cells = firstBorder(row) ? 0 : 1;
        int end = lastBorder(row);
        for (int i = 0; i < end; i++) {
            if (row.charAt(i) == '\\') {
                i++;
            } else if (row.charAt(i) == '|') {
                cells++;
            }
        }
        return cells;
    }

    private static boolean firstBorder(CharSequence row) {
        int i = 0;
        while (i < row.length() && Character.isWhitespace(row.charAt(i))) {
            i++;
        }
        return i < row.length() && row.charAt(i) == '|';
    }

    /** Where the bar stands that ends the row, else the row's end. */
    private static int lastBorder(CharSequence row) {
        int last = row.length() - 1;
        while (last > 0 && Character.isWhitespace(row.charAt(last))) {
            last--;
        }
        return last > 0 && row.charAt(last) == '|' && row.charAt(last - 1) != '\\' ? last : row.length();
    }

    private static final class Table implements BlockParser {

        private final BlockParser table;
        private final int columns;
        private boolean separator = true;

        Table(BlockParser table, int columns) {
            this.table = table;
            this.columns = columns;
        }

        @Override
        public boolean isContainer() {
            return table.isContainer();
        }

        @Override
        public boolean canHaveLazyContinuationLines() {
            return table.canHaveLazyContinuationLines();
        }

        @Override
        public boolean canContain(Block child) {
            return table.canContain(child);
        }

        @Override
        public Block getBlock() {
            return table.getBlock();
        }

        @Override
        public BlockContinue tryContinue(ParserState state) {
            return table.tryContinue(state);
        }

        @Override
        public void addLine(SourceLine line) {
            table.addLine(separator ? line : SourceLine.of(fitted(line.getContent(), columns), line.getSourceSpan()));
            separator = false;
        }

        @Override
        public void addSourceSpan(SourceSpan span) {
            table.addSourceSpan(span);
        }

        @Override
        public List<DefinitionMap<?>> getDefinitions() {
            return table.getDefinitions();
        }

        @Override
        public void closeBlock() {
            table.closeBlock();
        }

        @Override
        public void parseInlines(InlineParser inlines) {
            table.parseInlines(inlines);
        }
    }
}
