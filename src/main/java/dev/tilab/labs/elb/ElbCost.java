package dev.tilab.labs.elb;

import dev.tilab.simulation.lab.Cost;

/** What a run of this lab costs: its letters in each lane, and the health checks of each node. */
final class ElbCost {

    /** With everything that an event does; measured on the reference machine, JDK 17. */
    static final long NANOS_PER_EVENT = 120;

    /** It is sent, answered, and may try another address. */
    private static final double EVENTS_PER_LETTER = 3;

    /** The check and its time-out. */
    private static final double EVENTS_PER_CHECK = 2;

    private static final double NANOS_PER_DRAWN_LETTER = 300;
    private static final double NANOS_PER_ROW = 400;
    private static final double SPREAD = 5;
    private static final double START_NANOS = 500_000;

    private ElbCost() {}

    static Cost of(ElbScenario scenario) {
        double mean = scenario.letters();
        double letters = mean + SPREAD * StrictMath.sqrt(mean) + 100;
        int lanes = scenario.balancers.size();
        // each target is checked by two nodes, in two groups of a Classic Load Balancer
        double checks = 4.0
                * scenario.targets.size()
                * ((double) scenario.durationMicros / scenario.healthCheck.intervalMicros() + 1);
        double lane =
                (letters * EVENTS_PER_LETTER + checks * EVENTS_PER_CHECK + 10.0 * scenario.interventions.size() + 100)
                        * NANOS_PER_EVENT;
        double drawn = START_NANOS + letters * NANOS_PER_DRAWN_LETTER;
        return Cost.of(
                drawn + lanes * (START_NANOS + lane), drawn + lanes * (START_NANOS + lane + letters * NANOS_PER_ROW));
    }
}
