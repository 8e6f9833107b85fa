package dev.tilab.labweb;

import dev.tilab.labs.loadbalancing.LoadBalancingLab;
import dev.tilab.labs.loadbalancing.LoadBalancingScenario;
import dev.tilab.simulation.lab.Action;
import dev.tilab.simulation.lab.Cost;
import dev.tilab.simulation.lab.Lab;
import dev.tilab.simulation.lab.Parameter;
import dev.tilab.simulation.lab.ParameterGroup;
import dev.tilab.simulation.lab.Preset;
import dev.tilab.simulation.timeline.Column;
import dev.tilab.simulation.timeline.Table;
import dev.tilab.simulation.timeline.Timeline;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Reads queries as the load-balancing lab does, but answers at once with something small, and counts how often it was asked. */
class CannedLab implements Lab<LoadBalancingScenario> {

    final AtomicInteger runs = new AtomicInteger();
    private final LoadBalancingLab real = new LoadBalancingLab();
    private final Runnable duringRun;

    CannedLab() {
        this(() -> {});
    }

    CannedLab(Runnable duringRun) {
        this.duringRun = duringRun;
    }

    record Figures(Map<String, String> scenario, List<Lane> lanes) {}

    record Lane(String strategy, long requests, Double mean) {}

    @Override
    public String id() {
        return real.id();
    }

    @Override
    public List<Parameter> parameters() {
        return real.parameters();
    }

    @Override
    public List<ParameterGroup> groups() {
        return real.groups();
    }

    @Override
    public List<Action> actions() {
        return real.actions();
    }

    @Override
    public List<Preset> presets() {
        return real.presets();
    }

    @Override
    public LoadBalancingScenario scenario(Map<String, String> values) {
        return real.scenario(values);
    }

    /** What the real lab says: this one reads the same scenarios. */
    @Override
    public Cost cost(LoadBalancingScenario scenario) {
        return real.cost(scenario);
    }

    @Override
    public Figures summary(LoadBalancingScenario scenario) {
        runs.incrementAndGet();
        duringRun.run();
        return new Figures(scenario.values(), List.of(new Lane("round-robin", 3, null)));
    }

    @Override
    public Timeline timeline(LoadBalancingScenario scenario) {
        runs.incrementAndGet();
        duringRun.run();
        return canned();
    }

    static Timeline canned() {
        return new Timeline(
                60_000_000,
                Map.of("lanes", List.of("round-robin")),
                Map.of("outcome", List.of("in-flight", "completed")),
                List.of(new Table(
                        "requests", 3, List.of(new Column("arrivalMicros", new long[] {5, 70_000, 70_000}, true)))),
                List.of(new Table(
                        "lane",
                        3,
                        List.of(new Column("waitMicros", new long[] {0, -1, 9_007_199_254_740_991L}, false)))));
    }
}
