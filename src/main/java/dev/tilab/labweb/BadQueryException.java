package dev.tilab.labweb;

import dev.tilab.simulation.lab.Lab;
import dev.tilab.simulation.lab.Problem;
import java.util.List;

/** A query that does not describe a run of the lab, with everything that is wrong with it. */
final class BadQueryException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Lab<?> lab;
    private final transient List<Problem> problems;

    BadQueryException(Lab<?> lab, List<Problem> problems) {
        super(problems.toString());
        this.lab = lab;
        this.problems = List.copyOf(problems);
    }

    Lab<?> lab() {
        return lab;
    }

    List<Problem> problems() {
        return problems;
    }
}
