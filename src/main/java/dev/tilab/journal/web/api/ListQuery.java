package dev.tilab.journal.web.api;

import dev.tilab.journal.FieldProblem;
import dev.tilab.journal.InvalidEntryException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a list is asked for.
 *
 * @param from first day, or null
 * @param to last day, inclusive, or null
 * @param page number of the page, from 0
 * @param size entries of a page, 1 to 100
 */
record ListQuery(LocalDate from, LocalDate to, int page, int size) {

    private static final int DEFAULT_SIZE = 20;
    private static final int MAX_SIZE = 100;
    private static final int MAX_PAGE = 1_000_000;

    /** @throws InvalidEntryException naming everything that is wrong */
    static ListQuery of(Map<String, String> query) {
        List<FieldProblem> problems = new ArrayList<>();
        LocalDate from = day("from", query, problems);
        LocalDate to = day("to", query, problems);
        if (from != null && to != null && from.isAfter(to)) {
            problems.add(new FieldProblem("from", from.toString(), "from-after-to", Map.of("to", to.toString())));
        }
        int page = number("page", query, 0, 0, MAX_PAGE, problems);
        int size = number("size", query, DEFAULT_SIZE, 1, MAX_SIZE, problems);
        if (!problems.isEmpty()) {
            throw new InvalidEntryException(problems);
        }
        return new ListQuery(from, to, page, size);
    }

    private static LocalDate day(String field, Map<String, String> query, List<FieldProblem> problems) {
        String given = query.getOrDefault(field, "").strip();
        if (given.isEmpty()) {
            return null;
        }
        LocalDate day = Days.read(given).orElse(null);
        if (day == null) {
            problems.add(Days.notADate(field, given));
        }
        return day;
    }

    private static int number(
            String field, Map<String, String> query, int standard, int min, int max, List<FieldProblem> problems) {
        String given = query.getOrDefault(field, "").strip();
        if (given.isEmpty()) {
            return standard;
        }
        if (!given.matches("[+-]?\\d+")) {
            problems.add(new FieldProblem(field, given, "not-a-number", Map.of()));
            return standard;
        }
        // Ten digits and more are out of every range here, and might not be an int.
        int number = given.length() > 9 ? Integer.MAX_VALUE : Integer.parseInt(given);
        if (number < min || number > max) {
            Map<String, Object> allowed = new LinkedHashMap<>();
            allowed.put("min", min);
            allowed.put("max", max);
            problems.add(new FieldProblem(field, given, "out-of-range", allowed));
        }
        return number;
    }
}
