package dev.tilab.cloud.traffic;

import dev.tilab.simulation.engine.Effort;
import dev.tilab.simulation.engine.Normal;
import dev.tilab.simulation.engine.RandomStream;
import dev.tilab.simulation.engine.RandomStreams;
import dev.tilab.simulation.lab.Intervention;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The requests of a run, drawn once and the same in all lanes: their number in each slot of 5 s is Poisson around the shape of
 * the traffic, which wanders slowly beside it. Two draws a slot whatever the rate, so that a jump of the traffic changes
 * nothing before it and only what it multiplies after it.
 */
public final class DrawnDemand implements Demand {

    public static final long SLOT_MICROS = 5_000_000;

    private static final double SLOT_SECONDS = SLOT_MICROS / 1e6;

    /** Correlation of the wander from a slot to the next: after two minutes half of it is left; assumed. */
    private static final double MEMORY = 0.97;

    /** The earliest that anybody asks about the days before the run: two weeks and a day of the week to compare with. */
    private static final long HISTORY_MICROS = 17 * Traffic.DAY_MICROS;

    private static final long STRIDE_MICROS = 300_000_000;

    /** How long a jump of the traffic lasts. */
    public static final long JUMP_MICROS = 30 * 60_000_000L;

    /** What it costs to draw a slot. */
    public static final long NANOS_PER_SLOT = 150;

    /** Requests in each slot. */
    private final int[] requests;

    /** How many were to be expected in each, with the wander and the jumps, before chance said how many came. */
    private final double[] means;

    /** Requests before each slot: one more entry than slots. */
    private final long[] before;

    private final Traffic traffic;

    /** Requests expected from the earliest day before the run up to each stride; made when somebody asks. */
    private double @Nullable [] history;

    /** @param jumps what people do to the traffic: from an instant on, so many times as much as it would have been */
    public DrawnDemand(TrafficSettings settings, List<Intervention> jumps, long seed) {
        traffic = new Traffic(settings);
        int slots = (int) ((settings.durationMicros() + SLOT_MICROS - 1) / SLOT_MICROS);
        requests = new int[slots];
        means = new double[slots];
        before = new long[slots + 1];
        RandomStreams streams = new RandomStreams(seed);
        RandomStream wandering = streams.stream("wander", 0);
        RandomStream arrivals = streams.stream("arrivals", 0);
        double step = settings.noisePercent() / 100 * StrictMath.sqrt(1 - MEMORY * MEMORY);
        double wander = 0;
        SlotShape shape = new SlotShape(traffic);
        Effort.current().spend(slots * NANOS_PER_SLOT);
        for (int slot = 0; slot < slots; slot++) {
            long atMicros = slot * SLOT_MICROS;
            wander = MEMORY * wander + step * Normal.quantile(wandering);
            double share = Math.min(SLOT_MICROS, settings.durationMicros() - atMicros) / (double) SLOT_MICROS;
            double mean = shape.perSecond(slot) * SLOT_SECONDS * share * Math.max(0, 1 + wander);
            means[slot] = mean * factor(jumps, atMicros);
            requests[slot] = poisson(means[slot], arrivals);
            before[slot + 1] = before[slot] + requests[slot];
        }
    }

    private static double factor(List<Intervention> jumps, long atMicros) {
        double factor = 1;
        for (Intervention each : jumps) {
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

    /** How many slots the run has; the last may be shorter. */
    public int slots() {
        return requests.length;
    }

    /** Requests in a slot. */
    public int requests(int slot) {
        return requests[slot];
    }

    /**
     * Requests that were to be expected in a slot. Queues feel this: within a slot requests come one by one at this rate, and that
     * more or fewer of them came is the chance that a queue's own formulas already reckon with.
     */
    public double mean(int slot) {
        return means[slot];
    }

    /** All requests of the run. */
    public long total() {
        return before[requests.length];
    }

    /** What was counted during the run, and what the shape of the traffic expects in the days before it. */
    @Override
    public double perSecond(long fromMicros, long toMicros) {
        if (toMicros <= fromMicros) {
            return 0;
        }
        return (until(toMicros) - until(fromMicros)) / ((toMicros - fromMicros) / 1e6);
    }

    /** Requests from the beginning of the run up to an instant; below 0 before it. */
    private double until(long micros) {
        if (micros < 0) {
            return expected(micros + HISTORY_MICROS) - expected(HISTORY_MICROS);
        }
        int slot = (int) (micros / SLOT_MICROS);
        if (slot >= requests.length) {
            return before[requests.length];
        }
        return before[slot] + requests[slot] * ((micros - slot * SLOT_MICROS) / (double) SLOT_MICROS);
    }

    /** Requests expected in the time since the earliest day before the run. */
    private double expected(long sinceMicros) {
        if (history == null) {
            history = new double[(int) (HISTORY_MICROS / STRIDE_MICROS) + 1];
            for (int stride = 1; stride < history.length; stride++) {
                long middle = (2L * stride - 1) * STRIDE_MICROS / 2 - HISTORY_MICROS;
                history[stride] = history[stride - 1] + traffic.perSecond(middle) * (STRIDE_MICROS / 1e6);
            }
        }
        int stride = (int) Math.max(0, Math.min(history.length - 2, sinceMicros / STRIDE_MICROS));
        double share = (sinceMicros - stride * STRIDE_MICROS) / (double) STRIDE_MICROS;
        return history[stride] + (history[stride + 1] - history[stride]) * Math.max(0, Math.min(1, share));
    }
}
