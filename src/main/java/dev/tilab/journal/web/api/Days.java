package dev.tilab.journal.web.api;

import dev.tilab.journal.InvalidEntryException;
import dev.tilab.journal.Query;
import java.time.LocalDate;
import java.util.List;

/** Reads days as the API writes them: {@code 2025-03-06}. */
final class Days {

    private Days() {}

    /** @throws InvalidEntryException naming the field */
    static LocalDate of(String field, String text) {
        return Query.readDay(text).orElseThrow(() -> new InvalidEntryException(List.of(Query.notADate(field, text))));
    }
}
