package dev.tilab.labs.failover;

import dev.tilab.cloud.database.Topology;
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
 * What a database failure costs, second by second: one lane a topology, all of them asked for the same reads and writes and
 * struck by the same faults.
 */
public final class FailoverLab implements Lab<FailoverScenario> {

    @Override
    public String id() {
        return "failover";
    }

    /** 2: writes in a zone without power are out of reach, not lost; a crashed process is first started again where it was; two may take writes. */
    @Override
    public int version() {
        return 2;
    }

    @Override
    public List<Parameter> parameters() {
        return FailoverParameters.PARAMETERS;
    }

    @Override
    public List<ParameterGroup> groups() {
        return FailoverParameters.GROUPS;
    }

    @Override
    public List<Action> actions() {
        return FailoverParameters.ACTIONS;
    }

    @Override
    public List<Preset> presets() {
        return FailoverParameters.PRESETS;
    }

    @Override
    public List<Claim> claims() {
        return FailoverClaims.CLAIMS;
    }

    @Override
    public List<StoryStep> story() {
        return FailoverStory.STEPS;
    }

    @Override
    public FailoverScenario scenario(Map<String, String> values) {
        return new FailoverScenario(values);
    }

    @Override
    public Cost cost(FailoverScenario scenario) {
        return new FailoverCost(scenario).cost();
    }

    @Override
    public FailoverSummary summary(FailoverScenario scenario) {
        Effort.current().consistsOf(scenario.topologies.size());
        Workload work = new Workload(scenario);
        List<FailoverSummary.LaneSummary> lanes = new ArrayList<>();
        for (Topology topology : scenario.topologies) {
            Lane lane = new Lane(scenario, topology, work);
            lane.run();
            lanes.add(new LaneFigures(lane).summary());
        }
        return new FailoverSummary(scenario.values(), List.copyOf(lanes));
    }

    @Override
    public Optional<Function<Seeds, Record>> replications(FailoverScenario scenario) {
        return Optional.of(seeds -> FailoverReplications.of(scenario, seeds));
    }

    @Override
    public Timeline timeline(FailoverScenario scenario) {
        Effort.current().consistsOf(scenario.topologies.size());
        Workload work = new Workload(scenario);
        List<Lane> lanes = new ArrayList<>();
        for (Topology topology : scenario.topologies) {
            Lane lane = new Lane(scenario, topology, work);
            lane.run();
            lanes.add(lane);
        }
        return FailoverTimeline.of(scenario, work, lanes);
    }

    @Override
    public List<Still> stills(FailoverScenario scenario, long lengthMicros, long... atMicros) {
        Timeline run = timeline(scenario);
        return Arrays.stream(atMicros)
                .mapToObj(at -> FailoverStill.of(run, at, lengthMicros))
                .toList();
    }
}
