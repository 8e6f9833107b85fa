package dev.tilab.cloud.compute;

import java.util.ArrayList;
import java.util.List;

/**
 * The step adjustments of one step scaling policy, in percent of the capacity. Amazon EC2 Auto Scaling User Guide, "Step
 * and simple scaling policies", section "Step adjustments": bounds are relative to the alarm's threshold; above it the
 * lower bound belongs to the step and the upper one does not, below it the other way round; steps neither overlap nor leave
 * a gap.
 *
 * @param threshold of the alarm
 * @param percents adjustment of each step, from the threshold outwards: positive above it, negative below
 * @param bounds distances from the threshold at which each step begins, ascending from 0; the last step has no end
 */
record StepAdjustments(double threshold, List<Double> percents, List<Double> bounds) {

    /** A change of at least one instance. */
    private static final int MINIMUM_MAGNITUDE = 1;

    StepAdjustments {
        percents = List.copyOf(percents);
        bounds = List.copyOf(bounds);
        if (percents.size() != bounds.size() || bounds.get(0) != 0) {
            throw new IllegalArgumentException("steps " + percents + " at " + bounds);
        }
    }

    /**
     * Steps of equal width.
     *
     * @param sign 1 for steps above the threshold, −1 for steps below it
     */
    static StepAdjustments every(double width, double threshold, int sign, List<Double> percents) {
        List<Double> bounds = new ArrayList<>();
        for (int step = 0; step < percents.size(); step++) {
            bounds.add(step * width);
        }
        return new StepAdjustments(
                threshold, percents.stream().map(percent -> sign * percent).toList(), bounds);
    }

    /** The capacity that the step of this metric asks for; the current one if the metric does not breach. */
    long apply(long current, double metric) {
        boolean below = percents.get(percents.size() - 1) < 0;
        double distance = below ? threshold - metric : metric - threshold;
        if (distance < 0) {
            return current;
        }
        int step = bounds.size() - 1;
        while (bounds.get(step) > distance) {
            step--;
        }
        return Adjustment.PERCENT_CHANGE_IN_CAPACITY.apply(current, percents.get(step), MINIMUM_MAGNITUDE);
    }
}
