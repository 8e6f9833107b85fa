package dev.tilab.labs.autoscaling;

import dev.tilab.simulation.engine.RandomStream;
import dev.tilab.simulation.engine.RandomStreams;
import dev.tilab.simulation.lab.Intervention;

/**
 * The requests of a run, drawn once and the same in all lanes: their number in each slot of 5 s is Poisson around the shape of
 * the traffic, which wanders slowly beside it. Two draws a slot whatever the rate, so that a jump of the traffic changes
 * nothing before it and only what it multiplies after it.
 */
final class DrawnDemand implements Demand {

    static final long SLOT_MICROS = 5_000_000;

    private static final double SLOT_SECONDS = SLOT_MICROS / 1e6;

    /** Correlation of the wander from a slot to the next: after two minutes half of it is left; assumed. */
    private static final double MEMORY = 0.97;

    /** How long a jump of the traffic lasts. */
    static final long JUMP_MICROS = 30 * 60_000_000L;

    /** Requests in each slot. */
    final int[] requests;

    /** Requests before each slot: one more entry than slots. */
    private final long[] before;

    private final Traffic traffic;
    private final long historyMicros;

    DrawnDemand(AutoScalingScenario scenario) {
        traffic = scenario.traffic();
        historyMicros = scenario.micros("history");
        int slots = (int) ((scenario.durationMicros() + SLOT_MICROS - 1) / SLOT_MICROS);
        requests = new int[slots];
        before = new long[slots + 1];
        RandomStreams streams = new RandomStreams(scenario.seed);
        RandomStream wandering = streams.stream("wander", 0);
        RandomStream arrivals = streams.stream("arrivals", 0);
        double step = scenario.noisePercent / 100 * StrictMath.sqrt(1 - MEMORY * MEMORY);
        double wander = 0;
        for (int slot = 0; slot < slots; slot++) {
            long atMicros = slot * SLOT_MICROS;
            wander = MEMORY * wander + step * Normal.quantile(wandering);
            double share = Math.min(SLOT_MICROS, scenario.durationMicros() - atMicros) / (double) SLOT_MICROS;
            double mean = traffic.perSecond(atMicros + SLOT_MICROS / 2) * SLOT_SECONDS * share * Math.max(0, 1 + wander);
            requests[slot] = poisson(mean * jumps(scenario, atMicros), arrivals);
            before[slot + 1] = before[slot] + requests[slot];
        }
    }

    private static double jumps(AutoScalingScenario scenario, long atMicros) {
        double factor = 1;
        for (Intervention each : scenario.jumps) {
            factor *= atMicros >= each.atMicros() && atMicros < each.atMicros() + JUMP_MICROS ? each.value() : 1;
        }
        return factor;
    }

    /** Few requests by inversion; many by the normal distribution that theirs comes to, without its negative tail. */
    private static int poisson(double mean, RandomStream random) {
        if (mean > 100) {
            return (int) Math.max(0, StrictMath.rint(mean + StrictMath.sqrt(mean) * Normal.quantile(random)));
        }
        double rest = random.nextDouble();
        double share = StrictMath.exp(-mean);
        int count = 0;
        while (rest >= share && count < 1_000) {
            rest -= share;
            count++;
            share *= mean / count;
        }
        return count;
    }

    int slots() {
        return requests.length;
    }

    /** All requests of the run. */
    long total() {
        return before[requests.length];
    }

    /** What was counted during the run, and the shape of the traffic before it, as far back as the group's history goes. */
    @Override
    public double perSecond(long fromMicros, long toMicros) {
        if (toMicros <= fromMicros) {
            return 0;
        }
        double sum = 0;
        if (fromMicros < 0) {
            long until = Math.min(0, toMicros);
            long stride = 60_000_000;
            for (long at = Math.max(fromMicros, -historyMicros); at < until; at += stride) {
                long length = Math.min(stride, until - at);
                sum += traffic.perSecond(at + length / 2) * (length / 1e6);
            }
        }
        if (toMicros > 0) {
            sum += counted(toMicros) - counted(Math.max(0, fromMicros));
        }
        return sum / ((toMicros - fromMicros) / 1e6);
    }

    private double counted(long untilMicros) {
        int slot = (int) Math.min(requests.length, untilMicros / SLOT_MICROS);
        double share = slot == requests.length ? 0 : (untilMicros - slot * SLOT_MICROS) / (double) SLOT_MICROS;
        return before[slot] + (slot == requests.length ? 0 : requests[slot] * share);
    }
}
