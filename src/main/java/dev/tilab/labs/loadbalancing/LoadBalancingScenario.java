package dev.tilab.labs.loadbalancing;

import dev.tilab.cloud.Link;
import dev.tilab.cloud.balancer.HealthCheckSettings;
import dev.tilab.cloud.balancer.LoadBalancingStrategy;
import dev.tilab.cloud.compute.Server;
import dev.tilab.simulation.engine.Distribution;
import dev.tilab.simulation.lab.Intervention;
import dev.tilab.simulation.lab.InvalidScenarioException;
import dev.tilab.simulation.lab.Problem;
import dev.tilab.simulation.lab.ScenarioReader;
import dev.tilab.simulation.lab.Values;
import dev.tilab.simulation.lab.WrittenScenario;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;

/** One situation of the load-balancing lab: traffic, targets, health check, strategies, interventions and seed. */
public final class LoadBalancingScenario extends WrittenScenario {

    /** Most requests that a run may have if only its figures are kept. */
    static final int MAX_REQUESTS = 10_000_000;

    /** Most requests that a run may have if a picture is drawn of it. */
    static final int MAX_REQUESTS_OF_A_TIMELINE = 200_000;

    /** Seeds are below this, so that a browser can count them. */
    static final long SEEDS = 1L << 53;

    private final Map<String, String> values;

    final List<LoadBalancingStrategy> strategies;
    final double ratePerSecond;
    final long durationMicros;

    /** For so long before the run begins, requests come that are in none of its figures. */
    final long warmUpMicros;

    private final String arrivals;
    private final String service;
    final long serviceMeanMicros;
    final List<Double> speeds;
    final int clients;
    final double skew;
    final long latencyMicros;
    final int queueLimit;
    final HealthCheckSettings healthCheck;
    final long seed;
    final List<Intervention> interventions;

    /** Reads and checks every value; see {@link LoadBalancingLab#scenario}. */
    LoadBalancingScenario(Map<String, String> given) {
        ScenarioReader reader = new ScenarioReader(LoadBalancingParameters.PARAMETERS, given);
        strategies = reader.choices("strategies").stream()
                .map(LoadBalancingStrategy::of)
                .toList();
        ratePerSecond = reader.decimal("rate");
        durationMicros = reader.durationMicros("duration");
        warmUpMicros = reader.durationMicros("warmUp");
        arrivals = reader.choice("arrivals");
        service = reader.choice("service");
        serviceMeanMicros = reader.durationMicros("serviceMean");
        speeds = reader.decimals("targets");
        clients = (int) reader.integer("clients");
        skew = reader.decimal("skew");
        latencyMicros = reader.durationMicros(Link.LATENCY.id());
        queueLimit = (int) reader.integer(Server.QUEUE_LIMIT.id());
        healthCheck = HealthCheckSettings.read(reader);
        seed = reader.integer("seed");
        interventions = reader.interventions("at", LoadBalancingParameters.ACTIONS, speeds.size(), durationMicros);
        if (reader.isRight("rate")
                && reader.isRight("duration")
                && reader.isRight("warmUp")
                && requests() > MAX_REQUESTS) {
            reader.reject("duration", reader.text("duration"), "too-many-requests", allowedRequests(MAX_REQUESTS));
        }
        values = reader.finish();
    }

    /** Times between arrivals, with mean 1. */
    Distribution gaps() {
        return arrivals.equals("regular") ? Distribution.DETERMINISTIC : Distribution.EXPONENTIAL;
    }

    /** Service times at speed 1, with mean 1. */
    Distribution demands() {
        return Distribution.of(service);
    }

    /** Requests to be expected, those of the warm-up among them: rate × time. */
    double requests() {
        return ratePerSecond * (warmUpMicros + durationMicros) / 1e6;
    }

    /** Whether a timeline can hold the run. */
    boolean isKept() {
        return requests() <= MAX_REQUESTS_OF_A_TIMELINE;
    }

    /**
     * @throws InvalidScenarioException if the run has more requests than a timeline may hold
     */
    void requireTimeline() {
        if (!isKept()) {
            Map<String, String> allowed = allowedRequests(MAX_REQUESTS_OF_A_TIMELINE);
            throw new InvalidScenarioException(
                    List.of(new Problem("duration", values.get("duration"), "too-many-requests", allowed)));
        }
    }

    private Map<String, String> allowedRequests(int max) {
        String expected =
                BigDecimal.valueOf(requests()).setScale(0, RoundingMode.CEILING).toPlainString();
        return Values.of("max", Integer.toString(max), "requests", expected);
    }

    @Override
    public Map<String, String> values() {
        return values;
    }
}
