package dev.tilab.labs.loadbalancing;

import dev.tilab.simulation.lab.Cost;

/** What a run of this lab costs: its requests, each so many events, in every lane. */
final class LoadBalancingCost {

    /** With the figures kept of it; JDK 17, reference machine. */
    static final long NANOS_PER_EVENT = 60;

    /** A row of the table that clients are drawn from, made anew for every lane. */
    static final long NANOS_PER_CLIENT = 100;

    /** To keep a request's row and write it in binary and compressed; as JSON three times that. */
    private static final double NANOS_PER_ROW = 500;

    /** Poisson counts lie within so many standard deviations. */
    private static final double SPREAD = 5;

    private static final double START_NANOS = 300_000;

    private LoadBalancingCost() {}

    static Cost of(LoadBalancingScenario scenario) {
        double requests = scenario.requests() + SPREAD * StrictMath.sqrt(scenario.requests());
        // arrival and end of service; with latency also both ways
        int eventsPerRequest = scenario.latencyMicros == 0 ? 2 : 4;
        // a target is taken out and brought back at most once every so many checks
        double checks =
                (double) scenario.durationMicros / scenario.healthCheck.intervalMicros() * scenario.speeds.size();
        double changes = Math.min(2.0 * scenario.interventions.size() + 2, checks);
        double events = requests * eventsPerRequest + 2.0 * scenario.interventions.size() + changes;
        int lanes = scenario.strategies.size();
        double drawn = scenario.clients * (double) NANOS_PER_CLIENT;
        double lane = events * NANOS_PER_EVENT;
        return Cost.of(
                START_NANOS + lanes * (lane + drawn),
                scenario.isKept() ? START_NANOS + drawn + lanes * (lane + requests * NANOS_PER_ROW) : Cost.NOT_KEPT);
    }
}
