package dev.tilab.journal.web.api;

import dev.tilab.journal.FieldProblem;
import dev.tilab.journal.InvalidEntryException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the parameters of an address and collects what is wrong with them; one that the address does not know is wrong, too. */
final class Query {

    private final Map<String, String> given;
    private final List<FieldProblem> problems = new ArrayList<>();

    Query(Map<String, String> given, String... known) {
        this.given = given;
        List<String> names = List.of(known);
        given.keySet().stream()
                .filter(name -> !names.contains(name))
                .sorted()
                .forEach(name ->
                        add(name, given.get(name), "unknown-parameter", Map.of("options", String.join(", ", names))));
    }

    private void add(String field, String value, String code, Map<String, Object> allowed) {
        problems.add(new FieldProblem(field, value, code, allowed));
    }

    /** What stands there without spaces around it; empty where nothing does. */
    String text(String field) {
        return given.getOrDefault(field, "").strip();
    }

    /** The same where it is not too long. */
    String text(String field, int limit) {
        String text = text(field);
        int length = text.codePointCount(0, text.length());
        if (length > limit) {
            Map<String, Object> allowed = new LinkedHashMap<>();
            allowed.put("max", limit);
            allowed.put("length", length);
            add(field, text, "too-long", allowed);
        }
        return text;
    }

    /** One of some words; the first where nothing is given. */
    String oneOf(String field, List<String> options) {
        String word = oneOfOrNone(field, options);
        return word == null ? options.get(0) : word;
    }

    /** The same, and null where nothing is given. */
    String oneOfOrNone(String field, List<String> options) {
        String word = text(field);
        if (word.isEmpty() || options.contains(word)) {
            return word.isEmpty() ? null : word;
        }
        add(field, word, "none-of", Map.of("options", String.join(", ", options)));
        return null;
    }

    void missing(String field) {
        add(field, null, "required", Map.of());
    }

    /** The day, or null. */
    LocalDate day(String field) {
        String text = text(field);
        if (text.isEmpty()) {
            return null;
        }
        LocalDate day = Days.read(text).orElse(null);
        if (day == null) {
            problems.add(Days.notADate(field, text));
        }
        return day;
    }

    /** Days in their order. */
    void span(LocalDate from, LocalDate to) {
        if (from != null && to != null && from.isAfter(to)) {
            add("from", from.toString(), "from-after-to", Map.of("to", to.toString()));
        }
    }

    int number(String field, int standard, int min, int max) {
        String text = text(field);
        if (text.isEmpty()) {
            return standard;
        }
        if (!text.matches("[+-]?\\d+")) {
            add(field, text, "not-a-number", Map.of());
            return standard;
        }
        // Ten digits and more are out of every range here, and might not be an int.
        int number = text.length() > 9 ? Integer.MAX_VALUE : Integer.parseInt(text);
        if (number < min || number > max) {
            Map<String, Object> allowed = new LinkedHashMap<>();
            allowed.put("min", min);
            allowed.put("max", max);
            add(field, text, "out-of-range", allowed);
            return standard;
        }
        return number;
    }

    /** @throws InvalidEntryException naming everything that is wrong */
    void check() {
        if (!problems.isEmpty()) {
            throw new InvalidEntryException(problems);
        }
    }
}
