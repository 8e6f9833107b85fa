package dev.tilab.journal.web.api;

import dev.tilab.journal.FieldProblem;
import dev.tilab.journal.InvalidEntryException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads days as the API writes them: {@code 2025-03-06}. */
final class Days {

    private static final Pattern ISO = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private Days() {}

    static Optional<LocalDate> read(String text) {
        try {
            return ISO.matcher(text).matches() ? Optional.of(LocalDate.parse(text)) : Optional.empty();
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    /** @throws InvalidEntryException naming the field */
    static LocalDate of(String field, String text) {
        return read(text).orElseThrow(() -> new InvalidEntryException(List.of(notADate(field, text))));
    }

    static FieldProblem notADate(String field, String text) {
        return new FieldProblem(field, text, "not-a-date", Map.of("example", "2025-03-06"));
    }
}
