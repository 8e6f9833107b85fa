package dev.tilab.journal.transfer;

import dev.tilab.journal.template.FileDate;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Proposes the year of days whose paths say none ({@code Mar/03.md}): that of the files lying nearest to them, else the last year in
 * which the day is not to come. Something to ask about, nothing to rely upon.
 */
final class YearGuess {

    private final LocalDate today;

    /** The days of each folder, those of the folders below it among them. */
    private final Map<String, NavigableSet<LocalDate>> known = new HashMap<>();

    YearGuess(LocalDate today) {
        this.today = today;
    }

    /**
     * A day whose year is guessed.
     *
     * @param beside whether files beside it say the year
     */
    record Guess(LocalDate day, boolean beside) {}

    void know(String path, LocalDate day) {
        String folder = path;
        do {
            folder = folderOf(folder);
            known.computeIfAbsent(folder, any -> new TreeSet<>()).add(day);
        } while (!folder.isEmpty());
    }

    /** Empty where the path says no month and day, or a whole date. */
    Optional<Guess> of(String path) {
        return FileDate.withoutYear(path).map(day -> {
            String folder = path;
            do {
                folder = folderOf(folder);
                LocalDate beside = nearest(day, known.getOrDefault(folder, new TreeSet<>()));
                if (beside != null) {
                    return new Guess(beside, true);
                }
            } while (!folder.isEmpty());
            return new Guess(latest(day), false);
        });
    }

    private static String folderOf(String path) {
        return path.substring(0, Math.max(0, path.lastIndexOf('/')));
    }

    private LocalDate latest(MonthDay day) {
        for (int year = today.getYear(); ; year--) {
            if (day.isValidYear(year) && !day.atYear(year).isAfter(today)) {
                return day.atYear(year);
            }
        }
    }

    /** The day's year that brings it nearest to one of those days, and not into the future; null where there is none. */
    private LocalDate nearest(MonthDay day, NavigableSet<LocalDate> days) {
        LocalDate nearest = null;
        long least = Long.MAX_VALUE;
        int last = days.isEmpty() ? Integer.MIN_VALUE : days.last().getYear() + 1;
        for (int year = days.isEmpty() ? 0 : days.first().getYear() - 1; year <= last; year++) {
            LocalDate candidate = day.isValidYear(year) ? day.atYear(year) : null;
            if (candidate == null || candidate.isAfter(today)) {
                continue;
            }
            for (LocalDate other : new LocalDate[] {days.floor(candidate), days.ceiling(candidate)}) {
                long distance = other == null ? Long.MAX_VALUE : Math.abs(ChronoUnit.DAYS.between(other, candidate));
                if (distance < least) {
                    least = distance;
                    nearest = candidate;
                }
            }
        }
        return nearest;
    }
}
