package dev.tilab.simulation.timeline;

import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * Mean, maximum and percentiles of times, in a few hundred kilobytes however many there are.
 *
 * <p>The percentile p is the smallest recorded time that at least p percent of all recorded times do not exceed (the
 * "nearest rank": nothing is interpolated). Times are kept by Gil Tene's HdrHistogram to three digits: exact below
 * 2.048 ms, otherwise rounded up by less than 0.1 %, but never above the maximum. Mean and maximum are exact.
 */
public final class Percentiles {

    private final Histogram histogram;
    private long sum;
    private long max;

    /**
     * @param longestMicros the longest time that can occur
     */
    public Percentiles(long longestMicros) {
        histogram = new Histogram(Math.max(2, longestMicros), 3);
    }

    /** Takes in one time, at least 0. */
    public void record(long micros) {
        histogram.recordValue(micros);
        sum += micros;
        max = Math.max(max, micros);
    }

    /** How many times were taken in. */
    public long count() {
        return histogram.getTotalCount();
    }

    /** The arithmetic mean in milliseconds, to a microsecond; null if nothing was taken in. */
    public @Nullable Double meanMillis() {
        return count() == 0 ? null : (Double) (StrictMath.rint((double) sum / count()) / 1000);
    }

    /** The longest time in milliseconds; null if nothing was taken in. */
    public @Nullable Double maxMillis() {
        return count() == 0 ? null : (Double) (max / 1000.0);
    }

    /**
     * A percentile in milliseconds; null if nothing was taken in.
     *
     * @param percent above 0, up to 100
     */
    public @Nullable Double millis(double percent) {
        return count() == 0 ? null : (Double) (Math.min(max, histogram.getValueAtPercentile(percent)) / 1000.0);
    }
}
