package dev.tilab.labs.loadbalancing;

import dev.tilab.simulation.engine.AliasTable;
import dev.tilab.simulation.engine.Distribution;
import dev.tilab.simulation.engine.Effort;
import dev.tilab.simulation.engine.RandomStream;
import dev.tilab.simulation.engine.RandomStreams;

/** Draws the requests from the seed, each quantity from a stream of its own, and keeps none of them. */
final class DrawnWorkload extends Workload {

    private static final String WARM_UP = "warm-up-";

    private final Distribution gaps;
    private final Distribution demands;
    private final AliasTable clients;
    private final RandomStreams streams;
    private RandomStream gapStream;
    private RandomStream demandStream;
    private RandomStream clientStream;
    private final double meanGapMicros;
    private final double meanDemandMicros;

    /** The arrival before it is rounded to a microsecond, so that roundings do not add up. */
    private double exactArrivalMicros;

    private boolean warmingUp;

    DrawnWorkload(LoadBalancingScenario scenario) {
        Effort.current().spend(scenario.clients * LoadBalancingCost.NANOS_PER_CLIENT);
        streams = new RandomStreams(scenario.seed);
        gaps = scenario.gaps();
        demands = scenario.demands();
        clients = AliasTable.zipf(scenario.clients, scenario.skew);
        meanGapMicros = 1e6 / scenario.ratePerSecond;
        meanDemandMicros = scenario.serviceMeanMicros;
        warmingUp = scenario.warmUpMicros > 0;
        if (warmingUp) {
            draw(WARM_UP);
            // what comes regularly goes on so across 0
            exactArrivalMicros = gaps == Distribution.DETERMINISTIC
                    ? -meanGapMicros * (Math.floor(scenario.warmUpMicros / meanGapMicros) + 1)
                    : -scenario.warmUpMicros;
        } else {
            draw("");
        }
    }

    /** Draws from streams of their own from now on: a longer warm-up leaves the run's own requests as they are. */
    private void draw(String prefix) {
        gapStream = streams.stream(prefix + "arrival", 0);
        demandStream = streams.stream(prefix + "demand", 0);
        clientStream = streams.stream(prefix + "client", 0);
    }

    @Override
    void advance() {
        exactArrivalMicros += meanGapMicros * gaps.draw(gapStream);
        if (warmingUp && exactArrivalMicros >= 0.5) {
            warmingUp = false;
            draw("");
            exactArrivalMicros = meanGapMicros * gaps.draw(gapStream);
        }
        arrivalMicros =
                warmingUp ? Math.min(-1, (long) Math.floor(exactArrivalMicros)) : (long) (exactArrivalMicros + 0.5);
        demandMicros = Math.max(1, (long) (meanDemandMicros * demands.draw(demandStream) + 0.5));
        client = clients.draw(clientStream);
    }
}
