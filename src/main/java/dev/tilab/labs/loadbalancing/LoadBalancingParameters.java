package dev.tilab.labs.loadbalancing;

import dev.tilab.cloud.Link;
import dev.tilab.cloud.balancer.HealthCheckSettings;
import dev.tilab.cloud.balancer.LoadBalancingStrategy;
import dev.tilab.cloud.compute.Server;
import dev.tilab.simulation.engine.Distribution;
import dev.tilab.simulation.lab.Action;
import dev.tilab.simulation.lab.Opening;
import dev.tilab.simulation.lab.Parameter;
import dev.tilab.simulation.lab.ParameterGroup;
import dev.tilab.simulation.lab.Preset;
import dev.tilab.simulation.lab.Values;
import java.util.List;

/**
 * What can be set before a run and done during it, each default with its source. What a component has is the component's; the lab's own
 * are the requests that it draws, how many targets there are, and which strategies stand side by side.
 */
final class LoadBalancingParameters {

    /** No published default: chosen so that sixty seconds at one request in a tenth of a second can be followed by eye. */
    private static final String ASSUMED = null;

    static final List<Parameter> PARAMETERS = List.of(
            Parameter.choices(
                    "strategies", "round-robin,least-connections,response-time", LoadBalancingStrategy.ids(), 4, null),
            Parameter.decimal("rate", "9.5", "0.1", "100000", "requests/s", ASSUMED),
            Parameter.duration("duration", "60s", "1s", "24h", ASSUMED),
            Parameter.duration("warmUp", "0s", "0s", "1h", ASSUMED),
            Parameter.choice("arrivals", "poisson", List.of("poisson", "regular"), ASSUMED),
            Parameter.choice("service", "exponential", Distribution.ids(), ASSUMED),
            Parameter.duration("serviceMean", "300ms", "1ms", "60s", ASSUMED),
            Parameter.decimals("targets", "1,1,1,1,1", "0.1", "10", 12, ASSUMED),
            Parameter.integer("clients", "200", "1", "100000", ASSUMED),
            Parameter.decimal("skew", "0.8", "0", "2", null, ASSUMED),
            Link.LATENCY,
            Server.QUEUE_LIMIT,
            HealthCheckSettings.INTERVAL,
            HealthCheckSettings.UNHEALTHY,
            HealthCheckSettings.HEALTHY,
            Parameter.integer("seed", "11", "0", "9007199254740991", null),
            Parameter.interventions("at", 50));

    /** How its form groups them. */
    static final List<ParameterGroup> GROUPS = List.of(
            ParameterGroup.open("traffic", "rate", "serviceMean"),
            ParameterGroup.open("strategies", "strategies"),
            ParameterGroup.folded("targets", "targets", "latency", "queueLimit"),
            ParameterGroup.folded("requests", "duration", "warmUp", "arrivals", "service", "clients", "skew"),
            ParameterGroup.folded("health", "healthCheckInterval", "unhealthyThreshold", "healthyThreshold"),
            ParameterGroup.folded("chance", "seed", "at"));

    static final List<Action> ACTIONS =
            List.of(Server.STOP.to(List.of()), Server.START.to(List.of()), Server.SLOW.to(List.of()));

    static final List<Preset> PRESETS = List.of(
            new Preset(
                    "one-slow-one-stopped",
                    Values.of(
                            "strategies", "round-robin,least-connections,response-time",
                            "service", "erlang-2",
                            "latency", "120ms",
                            "healthCheckInterval", "5s",
                            "unhealthyThreshold", "2",
                            "healthyThreshold", "2",
                            "at", "0s:slow:target-2:3.5,20s:stop:target-4,40s:start:target-4"),
                    Opening.of("17.5s", "20s", 1)),
            new Preset(
                    "all-alike",
                    Values.of(
                            "strategies", "round-robin,least-connections,random",
                            "rate", "13.3",
                            "service", "deterministic"),
                    Opening.of("0s", "3s", 1)),
            new Preset(
                    "heavy-clients",
                    Values.of("strategies", "hash,round-robin", "rate", "12", "service", "erlang-2", "skew", "1.2"),
                    Opening.of("0s", "3s", 1)),
            new Preset(
                    "twelve-targets",
                    Values.of(
                            "strategies", "round-robin,least-connections,response-time,random",
                            "rate", "50",
                            "serviceMean", "200ms",
                            "targets", "1,1,1,1,1,1,0.5,0.5,0.5,2,2,2",
                            "latency", "20ms"),
                    Opening.of("0s", "1.5s", 0.25)));

    private LoadBalancingParameters() {}
}
