package dev.tilab.journal.web;

import static java.util.stream.Collectors.toMap;

import dev.tilab.journal.FieldProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * What is wrong with a form, in the reader's language, by field.
 *
 * @param all in the order of the form
 * @param byField the first message of each field: every row of a form asks for its own
 */
record Problems(List<Problem> all, Map<String, String> byField) {

    Problems(List<Problem> all) {
        this(List.copyOf(all), all.stream().collect(toMap(Problem::field, Problem::message, (first, later) -> first)));
    }

    static final Problems NONE = new Problems(List.of());

    /**
     * @param field name and id of the input
     * @param message what is wrong with it
     */
    record Problem(String field, String message) {}

    static Problems of(String field, String message) {
        return new Problems(List.of(new Problem(field, message)));
    }

    /**
     * @param found what the journal refused
     * @param inForm from the journal's path of a field to the form's
     * @param message the problem's text in the reader's language
     */
    static Problems of(
            List<FieldProblem> found,
            UnaryOperator<String> inForm,
            java.util.function.Function<FieldProblem, String> message) {
        List<Problem> all = new ArrayList<>();
        found.forEach(problem -> all.add(new Problem(inForm.apply(problem.field()), message.apply(problem))));
        return new Problems(all);
    }

    /** What is wrong with a field, null when nothing is. */
    public String of(String field) {
        return byField.get(field);
    }

    public boolean isEmpty() {
        return all.isEmpty();
    }

    public int size() {
        return all.size();
    }
}
