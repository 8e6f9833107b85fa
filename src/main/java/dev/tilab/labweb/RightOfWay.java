package dev.tilab.labweb;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/**
 * Whoever is answered goes before long runs: these stand still while the machine has no processor to spare for them. A lower
 * priority would be the system's way to say so, but Linux hears it from a JVM only where that runs as root. Long runs come on
 * all the same, however many ask: between two bounded pauses each of them computes.
 */
final class RightOfWay {

    /** Longest pause. A page takes less. */
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(60);

    /** What is computed after a pause that somebody's answer outlasted: a quarter of the time. */
    private static final long TURN_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    /** So soon it is noticed that the answer has been given. */
    private static final long LOOK_NANOS = TimeUnit.MICROSECONDS.toNanos(500);

    private final int processors;
    private final LongSupplier clock;
    private final LongConsumer sleep;
    private final AtomicInteger answered = new AtomicInteger();
    private final AtomicInteger computing = new AtomicInteger();

    /** @param processors what the machine has; one is left to compiler, collector and connections */
    RightOfWay(int processors) {
        this(processors, System::nanoTime, LockSupport::parkNanos);
    }

    RightOfWay(int processors, LongSupplier clock, LongConsumer sleep) {
        this.processors = processors;
        this.clock = clock;
        this.sleep = sleep;
    }

    /** Somebody's request has come. */
    void begin() {
        answered.incrementAndGet();
    }

    /** It has been answered, or waits for a long run. */
    void end() {
        answered.decrementAndGet();
    }

    /** Does a long run's work. */
    void compute(Runnable work) {
        computing.incrementAndGet();
        try {
            work.run();
        } finally {
            computing.decrementAndGet();
        }
    }

    /** A way for one long run to pause; it calls it again and again, on its own thread, inside of {@link #compute}. */
    Runnable pauses() {
        return new Runnable() {
            private boolean ownsTurn;
            private long since;

            @Override
            public void run() {
                if (!isCrowded() || ownsTurn && clock.getAsLong() - since < TURN_NANOS) {
                    return;
                }
                ownsTurn = pause();
                since = clock.getAsLong();
            }
        };
    }

    /** Stands still; true if there was no room to the end. */
    private boolean pause() {
        long since = clock.getAsLong();
        computing.decrementAndGet();
        try {
            while (computing.get() >= room()) {
                if (clock.getAsLong() - since >= PAUSE_NANOS) {
                    return true;
                }
                sleep.accept(LOOK_NANOS);
            }
            return false;
        } finally {
            computing.incrementAndGet();
        }
    }

    private boolean isCrowded() {
        return computing.get() > room();
    }

    /** How many long runs may compute now. */
    private int room() {
        return answered.get() == 0 ? processors : processors - 1 - answered.get();
    }
}
