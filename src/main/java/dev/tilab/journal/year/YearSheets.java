package dev.tilab.journal.year;

import dev.tilab.journal.DayInk;
import dev.tilab.journal.Journal;
import dev.tilab.support.DayWords;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Reads the sheet of a year out of the journal. */
@Component
public class YearSheets {

    /** A streak that begins so near the first day that was read may have begun before it. */
    private static final int REST = 2;

    private final Journal journal;
    private final Clock clock;

    YearSheets(Journal journal, Clock clock) {
        this.journal = journal;
        this.clock = clock;
    }

    /** The sheet of a year, in the reader's words. */
    public YearSheet of(Year year, DayWords words) {
        // The year before as well: entries and streaks run over the turn of the year.
        return of(year, year.minusYears(1), LocalDate.now(clock), words);
    }

    private YearSheet of(Year year, Year from, LocalDate today, DayWords words) {
        WrittenDays written = read(from.atDay(1), year.atMonth(12).atEndOfMonth());
        Optional<Streak> streak = marked(year, today, written);
        boolean cut = streak.filter(one -> !one.first().isAfter(from.atDay(1).plusDays(REST)))
                .isPresent();
        return cut
                ? of(year, from.minusYears(1), today, words)
                : new YearDrawing(written, today, streak, words).of(year);
    }

    private static Optional<Streak> marked(Year year, LocalDate today, WrittenDays written) {
        return year.getValue() == today.getYear()
                ? Streak.until(today, written::isWritten)
                : Streak.longest(year.atDay(1), year.atMonth(12).atEndOfMonth(), written::isWritten);
    }

    private WrittenDays read(LocalDate from, LocalDate to) {
        List<DayInk> days = journal.ink(from, to);
        WrittenDays written = new WrittenDays(from, to);
        for (DayInk day : days) {
            LocalDate last = day.endDate() == null || day.endDate().isBefore(day.date()) ? day.date() : day.endDate();
            written.add(day.date(), last, day.written(), day.lab());
        }
        return written;
    }
}
