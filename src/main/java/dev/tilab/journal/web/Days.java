package dev.tilab.journal.web;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** Days as addresses and forms spell them. */
final class Days {

    private Days() {}

    /** The day of an address; what is no day is an address under which nothing is. */
    static LocalDate of(String path) {
        return read(path).orElseThrow(NothingHere::new);
    }

    /** The month of an address. */
    static YearMonth month(String text) {
        try {
            return YearMonth.parse(text);
        } catch (DateTimeParseException noMonth) {
            throw new NothingHere();
        }
    }

    /** The day that somebody typed, if it is one. */
    static Optional<LocalDate> read(String text) {
        try {
            return Optional.of(LocalDate.parse(text == null ? "" : text.strip()));
        } catch (DateTimeParseException noDate) {
            return Optional.empty();
        }
    }

    /** A number that an address of ours carries; 0 for anything else. */
    static int count(String text) {
        return text != null && text.matches("[0-9]{1,6}") ? Integer.parseInt(text) : 0;
    }

    /** Under this address there is nothing: 404. */
    static final class NothingHere extends RuntimeException {}
}
