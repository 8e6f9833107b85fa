package dev.tilab.labweb;

import dev.tilab.simulation.engine.Effort;
import dev.tilab.simulation.engine.RunStoppedException;
import dev.tilab.support.Places;
import java.util.function.Supplier;

/**
 * Who may compute now. Short runs have places of their own: one is over in a moment, so the next waits for it on its own
 * thread. Long runs stand in the queue of {@link LongRuns}, where nobody's second goes before another's first. What is short
 * is said by the lab ({@link dev.tilab.simulation.lab.Lab#cost}) and held against it: a short run that goes on is stopped,
 * and has to stand in the queue.
 */
final class RunGate implements AutoCloseable {

    /** What a run may cost to count as short, in nominal nanoseconds; every preset's does. */
    static final long SHORT_NANOS = 200_000_000;

    /** Whoever asks for more is told to ask for less. */
    static final long MOST_NANOS = 60_000_000_000L;

    private static final int RETRY_SHORT_SECONDS = 1;

    private final Places shortRuns;
    private final long patienceMillis;
    private final LongRuns longRuns;

    /**
     * @param shortRuns short runs at once
     * @param patienceMillis how long a short run waits for its place
     */
    RunGate(int shortRuns, long patienceMillis, LongRuns longRuns) {
        this.shortRuns = new Places(shortRuns);
        this.patienceMillis = patienceMillis;
        this.longRuns = longRuns;
    }

    /** A gate for this machine; one processor is left to those who want something short. */
    static RunGate forProcessors(int processors, RightOfWay way) {
        return new RunGate(processors, 5_000, LongRuns.withWorkers(Math.max(1, processors - 1), way));
    }

    LongRuns longRuns() {
        return longRuns;
    }

    /**
     * Computes something short while a place is held.
     *
     * @throws BusyException if no place comes free
     * @throws RunStoppedException if it was not short after all
     */
    <T> T runShort(Supplier<T> work) {
        return runShort(work, patienceMillis);
    }

    /** The same for those who would rather go without than wait. */
    <T> T runShort(Supplier<T> work, long patienceMillis) {
        return shortRuns.during(
                patienceMillis,
                () -> new Effort(2 * SHORT_NANOS).during(work),
                () -> new BusyException(RETRY_SHORT_SECONDS));
    }

    @Override
    public void close() {
        longRuns.close();
    }
}
