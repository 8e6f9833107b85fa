package dev.tilab.journal;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads the parameters of an address, of a page's and of the API's alike, and collects what is wrong with them; one that the address does
 * not know is wrong, too.
 */
public final class Query {

    private static final Pattern ISO_DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private final Map<String, String> given;
    private final List<FieldProblem> problems = new ArrayList<>();

    public Query(Map<String, String> given, String... known) {
        this.given = given;
        List<String> names = List.of(known);
        given.keySet().stream()
                .filter(name -> !names.contains(name))
                .sorted()
                .forEach(name ->
                        wrong(name, given.get(name), "unknown-parameter", Map.of("options", String.join(", ", names))));
    }

    /** Something is wrong with a parameter that only its reader knows. */
    public void wrong(String field, String value, String code, Map<String, Object> allowed) {
        problems.add(new FieldProblem(field, value, code, allowed));
    }

    /** What stands there without spaces around it; empty where nothing does. */
    public String text(String field) {
        return given.getOrDefault(field, "").strip();
    }

    /** The same where it is not too long. */
    public String text(String field, int limit) {
        String text = text(field);
        int length = text.codePointCount(0, text.length());
        if (length > limit) {
            Map<String, Object> allowed = new LinkedHashMap<>();
            allowed.put("max", limit);
            allowed.put("length", length);
            wrong(field, text, "too-long", allowed);
        }
        return text;
    }

    /** One of some words; the first where nothing is given. */
    public String oneOf(String field, List<String> options) {
        String word = oneOfOrNone(field, options);
        return word == null ? options.get(0) : word;
    }

    /** The same, and null where nothing is given. */
    public String oneOfOrNone(String field, List<String> options) {
        String word = text(field);
        if (word.isEmpty() || options.contains(word)) {
            return word.isEmpty() ? null : word;
        }
        wrong(field, word, "none-of", Map.of("options", String.join(", ", options)));
        return null;
    }

    public void missing(String field) {
        wrong(field, null, "required", Map.of());
    }

    /** The day, or null. */
    public LocalDate day(String field) {
        String text = text(field);
        if (text.isEmpty()) {
            return null;
        }
        LocalDate day = readDay(text).orElse(null);
        if (day == null) {
            problems.add(notADate(field, text));
        }
        return day;
    }

    /** A day as addresses spell it: {@code 2025-03-06}. */
    public static Optional<LocalDate> readDay(String text) {
        try {
            return ISO_DAY.matcher(text).matches() ? Optional.of(LocalDate.parse(text)) : Optional.empty();
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    /** Days in their order. */
    public void span(LocalDate from, LocalDate to) {
        if (from != null && to != null && from.isAfter(to)) {
            wrong("from", from.toString(), "from-after-to", Map.of("to", to.toString()));
        }
    }

    public int number(String field, int standard, int min, int max) {
        String text = text(field);
        if (text.isEmpty()) {
            return standard;
        }
        if (!text.matches("[+-]?\\d+")) {
            wrong(field, text, "not-a-number", Map.of());
            return standard;
        }
        // Ten digits and more are out of every range here, and might not be an int.
        int number = text.length() > 9 ? Integer.MAX_VALUE : Integer.parseInt(text);
        if (number < min || number > max) {
            Map<String, Object> allowed = new LinkedHashMap<>();
            allowed.put("min", min);
            allowed.put("max", max);
            wrong(field, text, "out-of-range", allowed);
            return standard;
        }
        return number;
    }

    public static FieldProblem notADate(String field, String text) {
        return new FieldProblem(field, text, "not-a-date", Map.of("example", "2025-03-06"));
    }

    /** Everything that was wrong so far, in the order in which it was read. */
    public List<FieldProblem> problems() {
        return List.copyOf(problems);
    }

    /** @throws InvalidEntryException naming everything that is wrong */
    public void check() {
        if (!problems.isEmpty()) {
            throw new InvalidEntryException(problems);
        }
    }
}
