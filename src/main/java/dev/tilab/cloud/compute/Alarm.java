package dev.tilab.cloud.compute;

/**
 * A CloudWatch alarm with as many datapoints to alarm as evaluation periods: it goes off when so many in a row breach the
 * threshold, and stays so until one does not. Amazon CloudWatch User Guide, "Using Amazon CloudWatch alarms": a missing
 * datapoint leaves the state as it is ("missing", the default).
 */
public final class Alarm {

    final double threshold;
    final boolean above;
    private final int needed;

    private int count;

    private Alarm(double threshold, boolean above, int needed) {
        this.threshold = threshold;
        this.above = above;
        this.needed = needed;
    }

    /** Goes off when the metric is greater than the threshold. */
    static Alarm greater(double threshold, int needed) {
        return new Alarm(threshold, true, needed);
    }

    /** Goes off when the metric is less than the threshold. */
    static Alarm less(double threshold, int needed) {
        return new Alarm(threshold, false, needed);
    }

    /** Sees the next value; NaN if it is missing. */
    void see(double value) {
        if (!Double.isNaN(value)) {
            boolean breaches = above ? value > threshold : value < threshold;
            count = breaches ? count + 1 : 0;
        }
    }

    public double threshold() {
        return threshold;
    }

    /** Datapoints in a row that it takes. */
    public int needed() {
        return needed;
    }

    /** Breaching datapoints in a row so far. */
    public int count() {
        return count;
    }

    public boolean isOn() {
        return count >= needed;
    }
}
