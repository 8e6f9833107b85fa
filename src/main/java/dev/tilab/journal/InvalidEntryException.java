package dev.tilab.journal;

import java.util.List;

/** Says everything that is wrong with an entry at once. Nothing was saved. */
public final class InvalidEntryException extends RuntimeException {

    private final transient List<FieldProblem> problems;

    public InvalidEntryException(List<FieldProblem> problems) {
        super(problems.toString());
        this.problems = List.copyOf(problems);
    }

    /** The problems in the order of the fields, at least one. */
    public List<FieldProblem> problems() {
        return problems;
    }
}
