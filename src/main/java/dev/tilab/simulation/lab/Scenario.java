package dev.tilab.simulation.lab;

import java.util.Map;

/** Everything that a run depends on: parameters, interventions, seed. Immutable, equal by value. */
public interface Scenario {

    /**
     * The scenario as parameter values in their canonical spelling, in the order of the lab's parameters; reading them back
     * gives an equal scenario. This is what an address carries.
     */
    Map<String, String> values();
}
