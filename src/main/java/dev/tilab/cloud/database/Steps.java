package dev.tilab.cloud.database;

import dev.tilab.cloud.Region;
import dev.tilab.simulation.engine.RandomStream;
import java.util.Map;

/** How long the steps of a failover take: the parameter ±15 % (assumed), each step from a stream of its own. */
final class Steps {

    private static final double SPREAD = 0.15;

    private final long[] meanMicros = new long[Step.values().length];
    private final RandomStream[] streams = new RandomStream[Step.values().length];

    /** @param micros how long each step takes, in the mean */
    Steps(Region region, Map<Step, Long> micros) {
        micros.forEach((step, mean) -> meanMicros[step.ordinal()] = mean);
        for (Step step : Step.values()) {
            streams[step.ordinal()] = region.stream("step-" + step.id(), 0);
        }
    }

    /** The next duration of this step. */
    long draw(Step step) {
        double share = 1 - SPREAD + 2 * SPREAD * streams[step.ordinal()].nextDouble();
        return (long) (meanMicros[step.ordinal()] * share);
    }
}
