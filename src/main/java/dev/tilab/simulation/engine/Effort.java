package dev.tilab.simulation.engine;

import java.util.function.Supplier;

/**
 * What a run has cost so far, how far it has come, and whether it may go on. Models tell it in passing; it tells them to stop
 * by an exception. It never changes what a run computes.
 *
 * <p>It belongs to the thread that runs, as the thread's interruption does, and is found by {@link #current}: handed through
 * every constructor of every model, it would stand in some fifty signatures that have nothing to do with it.
 *
 * <p>Cost is counted in nominal nanoseconds: so many an event or a slot, by the kind of model. That is about the CPU time of
 * the machine on which the rates were measured, and it is the same number on every machine and in every run.
 */
public final class Effort {

    private static final ThreadLocal<Effort> OF_THREAD = new ThreadLocal<>();

    private final long mostNanos;
    private final Runnable pause;
    private int parts = 1;
    private int partsDone;

    // Written by the thread that runs, read by those that wait for it.
    private volatile long spentNanos;
    private volatile double share;
    private volatile boolean cancelled;

    /** @param mostNanos the run is stopped when it has cost more */
    public Effort(long mostNanos) {
        this(mostNanos, () -> {});
    }

    /**
     * @param mostNanos the run is stopped when it has cost more
     * @param pause called again and again on the thread that runs, at most some tenths of a millisecond apart where the model
     *     goes event by event: it may take its time before the run goes on
     */
    public Effort(long mostNanos, Runnable pause) {
        this.mostNanos = mostNanos;
        this.pause = pause;
    }

    /** The effort of the run that the present thread computes; one that nobody looks at where nobody began one. */
    public static Effort current() {
        Effort current = OF_THREAD.get();
        return current == null ? new Effort(Long.MAX_VALUE) : current;
    }

    /**
     * Runs something as this effort.
     *
     * @throws RunStoppedException if it was cancelled or cost too much
     */
    public <T> T during(Supplier<T> run) {
        Effort outer = OF_THREAD.get();
        OF_THREAD.set(this);
        try {
            look();
            return run.get();
        } finally {
            if (outer == null) {
                OF_THREAD.remove();
            } else {
                OF_THREAD.set(outer);
            }
        }
    }

    /** Has the run stop soon; any thread may ask for it. */
    public void cancel() {
        cancelled = true;
    }

    public boolean isCancelled() {
        return cancelled;
    }

    /** How many simulations the run consists of, all taken to be as long as each other. */
    public void consistsOf(int simulations) {
        parts = simulations;
    }

    /** Nominal nanoseconds so far. */
    public long spentNanos() {
        return spentNanos;
    }

    /** How far the run has come in simulated time, from 0 to 1. */
    public double share() {
        return share;
    }

    /**
     * Something was computed.
     *
     * @throws RunStoppedException if that is enough
     */
    public void spend(long nanos) {
        spentNanos += nanos;
        pause.run();
        look();
    }

    /** A simulation has come so far, from 0 to 1. */
    void reached(double shareOfPart) {
        share = Math.min(1, (partsDone + shareOfPart) / parts);
    }

    /** A simulation is over. */
    void partDone() {
        partsDone++;
        reached(0);
    }

    private void look() {
        if (cancelled) {
            throw new RunStoppedException("nobody wants the run any more");
        }
        if (spentNanos > mostNanos) {
            throw new RunStoppedException("the run costs more than " + mostNanos + " ns");
        }
    }
}
