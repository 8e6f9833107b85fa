package dev.tilab.simulation.engine;

import org.jspecify.annotations.Nullable;

/**
 * A clock and the events to come. Events happen in the order (instant, interventions first, order of scheduling), so a
 * run has exactly one course. An action that recurs should be one object scheduled again and again: that costs no
 * memory.
 */
public final class Simulation {

    private static final int INTERVENTION = 0;
    private static final int MODEL = 1;

    /** So often the effort hears of events, less one: some tenths of a millisecond apart. A power of two is free to test. */
    private static final int BETWEEN_LOOKS = (1 << 12) - 1;

    private final EventQueue events = new EventQueue();
    private final Effort effort = Effort.current();
    private final long nanosPerEvent;
    private long nowMicros;
    private long happened;
    private long told;
    private @Nullable Runnable before;
    private @Nullable Runnable after;

    /** @param nanosPerEvent what an event of this kind of model costs, with everything that it does */
    public Simulation(long nanosPerEvent) {
        this.nanosPerEvent = nanosPerEvent;
    }

    /** The present instant, in microseconds from the beginning of the run. */
    public long nowMicros() {
        return nowMicros;
    }

    /** Has something done before every event, after what was asked for so before. */
    public void beforeEvents(Runnable look) {
        before = both(before, look);
    }

    /** Has something done after every event, after what was asked for so before. */
    public void afterEvents(Runnable look) {
        after = both(after, look);
    }

    private static Runnable both(@Nullable Runnable first, Runnable second) {
        return first == null
                ? second
                : () -> {
                    first.run();
                    second.run();
                };
    }

    /** How many events have happened so far. */
    public long happened() {
        return happened;
    }

    /**
     * Has something happen later.
     *
     * @param delayMicros time from now, at least 0
     * @throws IllegalArgumentException if that is in the past or beyond 25 days
     */
    public void schedule(long delayMicros, Runnable action) {
        put(delayMicros, MODEL, action);
    }

    /** Like {@link #schedule}, but before everything that the model itself does at that instant. */
    public void scheduleIntervention(long delayMicros, Runnable action) {
        put(delayMicros, INTERVENTION, action);
    }

    private void put(long delayMicros, int priority, Runnable action) {
        long atMicros = nowMicros + delayMicros;
        if ((delayMicros | atMicros) >>> EventQueue.INSTANT_BITS != 0) {
            throw new IllegalArgumentException("delay of " + delayMicros + " microseconds at " + nowMicros);
        }
        events.put(atMicros, priority, action);
    }

    /**
     * Lets everything up to and including the given instant happen and puts the clock there.
     *
     * @throws RunStoppedException if the run is stopped in the middle
     */
    public void runUntil(long endMicros) {
        while (!events.isEmpty()) {
            long atMicros = events.soonestMicros();
            if (atMicros > endMicros) {
                break;
            }
            nowMicros = atMicros;
            if ((++happened & BETWEEN_LOOKS) == 0) {
                effort.reached((double) nowMicros / endMicros);
                tell();
            }
            Runnable event = events.take();
            if (before != null) {
                before.run();
            }
            event.run();
            if (after != null) {
                after.run();
            }
        }
        nowMicros = endMicros;
        effort.partDone();
        tell();
    }

    private void tell() {
        long news = happened - told;
        told = happened;
        effort.spend(news * nanosPerEvent);
    }
}
