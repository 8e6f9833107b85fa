package dev.tilab.cloud.balancer.listener;

import java.util.List;

/** Rules that cannot be read: says everything that is wrong with them at once. */
public final class InvalidRulesException extends Exception {

    private static final long serialVersionUID = 1;

    private final transient List<RuleProblem> problems;

    InvalidRulesException(List<RuleProblem> problems) {
        super(problems.toString());
        this.problems = List.copyOf(problems);
    }

    /** At least one, in the order of the text. */
    public List<RuleProblem> problems() {
        return problems;
    }
}
