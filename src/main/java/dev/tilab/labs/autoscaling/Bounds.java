package dev.tilab.labs.autoscaling;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/**
 * What no policy that keeps the objective can beat, and what none need do worse than. The clairvoyant fleet knows the
 * traffic and has in each slot the fewest instances that keep the objective: they come and go at once and are paid by the
 * second. The peak fleet has at all times as many as the fullest slot needs.
 */
final class Bounds {

    /** More than anybody has: what one of them does is what one of more does. */
    private static final int MANY = 10_000;

    private static final double ROUNDING = 1e-12;

    private final int[] instances;

    /** What slots need, ascending, and the sum of all before each. */
    private final int[] ascending;

    private final long[] sums;

    private final double slotHours;
    private final long slotMicros;
    private final long microUsdPerHour;

    /**
     * The clairvoyant fleet with a limit.
     *
     * @param outsideMicros how long it cannot keep the objective
     */
    record Capped(int instances, double costMicroUsd, long outsideMicros) {}

    /**
     * @param perSecond arrival rate in each slot
     * @param largestArrivals requests a second that one instance of so many serves within the objective; more than 0, and not less
     *     the more there are
     */
    Bounds(double[] perSecond, long slotMicros, IntToDoubleFunction largestArrivals, long microUsdPerHour) {
        this.slotMicros = slotMicros;
        this.microUsdPerHour = microUsdPerHour;
        slotHours = slotMicros / 3.6e9;
        instances = new int[perSecond.length];
        for (int slot = 0; slot < perSecond.length; slot++) {
            instances[slot] = fewest(perSecond[slot], largestArrivals);
        }
        ascending = instances.clone();
        Arrays.sort(ascending);
        sums = new long[ascending.length + 1];
        for (int slot = 0; slot < ascending.length; slot++) {
            sums[slot + 1] = sums[slot] + ascending[slot];
        }
    }

    private static int fewest(double perSecond, IntToDoubleFunction largestArrivals) {
        int fewest = (int) StrictMath.ceil(perSecond / largestArrivals.applyAsDouble(MANY));
        while (fewest < MANY && fewest * largestArrivals.applyAsDouble(fewest) < perSecond * (1 - ROUNDING)) {
            fewest++;
        }
        return fewest;
    }

    /** Fewest instances that keep the objective in a slot. */
    int instances(int slot) {
        return instances[slot];
    }

    double clairvoyantInstanceHours() {
        return sums[ascending.length] * slotHours;
    }

    double clairvoyantMicroUsd() {
        return clairvoyantInstanceHours() * microUsdPerHour;
    }

    /** Fewest instances that keep the objective in every slot. */
    int peakInstances() {
        return ascending.length == 0 ? 0 : ascending[ascending.length - 1];
    }

    double peakInstanceHours() {
        return peakInstances() * slotHours * instances.length;
    }

    double peakMicroUsd() {
        return peakInstanceHours() * microUsdPerHour;
    }

    /** The clairvoyant fleet with a limit: where it needs more it has as many as it may, and is outside the objective. */
    Capped capped(int most) {
        int within = 0;
        int beyond = ascending.length;
        while (within < beyond) {
            int middle = (within + beyond) >>> 1;
            boolean enough = ascending[middle] <= most;
            within = enough ? middle + 1 : within;
            beyond = enough ? beyond : middle;
        }
        int outside = ascending.length - within;
        long slots = sums[within] + (long) outside * most;
        return new Capped(most, slots * slotHours * microUsdPerHour, outside * slotMicros);
    }
}
