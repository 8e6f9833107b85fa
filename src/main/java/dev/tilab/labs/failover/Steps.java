package dev.tilab.labs.failover;

import dev.tilab.simulation.engine.RandomStream;
import dev.tilab.simulation.engine.RandomStreams;
import java.util.HashMap;
import java.util.Map;

/** How long the steps of a failover take: the parameter ±15 % (assumed), each step from a stream of its own. */
final class Steps {

    private static final double SPREAD = 0.15;

    private final FailoverScenario scenario;
    private final RandomStreams streams;
    private final Map<String, RandomStream> byName = new HashMap<>();

    Steps(FailoverScenario scenario) {
        this.scenario = scenario;
        streams = new RandomStreams(scenario.seed);
    }

    /** The next duration of the step that this parameter describes. */
    long draw(String parameter) {
        return (long) (scenario.micros(parameter) * (1 - SPREAD + 2 * SPREAD * uniform(parameter)));
    }

    double uniform(String purpose) {
        return byName.computeIfAbsent(purpose, name -> streams.stream("step-" + name, 0)).nextDouble();
    }
}
