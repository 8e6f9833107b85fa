package dev.tilab.journal.web.api;

import dev.tilab.journal.FieldProblem;
import dev.tilab.journal.InvalidEntryException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads the parameters of an address and collects what is wrong with them; one that the address does not know is wrong, too. */
final class Query {

    private final Map<String, String> given;
    private final List<FieldProblem> problems = new ArrayList<>();

    Query(Map<String, String> given, String... known) {
        this.given = given;
        List<String> names = List.of(known);
        given.keySet().stream().filter(name -> !names.contains(name)).sorted().forEach(name -> {
            problems.add(new FieldProblem(
                    name, given.get(name), "unknown-parameter", Map.of("options", String.join(", ", names))));
        });
    }

    /** One of some words; the first where nothing is given. */
    String oneOf(String name, List<String> options) {
        String word = given.getOrDefault(name, "").strip();
        if (word.isEmpty() || options.contains(word)) {
            return word.isEmpty() ? options.get(0) : word;
        }
        problems.add(new FieldProblem(name, word, "none-of", Map.of("options", String.join(", ", options))));
        return options.get(0);
    }

    void missing(String name) {
        problems.add(new FieldProblem(name, null, "required", Map.of()));
    }

    /** @throws InvalidEntryException naming everything that is wrong */
    void check() {
        if (!problems.isEmpty()) {
            throw new InvalidEntryException(problems);
        }
    }
}
