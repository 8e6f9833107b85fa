package dev.tilab.simulation.lab;

import java.util.List;

/**
 * Parameters that stand together in a form, in the order of the lab's parameters whatever the order here.
 *
 * @param id name in message keys: {@code alarms}
 * @param isOpen whether a form shows them at once; others are folded until somebody wants them
 * @param parameters ids of the parameters
 */
public record ParameterGroup(String id, boolean isOpen, List<String> parameters) {

    public ParameterGroup {
        parameters = List.copyOf(parameters);
    }

    /** Parameters that most people want to change. */
    public static ParameterGroup open(String id, String... parameters) {
        return new ParameterGroup(id, true, List.of(parameters));
    }

    /** Parameters for whoever looks for them. */
    public static ParameterGroup folded(String id, String... parameters) {
        return new ParameterGroup(id, false, List.of(parameters));
    }
}
