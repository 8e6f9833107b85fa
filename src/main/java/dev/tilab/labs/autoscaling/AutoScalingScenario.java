package dev.tilab.labs.autoscaling;

import dev.tilab.cloud.compute.GroupSettings;
import dev.tilab.cloud.compute.MetricSettings;
import dev.tilab.cloud.compute.Policy;
import dev.tilab.cloud.compute.PolicySettings;
import dev.tilab.cloud.compute.Schedule;
import dev.tilab.cloud.traffic.Demand;
import dev.tilab.cloud.traffic.DrawnDemand;
import dev.tilab.cloud.traffic.TrafficSettings;
import dev.tilab.simulation.lab.Intervention;
import dev.tilab.simulation.lab.ScenarioReader;
import dev.tilab.simulation.lab.WrittenScenario;
import java.util.List;
import java.util.Map;

/** One situation of the auto-scaling lab: traffic, instances, the group and its policies, interventions and seed. */
public final class AutoScalingScenario extends WrittenScenario {

    private final Map<String, String> values;

    final List<Policy> policies;
    final TrafficSettings traffic;
    final GroupSettings group;
    final String instanceType;
    final String region;
    final ServiceSettings service;
    final MetricSettings metric;
    final long seed;
    final List<Intervention> interventions;

    /** Those of the interventions that change the traffic. */
    final List<Intervention> jumps;

    /** What the policies need to know, but for the traffic. */
    private final PolicySettings policySettings;

    /** Reads and checks every value; see {@link dev.tilab.simulation.lab.Lab#scenario}. */
    AutoScalingScenario(Map<String, String> given) {
        ScenarioReader reader = new ScenarioReader(AutoScalingParameters.PARAMETERS, FittingDefaults.with(given));
        policies = reader.choices("policies").stream().map(Policy::of).toList();
        traffic = TrafficSettings.read(reader, reader.durationMicros("duration"));
        instanceType = reader.choice("instanceType");
        region = reader.choice("region");
        service = new ServiceSettings(
                reader.decimal("instanceCapacity"),
                reader.durationMicros("timeout"),
                reader.choice("abandoned").equals("finished"),
                reader.durationMicros("objective"),
                Routing.of(reader.choice("routing")));
        policySettings = PolicySettings.read(reader, service.perSecond());
        group = GroupSettings.read(reader, instanceType, policySettings.warmupMicros());
        metric = MetricSettings.read(reader);
        seed = reader.integer("seed");
        interventions = reader.interventions("at", AutoScalingParameters.ACTIONS, 0, traffic.durationMicros());
        jumps = interventions.stream()
                .filter(each -> each.action().equals("traffic"))
                .toList();
        values = reader.finish();
    }

    /** The requests of the run, the same in all lanes. */
    DrawnDemand demand() {
        return new DrawnDemand(traffic, jumps, seed);
    }

    /** What the policies need to know. */
    PolicySettings settings(Demand demand) {
        return policySettings.with(demand);
    }

    /** Planned actions. */
    Schedule schedule() {
        return policySettings.schedule();
    }

    long durationMicros() {
        return traffic.durationMicros();
    }

    @Override
    public Map<String, String> values() {
        return values;
    }
}
