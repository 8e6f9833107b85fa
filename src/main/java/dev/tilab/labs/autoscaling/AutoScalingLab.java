package dev.tilab.labs.autoscaling;

import dev.tilab.cloud.compute.Policy;
import dev.tilab.cloud.traffic.DrawnDemand;
import dev.tilab.labs.autoscaling.AutoScalingSummary.BoundsSummary;
import dev.tilab.labs.autoscaling.AutoScalingSummary.Clairvoyant;
import dev.tilab.labs.autoscaling.AutoScalingSummary.LaneSummary;
import dev.tilab.labs.autoscaling.AutoScalingSummary.Peak;
import dev.tilab.simulation.engine.Effort;
import dev.tilab.simulation.lab.Action;
import dev.tilab.simulation.lab.Claim;
import dev.tilab.simulation.lab.Cost;
import dev.tilab.simulation.lab.Lab;
import dev.tilab.simulation.lab.Parameter;
import dev.tilab.simulation.lab.ParameterGroup;
import dev.tilab.simulation.lab.Preset;
import dev.tilab.simulation.lab.Still;
import dev.tilab.simulation.lab.StoryStep;
import dev.tilab.simulation.timeline.Timeline;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * How many instances, when, and at what price: one lane a scaling policy, all of them under the same traffic, with what users
 * felt and what it cost.
 */
public final class AutoScalingLab implements Lab<AutoScalingScenario> {

    @Override
    public String id() {
        return "auto-scaling";
    }

    /** 2: the queues get the expected rate, and take their time below a load of 1 too. */
    @Override
    public int version() {
        return 2;
    }

    @Override
    public List<Parameter> parameters() {
        return AutoScalingParameters.PARAMETERS;
    }

    @Override
    public List<ParameterGroup> groups() {
        return AutoScalingParameters.GROUPS;
    }

    @Override
    public List<Action> actions() {
        return AutoScalingParameters.ACTIONS;
    }

    @Override
    public List<Preset> presets() {
        return AutoScalingPresets.PRESETS;
    }

    @Override
    public List<Claim> claims() {
        return AutoScalingClaims.CLAIMS;
    }

    @Override
    public List<StoryStep> story() {
        return AutoScalingStory.STEPS;
    }

    @Override
    public AutoScalingScenario scenario(Map<String, String> values) {
        return new AutoScalingScenario(values);
    }

    @Override
    public Cost cost(AutoScalingScenario scenario) {
        return AutoScalingCost.of(scenario);
    }

    @Override
    public AutoScalingSummary summary(AutoScalingScenario scenario) {
        Effort.current().consistsOf(scenario.policies.size());
        DrawnDemand demand = scenario.demand();
        Capabilities capabilities = new Capabilities(scenario);
        Bounds bounds = BoundTables.of(scenario, demand, capabilities);
        List<LaneSummary> lanes = new ArrayList<>();
        for (Policy policy : scenario.policies) {
            Lane lane = new Lane(scenario, policy, demand, capabilities, null);
            lane.run();
            lanes.add(new LaneFigures(lane).summary(bounds));
        }
        return new AutoScalingSummary(scenario.values(), List.copyOf(lanes), bounds == null ? null : summary(bounds));
    }

    private static BoundsSummary summary(Bounds bounds) {
        return new BoundsSummary(
                new Clairvoyant(
                        LaneFigures.rounded(bounds.clairvoyantInstanceHours()),
                        LaneFigures.rounded(bounds.clairvoyantMicroUsd() / 1e6)),
                new Peak(
                        bounds.peakInstances(),
                        LaneFigures.rounded(bounds.peakInstanceHours()),
                        LaneFigures.rounded(bounds.peakMicroUsd() / 1e6)));
    }

    @Override
    public Timeline timeline(AutoScalingScenario scenario) {
        Effort.current().consistsOf(scenario.policies.size());
        DrawnDemand demand = scenario.demand();
        Capabilities capabilities = new Capabilities(scenario);
        List<Lane> lanes = new ArrayList<>();
        for (Policy policy : scenario.policies) {
            LaneRows rows = new LaneRows(demand.slots(), AutoScalingTimeline.slotsARow(scenario));
            Lane lane = new Lane(scenario, policy, demand, capabilities, rows);
            lane.run();
            lanes.add(lane);
        }
        return AutoScalingTimeline.of(scenario, demand, lanes, BoundTables.of(scenario, demand, capabilities));
    }

    @Override
    public List<Still> stills(AutoScalingScenario scenario, long lengthMicros, long... atMicros) {
        Timeline run = timeline(scenario);
        return Arrays.stream(atMicros)
                .mapToObj(at -> AutoScalingStill.of(run, at, lengthMicros))
                .toList();
    }
}
