package dev.tilab.journal.year;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** What was written on which day, within a span of days. */
final class WrittenDays {

    private final LocalDate from;
    private final LocalDate to;
    private final NavigableMap<LocalDate, WrittenDay> days = new TreeMap<>();

    /** @param to the last day that is asked about; what lies outside is left out */
    WrittenDays(LocalDate from, LocalDate to) {
        this.from = from;
        this.to = to;
    }

    /**
     * Adds an entry. One over several days fills each of them, and its words are spread evenly over them, the rest on the first
     * ones, so that weeks and months add up to what was written.
     */
    void add(LocalDate first, LocalDate last, int words, boolean lab) {
        long length = ChronoUnit.DAYS.between(first, last) + 1;
        LocalDate end = last.isAfter(to) ? to : last;
        for (LocalDate day = first.isBefore(from) ? from : first; !day.isAfter(end); day = day.plusDays(1)) {
            long place = ChronoUnit.DAYS.between(first, day);
            int share = (int) (words / length + (place < words % length ? 1 : 0));
            WrittenDay here = new WrittenDay(first, share, lab);
            LocalDate at = day;
            days.merge(day, here, (one, other) -> one.and(other, at));
        }
    }

    Optional<WrittenDay> on(LocalDate day) {
        return Optional.ofNullable(days.get(day));
    }

    /** Whether something was written: an entry as empty as its template is none. */
    boolean isWritten(LocalDate day) {
        WrittenDay here = days.get(day);
        return here != null && here.words() > 0;
    }

    /** The days with an entry between two days, inclusive, the earliest first. */
    NavigableMap<LocalDate, WrittenDay> between(LocalDate first, LocalDate last) {
        return days.subMap(first, true, last, true);
    }
}
