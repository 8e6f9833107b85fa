package dev.tilab.labs.loadbalancing;

import dev.tilab.simulation.engine.AliasTable;
import dev.tilab.simulation.engine.Distribution;
import dev.tilab.simulation.engine.Effort;
import dev.tilab.simulation.engine.RandomStream;
import dev.tilab.simulation.engine.RandomStreams;

/** Draws the requests from the seed, each quantity from a stream of its own, and keeps none of them. */
final class DrawnWorkload extends Workload {

    private final Distribution gaps;
    private final Distribution demands;
    private final AliasTable clients;
    private final RandomStream gapStream;
    private final RandomStream demandStream;
    private final RandomStream clientStream;
    private final double meanGapMicros;
    private final double meanDemandMicros;

    /** The arrival before it is rounded to a microsecond, so that roundings do not add up. */
    private double exactArrivalMicros;

    DrawnWorkload(LoadBalancingScenario scenario) {
        Effort.current().spend(scenario.clients * LoadBalancingCost.NANOS_PER_CLIENT);
        RandomStreams streams = new RandomStreams(scenario.seed);
        gaps = scenario.gaps();
        demands = scenario.demands();
        clients = AliasTable.zipf(scenario.clients, scenario.skew);
        gapStream = streams.stream("arrival", 0);
        demandStream = streams.stream("demand", 0);
        clientStream = streams.stream("client", 0);
        meanGapMicros = 1e6 / scenario.ratePerSecond;
        meanDemandMicros = scenario.serviceMeanMicros;
    }

    @Override
    void advance() {
        exactArrivalMicros += meanGapMicros * gaps.draw(gapStream);
        arrivalMicros = (long) (exactArrivalMicros + 0.5);
        demandMicros = Math.max(1, (long) (meanDemandMicros * demands.draw(demandStream) + 0.5));
        client = clients.draw(clientStream);
    }
}
