package dev.tilab.labs.loadbalancing;

import dev.tilab.cloud.balancer.LoadBalancingStrategy;
import dev.tilab.simulation.engine.Effort;
import dev.tilab.simulation.lab.Action;
import dev.tilab.simulation.lab.Claim;
import dev.tilab.simulation.lab.Cost;
import dev.tilab.simulation.lab.Lab;
import dev.tilab.simulation.lab.Parameter;
import dev.tilab.simulation.lab.ParameterGroup;
import dev.tilab.simulation.lab.Preset;
import dev.tilab.simulation.lab.Seeds;
import dev.tilab.simulation.lab.Still;
import dev.tilab.simulation.lab.StoryStep;
import dev.tilab.simulation.timeline.Timeline;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Load-balancing strategies side by side on the identical traffic: one lane a strategy, the targets disturbed alike in
 * all of them, and the balancer knowing no more than its health check and its own counters tell it.
 */
public final class LoadBalancingLab implements Lab<LoadBalancingScenario> {

    @Override
    public String id() {
        return "load-balancing";
    }

    /** Two: ties of least connections and of response times as nginx breaks them. */
    @Override
    public int version() {
        return 2;
    }

    @Override
    public List<Parameter> parameters() {
        return LoadBalancingParameters.PARAMETERS;
    }

    @Override
    public List<ParameterGroup> groups() {
        return LoadBalancingParameters.GROUPS;
    }

    @Override
    public List<Action> actions() {
        return LoadBalancingParameters.ACTIONS;
    }

    @Override
    public List<Preset> presets() {
        return LoadBalancingParameters.PRESETS;
    }

    @Override
    public List<Claim> claims() {
        return LoadBalancingClaims.CLAIMS;
    }

    @Override
    public List<StoryStep> story() {
        return LoadBalancingStory.STEPS;
    }

    @Override
    public LoadBalancingScenario scenario(Map<String, String> values) {
        return new LoadBalancingScenario(values);
    }

    @Override
    public Cost cost(LoadBalancingScenario scenario) {
        return LoadBalancingCost.of(scenario);
    }

    @Override
    public LoadBalancingSummary summary(LoadBalancingScenario scenario) {
        Effort.current().consistsOf(scenario.strategies.size());
        List<Mark> marks = HealthCheck.marks(scenario);
        List<LoadBalancingSummary.LaneSummary> lanes = new ArrayList<>();
        for (LoadBalancingStrategy strategy : scenario.strategies) {
            LaneFigures figures = new LaneFigures(scenario);
            Lane lane = new Lane(scenario, strategy::strategy, new DrawnWorkload(scenario), marks, figures);
            lane.run();
            lanes.add(figures.summary(strategy, lane));
        }
        return new LoadBalancingSummary(scenario.values(), List.copyOf(lanes));
    }

    @Override
    public Optional<Function<Seeds, Record>> replications(LoadBalancingScenario scenario) {
        return Optional.of(seeds -> LoadBalancingReplications.of(scenario, seeds));
    }

    @Override
    public Timeline timeline(LoadBalancingScenario scenario) {
        scenario.requireTimeline();
        Effort.current().consistsOf(scenario.strategies.size());
        return LoadBalancingTimeline.of(scenario);
    }

    @Override
    public List<Still> stills(LoadBalancingScenario scenario, long lengthMicros, long... atMicros) {
        Timeline run = timeline(scenario);
        return Arrays.stream(atMicros)
                .mapToObj(at -> LoadBalancingStill.of(run, at))
                .toList();
    }
}
