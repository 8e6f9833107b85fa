package dev.tilab.cloud.database;

import dev.tilab.cloud.Region;
import dev.tilab.simulation.engine.RandomStream;
import java.util.EnumMap;
import java.util.Map;

/** How long the steps of a failover take: the parameter ±15 % (assumed), each step from a stream of its own. */
final class Steps {

    private static final double SPREAD = 0.15;

    private final Map<Step, Long> micros;
    private final Map<Step, RandomStream> streams = new EnumMap<>(Step.class);

    Steps(Region region, Map<Step, Long> micros) {
        this.micros = micros;
        for (Step step : Step.values()) {
            streams.put(step, region.stream("step-" + step.id(), 0));
        }
    }

    /** The next duration of this step. */
    long draw(Step step) {
        return (long)
                (micros.get(step) * (1 - SPREAD + 2 * SPREAD * streams.get(step).nextDouble()));
    }
}
