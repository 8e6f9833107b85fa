package dev.tilab.cloud.compute;

/**
 * How a scaling adjustment changes a capacity. Amazon EC2 Auto Scaling User Guide, "Step and simple scaling policies",
 * section "Scaling adjustment types".
 */
enum Adjustment {
    /** Adds the value, or takes it away if it is negative. */
    CHANGE_IN_CAPACITY {
        @Override
        long by(long current, double value) {
            return (long) value;
        }
    },
    /** Sets the value. */
    EXACT_CAPACITY {
        @Override
        long by(long current, double value) {
            return (long) value - current;
        }
    },
    /**
     * Adds so many percent. 12.7 is rounded to 12 and −6.67 to −6, but 0.67 to 1 and −0.58 to −1: a change is never lost in
     * rounding.
     */
    PERCENT_CHANGE_IN_CAPACITY {
        @Override
        long by(long current, double value) {
            double exact = current * value / 100;
            if (exact > 0 && exact < 1) {
                return 1;
            }
            return exact < 0 && exact > -1 ? -1 : (long) exact;
        }
    };

    abstract long by(long current, double value);

    /**
     * The new capacity, before the group's limits.
     *
     * @param value instances, or percent
     * @param minimumMagnitude {@code MinAdjustmentMagnitude}: fewest instances that a change in percent adds or takes away;
     *     0 for none
     */
    long apply(long current, double value, int minimumMagnitude) {
        long by = by(current, value);
        if (this == PERCENT_CHANGE_IN_CAPACITY && by != 0 && Math.abs(by) < minimumMagnitude) {
            by = by > 0 ? minimumMagnitude : -minimumMagnitude;
        }
        return Math.max(0, current + by);
    }
}
