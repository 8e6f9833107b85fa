package dev.tilab.labs.autoscaling;

/**
 * What no policy that keeps the objective can beat, and what none need do worse than. The clairvoyant fleet knows the
 * traffic and has in each slot the fewest instances that keep the objective: they come and go at once and are paid by the
 * second. The peak fleet has at all times as many as the fullest slot needs.
 */
final class Bounds {

    private final int[] instances;
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
     * @param largestArrivals requests a second that one instance serves within the objective; more than 0
     */
    Bounds(double[] perSecond, long slotMicros, double largestArrivals, long microUsdPerHour) {
        this.slotMicros = slotMicros;
        this.microUsdPerHour = microUsdPerHour;
        slotHours = slotMicros / 3.6e9;
        instances = new int[perSecond.length];
        for (int slot = 0; slot < perSecond.length; slot++) {
            instances[slot] = (int) StrictMath.ceil(perSecond[slot] / largestArrivals);
        }
    }

    /** Fewest instances that keep the objective in a slot. */
    int instances(int slot) {
        return instances[slot];
    }

    double clairvoyantInstanceHours() {
        long slots = 0;
        for (int each : instances) {
            slots += each;
        }
        return slots * slotHours;
    }

    double clairvoyantMicroUsd() {
        return clairvoyantInstanceHours() * microUsdPerHour;
    }

    /** Fewest instances that keep the objective in every slot. */
    int peakInstances() {
        int peak = 0;
        for (int each : instances) {
            peak = Math.max(peak, each);
        }
        return peak;
    }

    double peakInstanceHours() {
        return peakInstances() * slotHours * instances.length;
    }

    double peakMicroUsd() {
        return peakInstanceHours() * microUsdPerHour;
    }

    /** The clairvoyant fleet with a limit: where it needs more it has as many as it may, and is outside the objective. */
    Capped capped(int most) {
        long slots = 0;
        long outside = 0;
        for (int each : instances) {
            slots += Math.min(each, most);
            outside += each > most ? 1 : 0;
        }
        return new Capped(most, slots * slotHours * microUsdPerHour, outside * slotMicros);
    }
}
