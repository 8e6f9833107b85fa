package dev.tilab.simulation.lab;

import java.util.List;

/** Says everything that is wrong with a scenario at once. */
public final class InvalidScenarioException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient List<Problem> problems;

    public InvalidScenarioException(List<Problem> problems) {
        super(problems.toString());
        this.problems = List.copyOf(problems);
    }

    /** The problems in the order of the lab's parameters, at least one. */
    public List<Problem> problems() {
        return problems;
    }
}
