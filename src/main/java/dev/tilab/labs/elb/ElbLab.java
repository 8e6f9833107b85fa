package dev.tilab.labs.elb;

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
 * Which balancer opens the letter and which only reads the envelope: one lane a balancer, all of them given the same letters over
 * the same connections.
 */
public final class ElbLab implements Lab<ElbScenario> {

    @Override
    public String id() {
        return "elb";
    }

    @Override
    public List<Parameter> parameters() {
        return ElbParameters.PARAMETERS;
    }

    @Override
    public List<ParameterGroup> groups() {
        return ElbParameters.GROUPS;
    }

    @Override
    public List<Action> actions() {
        return ElbParameters.ACTIONS;
    }

    @Override
    public List<Preset> presets() {
        return ElbPresets.PRESETS;
    }

    @Override
    public List<Claim> claims() {
        return ElbClaims.CLAIMS;
    }

    @Override
    public List<StoryStep> story() {
        return ElbStory.STEPS;
    }

    @Override
    public ElbScenario scenario(Map<String, String> values) {
        return new ElbScenario(values);
    }

    @Override
    public Cost cost(ElbScenario scenario) {
        return ElbCost.of(scenario);
    }

    @Override
    public ElbSummary summary(ElbScenario scenario) {
        return new ElbSummary(
                scenario.values(),
                run(scenario, new Workload(scenario), new AddressList()).stream()
                        .map(lane -> new LaneFigures(lane).summary())
                        .toList());
    }

    @Override
    public Timeline timeline(ElbScenario scenario) {
        Workload work = new Workload(scenario);
        AddressList addresses = new AddressList();
        return ElbTimeline.of(scenario, work, addresses, run(scenario, work, addresses));
    }

    @Override
    public List<Still> stills(ElbScenario scenario, long lengthMicros, long... atMicros) {
        Timeline run = timeline(scenario);
        return Arrays.stream(atMicros).mapToObj(at -> ElbStill.of(run, at)).toList();
    }

    private static List<Lane> run(ElbScenario scenario, Workload work, AddressList addresses) {
        Effort.current().consistsOf(scenario.balancers.size());
        List<Lane> lanes = new ArrayList<>();
        for (Balancer balancer : scenario.balancers) {
            Lane lane = new Lane(scenario, balancer, work, addresses);
            lane.run();
            lanes.add(lane);
        }
        return lanes;
    }
}
