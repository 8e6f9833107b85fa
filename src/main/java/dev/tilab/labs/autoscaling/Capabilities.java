package dev.tilab.labs.autoscaling;

import java.util.ArrayList;
import java.util.List;

/** The kinds of instances of a run; all lanes share what was computed for each. */
final class Capabilities {

    private final AutoScalingScenario scenario;
    private final List<Capability> known = new ArrayList<>();

    Capabilities(AutoScalingScenario scenario) {
        this.scenario = scenario;
    }

    /**
     * @param size how often the scenario's instance type was doubled
     * @param slowFactor how many times the work a request takes
     */
    Capability of(int size, double slowFactor) {
        double perSecond = scenario.service.perSecond() * (1 << size) / slowFactor;
        for (Capability each : known) {
            if (each.perSecond() == perSecond) {
                return each;
            }
        }
        Capability made = Capability.of(scenario.service, perSecond);
        known.add(made);
        return made;
    }
}
