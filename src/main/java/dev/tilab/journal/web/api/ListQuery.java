package dev.tilab.journal.web.api;

import dev.tilab.journal.InvalidEntryException;
import dev.tilab.journal.Query;
import java.time.LocalDate;
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

    static final int DEFAULT_SIZE = 20;
    static final int MAX_SIZE = 100;
    private static final int MAX_PAGE = 1_000_000;

    /** @throws InvalidEntryException naming everything that is wrong */
    static ListQuery of(Map<String, String> parameters) {
        Query query = new Query(parameters, "from", "to", "page", "size");
        LocalDate from = query.day("from");
        LocalDate to = query.day("to");
        query.span(from, to);
        int page = query.number("page", 0, 0, MAX_PAGE);
        int size = query.number("size", DEFAULT_SIZE, 1, MAX_SIZE);
        query.check();
        return new ListQuery(from, to, page, size);
    }
}
