package dev.tilab.journal.web;

import dev.tilab.journal.DayInk;
import dev.tilab.journal.EntrySummary;
import dev.tilab.journal.Journal;
import dev.tilab.support.DayWords;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A day without an entry of its own: what one can do about it.
 *
 * @param words the day
 * @param writable whether it can have an entry at all
 * @param trashed number of the entry of this day that was put into the trash last, or null
 * @param since when it was put there
 * @param within the day of an entry that covers this one, or null
 * @param withinWords that entry's days
 */
record AbsentDay(
        LocalDate date,
        String words,
        boolean writable,
        @Nullable Long trashed,
        String since,
        @Nullable LocalDate within,
        String withinWords) {

    /** How many days before it an entry that covers the day may begin. */
    private static final int SPAN = 60;

    static AbsentDay of(LocalDate date, Journal journal, DayWords words) {
        boolean writable = Days.isWritable(date);
        Optional<EntrySummary> trashed = journal.trash().stream()
                .filter(entry -> entry.date().equals(date))
                .findFirst();
        Optional<DayInk> within = writable
                ? journal.ink(date.minusDays(SPAN), date).stream()
                        .filter(entry ->
                                entry.endDate() != null && !entry.endDate().isBefore(date))
                        .findFirst()
                : Optional.empty();
        return new AbsentDay(
                date,
                words.full(date),
                writable,
                trashed.map(EntrySummary::id).orElse(null),
                trashed.map(entry -> words.moment(entry.deletedAt())).orElse(""),
                within.map(DayInk::date).orElse(null),
                within.map(entry -> words.days(entry.date(), Optional.of(entry.endDate())))
                        .orElse(""));
    }
}
