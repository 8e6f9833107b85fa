package dev.tilab.journal.year;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Days written one after the other (docs/adr/0035). Saturdays and Sundays are days of rest: one without an entry does not end a
 * streak and does not count. Any other day without one ends it.
 *
 * @param first the first day that was written
 * @param last the last day that was written
 * @param days how many of the days from first to last were written
 */
record Streak(LocalDate first, LocalDate last, int days) {

    /**
     * The streak that can still go on. Today does not end it before it is over.
     *
     * @param written asked about no day after {@code today}, and about none before the first that ends the streak
     */
    static Optional<Streak> until(LocalDate today, Predicate<LocalDate> written) {
        return endingBy(written.test(today) ? today : today.minusDays(1), written);
    }

    /** The longest one between two days; of equally long ones the latest. */
    static Optional<Streak> longest(LocalDate from, LocalDate to, Predicate<LocalDate> written) {
        Predicate<LocalDate> within = day -> !day.isBefore(from) && written.test(day);
        Optional<Streak> longest = Optional.empty();
        for (LocalDate day = to; !day.isBefore(from); ) {
            Optional<Streak> here = endingBy(day, within);
            if (here.isPresent() && here.get().days > longest.map(Streak::days).orElse(0)) {
                longest = here;
            }
            day = here.map(Streak::first).orElse(day).minusDays(1);
        }
        return longest;
    }

    boolean covers(LocalDate day) {
        return !day.isBefore(first) && !day.isAfter(last);
    }

    private static Optional<Streak> endingBy(LocalDate end, Predicate<LocalDate> written) {
        LocalDate first = null;
        LocalDate last = null;
        int days = 0;
        for (LocalDate day = end; ; day = day.minusDays(1)) {
            if (written.test(day)) {
                first = day;
                last = last == null ? day : last;
                days++;
            } else if (!isRest(day)) {
                return first == null ? Optional.empty() : Optional.of(new Streak(first, last, days));
            }
        }
    }

    private static boolean isRest(LocalDate day) {
        return day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
    }
}
