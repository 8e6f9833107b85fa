package dev.tilab.journal.markdown;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/**
 * What rendering one text may cost: work and HTML in proportion to the text's length. Work is counted, not timed, so that the
 * same text is rendered the same way on every machine; CPU time is only the last belt, for shapes that nobody has thought of.
 * Each place that is called again and again while a text is read asks here, because commonmark cannot be interrupted.
 */
final class RenderingBudget {

    /** A paragraph may be read from end to end this often; ordinary prose needs about two. */
    private static final int STEPS_PER_CHARACTER = 200;

    /** So that a short text may be of any shape. */
    private static final int STEPS_AT_LEAST = 100_000;

    /** The densest lists, headings and tables that people write need about ten. */
    private static final int HTML_PER_CHARACTER = 20;

    private static final int HTML_AT_LEAST = 10_000;
    private static final int HTML_AT_MOST = 8_000_000;

    /** A cell that its row does not have is worth this many characters; cmark-gfm allows 524,288 cells whatever the text. */
    private static final int CHARACTERS_PER_MISSING_CELL = 4;

    private static final int MISSING_CELLS_AT_LEAST = 1_000;

    private static final long CPU_NANOS = 5_000_000_000L;
    private static final long LOOK_AT_CLOCK_NANOS = 50_000_000L;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final int htmlLimit;
    private final long cpuEnd = cpuNanos() + CPU_NANOS;
    private long steps;
    private long missingCells;
    private long lookedNanos = System.nanoTime();

    RenderingBudget(String markdown) {
        steps = STEPS_AT_LEAST + (long) STEPS_PER_CHARACTER * markdown.length();
        missingCells = MISSING_CELLS_AT_LEAST + markdown.length() / CHARACTERS_PER_MISSING_CELL;
        htmlLimit = (int) Math.min(HTML_AT_MOST, HTML_AT_LEAST + (long) HTML_PER_CHARACTER * markdown.length());
    }

    /** Characters that the HTML may have. */
    int htmlLimit() {
        return htmlLimit;
    }

    /**
     * @param count about how many characters are going to be looked at
     * @throws TooIntricateException when that is more than the text may cost
     */
    void spend(long count) {
        steps -= count;
        if (steps < 0 || System.nanoTime() - lookedNanos > LOOK_AT_CLOCK_NANOS && outOfTime()) {
            throw new TooIntricateException();
        }
    }

    /** A table gets a cell that its row does not have. */
    void fillCell() {
        if (--missingCells < 0) {
            throw new TooIntricateException();
        }
    }

    private boolean outOfTime() {
        lookedNanos = System.nanoTime();
        return cpuNanos() > cpuEnd;
    }

    /** Of this thread; the time that a busy machine gives to others is no fault of the text. */
    private static long cpuNanos() {
        return THREADS.isCurrentThreadCpuTimeSupported() ? THREADS.getCurrentThreadCpuTime() : System.nanoTime();
    }
}
