package dev.tilab.labs.failover;

import dev.tilab.simulation.lab.Cost;
import dev.tilab.simulation.lab.Intervention;

/**
 * What a run of this lab costs: its requests; the attempts of clients to come back, which can outnumber them by far, from the
 * first fault on; and the health checks of a load balancer.
 */
final class FailoverCost {

    /** With everything that an event does; measured over random scenarios on the reference machine, JDK 17. */
    static final long NANOS_PER_EVENT = 300;

    /** Arrival, time-out, the write at the primary, its way to two copies and back, the answer, its way through a proxy. */
    private static final double EVENTS_PER_REQUEST = 10;

    /** The check and its time-out. */
    private static final double EVENTS_PER_CHECK = 2;

    /** To try and to pause. */
    private static final double EVENTS_PER_ATTEMPT = 2;

    /** A pause is drawn from half to one and a half of its length, so attempts may come somewhat sooner than that. */
    private static final double SHORTEST_PAUSE = 0.8;

    /** To keep a request in every table of a lane and write it. */
    private static final double NANOS_PER_ROW = 1_500;

    private static final double NANOS_PER_DRAWN_REQUEST = 600;
    private static final double SPREAD = 5;
    private static final double START_NANOS = 500_000;

    private final FailoverScenario scenario;
    private final double requests;

    FailoverCost(FailoverScenario scenario) {
        this.scenario = scenario;
        double mean = (scenario.writesPerSecond + scenario.readsPerSecond) * scenario.durationMicros / 1e6;
        requests = mean + SPREAD * StrictMath.sqrt(mean);
    }

    Cost cost() {
        int lanes = scenario.topologies.size();
        double lane = (requests * EVENTS_PER_REQUEST
                        + attempts() * EVENTS_PER_ATTEMPT
                        + wayInEvents()
                        + 10.0 * scenario.interventions.size())
                * NANOS_PER_EVENT;
        double drawn = START_NANOS + requests * NANOS_PER_DRAWN_REQUEST;
        return Cost.of(
                drawn + lanes * (START_NANOS + lane),
                drawn + lanes * (START_NANOS + lane + (requests + attempts()) * NANOS_PER_ROW));
    }

    /** Attempts to connect in a lane, if from the first fault on nothing ever worked again. */
    private double attempts() {
        if (scenario.interventions.isEmpty()) {
            return 0;
        }
        long firstMicros = scenario.interventions.get(0).atMicros();
        double troubledMicros = scenario.durationMicros - firstMicros;
        double longest = scenario.clientSettings.longestPauseMicros();
        // pauses double from the first to the longest, again after each fault and after each request that failed
        double doublings =
                StrictMath.ceil(StrictMath.log(longest / scenario.clientSettings.backoffMicros()) / StrictMath.log(2))
                        + 2;
        double lasting = scenario.clients * (troubledMicros / (SHORTEST_PAUSE * longest) + doublings * (1 + faults()));
        // a deep check that fails takes its connection with it, as a request does
        double asked = requests + (scenario.hasBalancer() && scenario.balancer.checksDeep() ? checks() : 0);
        double rate = asked / scenario.durationMicros;
        return lasting + rate * troubledMicros;
    }

    private double faults() {
        return scenario.interventions.stream()
                .map(Intervention::action)
                .filter(each -> !each.equals("keep-address"))
                .count();
    }

    /** Arrivals at the load balancer, and the checks of each node of each target with their time-outs. */
    private double wayInEvents() {
        if (!scenario.hasBalancer()) {
            return 0;
        }
        return requests + checks() * (scenario.balancer.checksDeep() ? EVENTS_PER_REQUEST : EVENTS_PER_CHECK);
    }

    /** Each node checks each target. */
    private double checks() {
        double rounds = (double) scenario.durationMicros
                        / scenario.balancer.healthCheck().intervalMicros()
                + 1;
        return rounds * scenario.balancer.zones().size() * scenario.clients;
    }
}
