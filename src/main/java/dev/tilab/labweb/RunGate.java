package dev.tilab.labweb;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Lets only so many runs compute at once, so that somebody's ten million requests do not keep others from looking at a minute.
 *
 * <p>Short runs and long runs have places of their own. A short run is over in a moment, so the next one waits for it; a long
 * run is turned away at once when the places are taken, because waiting would only hold a connection.
 */
final class RunGate {

    /** Requests per lane from which on a run counts as long: four lanes of it take about a tenth of a second. */
    static final long LONG_RUN = 200_000;

    private static final int RETRY_SHORT_SECONDS = 1;
    private static final int RETRY_LONG_SECONDS = 10;

    private final Semaphore shortRuns;
    private final Semaphore longRuns;
    private final long patienceMillis;

    /**
     * @param shortRuns short runs at once
     * @param longRuns long runs at once; fewer than the machine has processors, so that one is left for all others
     * @param patienceMillis how long a short run waits for its place
     */
    RunGate(int shortRuns, int longRuns, long patienceMillis) {
        this.shortRuns = new Semaphore(shortRuns, true);
        this.longRuns = new Semaphore(longRuns, true);
        this.patienceMillis = patienceMillis;
    }

    /** A gate for this machine. */
    static RunGate forProcessors(int processors) {
        return new RunGate(processors, Math.max(1, processors - 1), 5_000);
    }

    /**
     * Computes while a place is held.
     *
     * @param requests expected requests per lane
     * @throws BusyException if no place comes free
     */
    <T> T run(double requests, Supplier<T> work) {
        boolean isLong = requests > LONG_RUN;
        Semaphore places = isLong ? longRuns : shortRuns;
        if (!acquired(places, isLong ? 0 : patienceMillis)) {
            throw new BusyException(isLong ? RETRY_LONG_SECONDS : RETRY_SHORT_SECONDS);
        }
        try {
            return work.get();
        } finally {
            places.release();
        }
    }

    private static boolean acquired(Semaphore places, long millis) {
        try {
            return places.tryAcquire(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
