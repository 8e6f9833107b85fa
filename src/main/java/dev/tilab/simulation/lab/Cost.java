package dev.tilab.simulation.lab;

/**
 * What a run is expected to cost, in nominal nanoseconds as {@link dev.tilab.simulation.engine.Effort} counts them: about the
 * CPU time that the reference machine needs. It may be too high, for it counts as if everything that can fail failed as often
 * as it can; it must not be too low, because others wait for who says too little.
 *
 * @param summaryNanos to compute the figures
 * @param timelineNanos to compute and write what a picture needs
 */
public record Cost(long summaryNanos, long timelineNanos) {

    /** Instead of a timeline's cost: the run is too long to be kept, and asking for the timeline says so at once. */
    public static final long NOT_KEPT = Long.MAX_VALUE;

    /** The figures of so many runs. */
    public long replicationsNanos(int runs) {
        return summaryNanos * runs;
    }

    /** A cost from figures that were computed as decimals. */
    public static Cost of(double summaryNanos, double timelineNanos) {
        return new Cost((long) StrictMath.ceil(summaryNanos), (long) StrictMath.ceil(timelineNanos));
    }
}
