package dev.tilab.journal.web;

import dev.tilab.journal.FieldProblem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The address of a list says what the list does not know: answered by a page that says so, 400. */
final class WrongAddressException extends RuntimeException {

    private final transient List<FieldProblem> problems;

    WrongAddressException(List<FieldProblem> problems) {
        super(problems.toString());
        this.problems = List.copyOf(problems);
    }

    List<FieldProblem> problems() {
        return problems;
    }

    /** Refuses parameters that nobody asks for: whoever mistypes one would take the whole list for its answer. */
    static void refuseUnknown(Map<String, String> given, String... known) {
        List<String> names = List.of(known);
        List<FieldProblem> unknown = given.keySet().stream()
                .filter(name -> !names.contains(name))
                .sorted()
                .map(name -> names.isEmpty()
                        ? new FieldProblem(name, given.get(name), "no-parameters", Map.of())
                        : new FieldProblem(
                                name,
                                given.get(name),
                                "unknown-parameter",
                                Map.of("options", String.join(", ", names))))
                .toList();
        if (!unknown.isEmpty()) {
            throw new WrongAddressException(unknown);
        }
    }

    /** One value is wrong. */
    static WrongAddressException of(String field, String value, String code, Object... allowed) {
        Map<String, Object> inOrder = new LinkedHashMap<>();
        for (Object one : allowed) {
            inOrder.put("allowed" + inOrder.size(), one);
        }
        return new WrongAddressException(List.of(new FieldProblem(field, value, code, inOrder)));
    }
}
