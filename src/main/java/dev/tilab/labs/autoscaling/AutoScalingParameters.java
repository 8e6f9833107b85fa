package dev.tilab.labs.autoscaling;

import dev.tilab.cloud.compute.GroupParameters;
import dev.tilab.cloud.compute.Policy;
import dev.tilab.cloud.compute.Processes;
import dev.tilab.cloud.traffic.TrafficSettings;
import dev.tilab.simulation.lab.Action;
import dev.tilab.simulation.lab.Parameter;
import java.util.List;
import java.util.stream.Stream;

/**
 * What can be set before a run and done during it: the lists of the components that the lab is made of, in the order of its
 * form, and what is the lab's own. That has no source: it is assumed.
 */
final class AutoScalingParameters {

    private static final String ASSUMED = null;

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
                            Parameter.duration("objective", "250ms", "1ms", "60s", ASSUMED)),
                    GroupParameters.POLICY,
                    GroupParameters.METRIC,
                    GroupParameters.LIFE,
                    List.of(
                            Parameter.integer("seed", "7", "0", "9007199254740991", null),
                            Parameter.interventions("at", 50)))
            .flatMap(List::stream)
            .toList();

    private static final List<String> GROUP = List.of("group");

    static final List<Action> ACTIONS = List.of(
            Action.on("stop-instance", "group", GROUP),
            new Action("slow-version", "group", GROUP, true, 1, 20, 2),
            Action.on("good-version", "group", GROUP),
            new Action("traffic", "group", GROUP, true, 0.1, 20, 1.5),
            new Action("desired", "group", GROUP, true, 1, 200, 6),
            Action.on("fail-zone", "zone", ZONES),
            Action.on("repair-zone", "zone", ZONES),
            Action.on("no-capacity", "zone", ZONES),
            Action.on("capacity-back", "zone", ZONES),
            Action.on("suspend", "process", Processes.IDS),
            Action.on("resume", "process", Processes.IDS));

    private AutoScalingParameters() {}
}
