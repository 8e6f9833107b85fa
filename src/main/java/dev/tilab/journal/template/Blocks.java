package dev.tilab.journal.template;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Which lines are sheltered from being read as headings: code fences (also inside lists and quotes), Notion's callouts and
 * comments. A fence that is never closed shelters nothing, so that it cannot swallow the sections after it.
 */
final class Blocks {
    private enum State {
        OPEN,
        /** After a fence that is never closed: known labels count, other headings may be code. */
        LOOSE,
        FENCED,
        CALLOUT
    }

    private final State[] states;
    private int unclosed = -1;

    private Blocks(int size) {
        states = new State[size];
        Arrays.fill(states, State.OPEN);
    }

    static Blocks of(Lines lines) {
        Blocks blocks = new Blocks(lines.size());
        blocks.fences(lines);
        blocks.pairs(lines, "<aside", "</aside>");
        blocks.pairs(lines, "<!--", "-->");
        return blocks;
    }

    /** Whether a known label counts in this line. */
    boolean readable(int line) {
        return states[line] == State.OPEN || states[line] == State.LOOSE;
    }

    /** Whether any heading counts in this line. */
    boolean open(int line) {
        return states[line] == State.OPEN;
    }

    boolean fenced(int line) {
        return states[line] == State.FENCED;
    }

    /** The first line in which a fence opens that is never closed, or -1. */
    int unclosed() {
        return unclosed;
    }

    private void fences(Lines lines) {
        int[] closer = closers(lines);
        int line = 0;
        while (line < lines.size()) {
            int end = closer[line] > line ? closer[line] : line;
            if (end > line) {
                Arrays.fill(states, line, end + 1, State.FENCED);
            } else if (closer[line] == line && unclosed < 0) {
                unclosed = line;
                Arrays.fill(states, line, lines.size(), State.LOOSE);
            }
            line = end + 1;
        }
    }

    /**
     * For every line that opens a fence the line that closes it, or itself when none does; -1 for the others. A fence is
     * closed by the next bare row of the same sign that is at least as long. Read from the end, the rows that can still close
     * something get longer with their distance, so one sorted stack answers every opener.
     */
    private static int[] closers(Lines lines) {
        int[] closer = new int[lines.size()];
        List<int[]> ticks = new ArrayList<>();
        List<int[]> tildes = new ArrayList<>();
        for (int line = lines.size() - 1; line >= 0; line--) {
            closer[line] = -1;
            Folded folded = lines.folded(line);
            int at = afterContainers(folded);
            char sign = folded.at(at);
            int length = row(folded, at, sign);
            if ((sign != '`' && sign != '~') || length < 3) {
                continue;
            }
            boolean bare = folded.skipSpaces(at + length) == folded.length();
            if (sign == '`' && folded.indexOf('`', at + length) >= 0) {
                continue; // ```word``` in a line is inline code
            }
            List<int[]> stack = sign == '`' ? ticks : tildes;
            int found = firstAtLeast(stack, length);
            closer[line] = found < 0 ? line : found;
            if (bare && at == afterQuotes(folded)) {
                while (!stack.isEmpty() && stack.get(stack.size() - 1)[1] <= length) {
                    stack.remove(stack.size() - 1);
                }
                stack.add(new int[] {line, length});
            }
        }
        return closer;
    }

    /** The nearest row of at least this length: the stack grows towards the nearest, its lengths falling. */
    private static int firstAtLeast(List<int[]> stack, int length) {
        int low = 0;
        int high = stack.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (stack.get(middle)[1] >= length) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low == 0 ? -1 : stack.get(low - 1)[0];
    }

    private static int row(Folded line, int at, char sign) {
        int i = at;
        while (i < line.length() && line.at(i) == sign) {
            i++;
        }
        return i - at;
    }

    private static int afterQuotes(Folded line) {
        int at = line.skipSpaces(0);
        while (line.at(at) == '>') {
            at = line.skipSpaces(at + 1);
        }
        return at;
    }

    /** A fence may open behind quote signs and list markers. */
    private static int afterContainers(Folded line) {
        int at = afterQuotes(line);
        while (at + 1 < line.length()) {
            int next = at;
            if ("-*+".indexOf(line.at(at)) >= 0) {
                next = at + 1;
            } else {
                while (next < line.length() && next - at < 9 && DateSpan.isDigit(line.at(next))) {
                    next++;
                }
                next = next > at && (line.at(next) == '.' || line.at(next) == ')') ? next + 1 : at;
            }
            if (next == at || line.at(next) != ' ') {
                return at;
            }
            at = line.skipSpaces(next);
        }
        return at;
    }

    /** Nested pairs are counted, not filled one by one, so that deep nesting stays linear. */
    private void pairs(Lines lines, String opening, String closing) {
        List<Integer> open = new ArrayList<>();
        int[] depthChange = new int[lines.size() + 1];
        for (int line = 0; line < lines.size(); line++) {
            Folded folded = lines.folded(line);
            if (states[line] == State.FENCED) {
                continue;
            }
            boolean opens = folded.startsWith(opening, folded.skipSpaces(0));
            boolean closes = folded.contains(closing);
            if (opens && !closes) {
                open.add(line);
            } else if (closes && !opens && !open.isEmpty()) {
                depthChange[open.remove(open.size() - 1)]++;
                depthChange[line + 1]--;
            }
        }
        int depth = 0;
        for (int line = 0; line < lines.size(); line++) {
            depth += depthChange[line];
            if (depth > 0 && states[line] != State.FENCED) {
                states[line] = State.CALLOUT;
            }
        }
    }
}
