package dev.tilab.labs.autoscaling;

import dev.tilab.cloud.Zones;
import dev.tilab.cloud.compute.Group;
import dev.tilab.cloud.compute.GroupParameters;
import dev.tilab.cloud.compute.Policy;
import dev.tilab.cloud.compute.Processes;
import dev.tilab.cloud.traffic.TrafficSettings;
import dev.tilab.simulation.lab.Action;
import dev.tilab.simulation.lab.Parameter;
import dev.tilab.simulation.lab.ParameterGroup;
import java.util.List;
import java.util.stream.Stream;

/**
 * What can be set before a run and done during it: the lists of the components that the lab is made of, in the order of its
 * form, and what is the lab's own. That has no source: it is assumed.
 */
final class AutoScalingParameters {

    private static final String ASSUMED = null;

    private static final String ROUTING = "AWS, Application Load Balancers: Routing algorithms (default round robin),"
            + " https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-target-group-attributes.html";

    static final List<String> ZONES = List.of("az-a", "az-b", "az-c");

    static final List<Parameter> PARAMETERS = Stream.of(
                    List.of(Parameter.choices("policies", "fixed,simple,target-tracking", Policy.ids(), 4, null)),
                    TrafficSettings.PARAMETERS,
                    List.of(Parameter.duration("duration", "86400s", "10m", "14d", null)),
                    GroupParameters.LIMITS,
                    GroupParameters.PRICE,
                    List.of(
                            Parameter.decimal("instanceCapacity", "100", "0.1", "100000", "requests/s", ASSUMED),
                            Parameter.duration("timeout", "1s", "10ms", "60s", ASSUMED),
                            // the side on which nobody is disappointed here is the other; most servers do finish
                            Parameter.choice("abandoned", "dropped", List.of("dropped", "finished"), ASSUMED),
                            Parameter.duration("objective", "250ms", "1ms", "60s", ASSUMED),
                            // the side on which nobody is disappointed, though a load balancer's default is the other
                            Parameter.choice("routing", "random", Routing.IDS, ROUTING)),
                    GroupParameters.POLICY,
                    GroupParameters.METRIC,
                    GroupParameters.LIFE,
                    List.of(
                            Parameter.integer("seed", "7", "0", "9007199254740991", null),
                            Parameter.interventions("at", 50)))
            .flatMap(List::stream)
            .toList();

    /** How its form groups them. */
    static final List<ParameterGroup> GROUPS = List.of(
            ParameterGroup.open("policies", "policies"),
            ParameterGroup.open("tracking", "target", "requestsPerTarget", "history"),
            ParameterGroup.open("group", "min", "desired", "max"),
            ParameterGroup.folded(
                    "demand", "traffic", "baseRate", "peakRate", "rushAt", "rushLength", "curve", "noise", "duration"),
            ParameterGroup.open(
                    "launch",
                    "launchTime",
                    "warmup",
                    "healthCheck",
                    "healthCheckInterval",
                    "gracePeriod",
                    "launchHook"),
            ParameterGroup.folded(
                    "alarms",
                    "highThreshold",
                    "lowThreshold",
                    "alarmDatapoints",
                    "lowDatapoints",
                    "scaleOutBy",
                    "scaleInBy",
                    "stepAdjustments",
                    "scaleInSteps",
                    "cooldown"),
            ParameterGroup.folded("schedule", "schedule", "scheduleZone"),
            ParameterGroup.folded("metric", "metricPeriod", "metricDelay"),
            ParameterGroup.folded("instance", "instanceType", "region", "instanceCapacity"),
            ParameterGroup.folded("quality", "objective", "timeout", "abandoned", "routing"),
            ParameterGroup.folded("leaving", "terminationPolicy", "zones", "deregistrationDelay", "terminateHook"),
            ParameterGroup.folded("pool", "warmPool", "warmStart", "resizeStop"),
            ParameterGroup.folded("chance", "seed", "at"));

    private static final List<String> GROUP = List.of("group");

    static final List<Action> ACTIONS = List.of(
            Group.STOP_INSTANCE.to(GROUP),
            Group.SLOW_VERSION.to(GROUP),
            Group.GOOD_VERSION.to(GROUP),
            CountedLoad.TRAFFIC.to(GROUP),
            Group.DESIRED.to(GROUP),
            Zones.FAIL.to(ZONES),
            Zones.REPAIR.to(ZONES),
            Zones.NO_CAPACITY.to(ZONES),
            Zones.CAPACITY_BACK.to(ZONES),
            Processes.SUSPEND.to(Processes.IDS),
            Processes.RESUME.to(Processes.IDS));

    private AutoScalingParameters() {}
}
