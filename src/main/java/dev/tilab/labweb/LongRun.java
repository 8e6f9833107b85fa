package dev.tilab.labweb;

import dev.tilab.simulation.engine.Effort;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * Something long that somebody waits for: in the queue, being computed, or over.
 *
 * @param <T> what comes out
 */
final class LongRun<T> {

    /** How many times what its lab said a run may cost before it is stopped: labs are right to less than that. */
    private static final int SLACK = 4;

    final String client;

    /** Completed on the thread that computed, or on the one that cancelled. */
    final CompletableFuture<T> result = new CompletableFuture<>();

    private final LongRuns queue;
    private final Supplier<T> work;
    private final Effort effort;
    private volatile boolean begun;

    /** @param pause see {@link RightOfWay#pauses} */
    LongRun(LongRuns queue, String client, long nanos, Supplier<T> work, Runnable pause) {
        this.queue = queue;
        this.client = client;
        this.work = work;
        effort = new Effort(SLACK * Math.max(nanos, RunGate.SHORT_NANOS), pause);
    }

    void compute() {
        begun = true;
        try {
            result.complete(effort.during(work));
        } catch (Throwable failure) {
            result.completeExceptionally(failure);
        }
    }

    /** Nobody waits any more: it leaves the queue, or stops in the middle. */
    void cancel() {
        effort.cancel();
        if (queue.remove(this)) {
            result.cancel(false);
        }
    }

    boolean isCancelled() {
        return effort.isCancelled();
    }

    /** How many are computed before it; 0 once it has begun. */
    int position() {
        return begun ? 0 : queue.position(this);
    }

    boolean hasBegun() {
        return begun;
    }

    /** How far it has come in simulated time, from 0 to 1. */
    double share() {
        return effort.share();
    }
}
