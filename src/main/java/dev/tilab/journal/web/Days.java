package dev.tilab.journal.web;

import dev.tilab.journal.Limits;
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

    /** The month of an address, of those in which a day can be written. */
    static YearMonth month(String text) {
        try {
            YearMonth month = YearMonth.parse(text);
            if (!isWritable(month.atDay(1))) {
                throw new NothingHere();
            }
            return month;
        } catch (DateTimeParseException noMonth) {
            throw new NothingHere();
        }
    }

    /** Whether a day can have an entry. */
    static boolean isWritable(LocalDate day) {
        return !day.isBefore(Limits.FIRST_DAY) && !day.isAfter(Limits.LAST_DAY);
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
