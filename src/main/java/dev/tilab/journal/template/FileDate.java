package dev.tilab.journal.template;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Optional;

/**
 * The day or days that a file's path or name speaks of.
 *
 * @param first the day, or the first of several
 * @param last the last day; the same as {@code first} for a single day
 */
public record FileDate(LocalDate first, LocalDate last) {

    /** The day that a path or name such as {@code Mar/2025-03-06.md} speaks of; of several days the first. */
    public static Optional<LocalDate> of(String pathOrName) {
        return range(pathOrName).map(FileDate::first);
    }

    /** Month and day of a path that says no year, such as {@code Mar/03.md}; empty where it says a whole date, or less. */
    public static Optional<MonthDay> withoutYear(String pathOrName) {
        return FileDateReader.withoutYear(pathOrName);
    }

    /** The days that a path or name such as {@code 2024-11-30~12-01.md} speaks of. */
    public static Optional<FileDate> range(String pathOrName) {
        return FileDateReader.read(pathOrName);
    }
}
