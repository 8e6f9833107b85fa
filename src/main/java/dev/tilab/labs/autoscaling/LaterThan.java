package dev.tilab.labs.autoscaling;

import java.util.function.DoubleFunction;

/**
 * Which share of requests takes longer than each of some times, by how many others they found: percentiles of any mixture by looking
 * them up, where {@link MM1K#percentile} would compute its exponentials anew.
 *
 * @param times ascending, in units of the mean service time
 * @param tails at each time, for whoever finds 0, 1, … others
 */
record LaterThan(double[] times, double[][] tails) {

    private static final int TIMES = 128;

    /** Of a request that comes alone more than one in a hundred takes this long. */
    private static final double FIRST = 4;

    /**
     * @param room most requests in an instance
     * @param tailsAt share that takes longer than a time, for whoever finds 0, 1, … others
     */
    static LaterThan of(int room, DoubleFunction<double[]> tailsAt) {
        double last = room + 8 * StrictMath.sqrt(room) + 20;
        double[] times = new double[TIMES];
        double[][] tails = new double[TIMES][];
        double ratio = StrictMath.log(last / FIRST) / (TIMES - 1);
        for (int each = 0; each < TIMES; each++) {
            times[each] = FIRST * StrictMath.exp(ratio * each);
            tails[each] = tailsAt.apply(times[each]);
        }
        return new LaterThan(times, tails);
    }

    /** The time that this share takes longer than; at most the last one. */
    double time(double[] found, double share) {
        int shorter = 0;
        int longer = TIMES - 1;
        while (longer - shorter > 1) {
            int middle = (shorter + longer) >>> 1;
            boolean isShort = longer(found, middle) > share;
            shorter = isShort ? middle : shorter;
            longer = isShort ? longer : middle;
        }
        double before = StrictMath.log(Math.max(Double.MIN_NORMAL, longer(found, shorter)));
        double after = StrictMath.log(Math.max(Double.MIN_NORMAL, longer(found, longer)));
        double part = before == after ? 0 : (before - StrictMath.log(share)) / (before - after);
        return times[shorter] + Math.max(0, Math.min(1, part)) * (times[longer] - times[shorter]);
    }

    private double longer(double[] found, int time) {
        double sum = 0;
        for (int number = 0; number < found.length; number++) {
            sum += found[number] * tails[time][number];
        }
        return sum;
    }
}
