package dev.tilab.journal.year;

import dev.tilab.support.DayWords;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes the sheet of one year out of what was written. */
final class YearDrawing {

    private final WrittenDays written;
    private final LocalDate today;
    private final Optional<Streak> streak;
    private final DayWords words;

    /** @param streak the one that is marked */
    YearDrawing(WrittenDays written, LocalDate today, Optional<Streak> streak, DayWords words) {
        this.written = written;
        this.today = today;
        this.streak = streak;
        this.words = words;
    }

    YearSheet of(Year year) {
        Amount all = Amount.of(written, year.atDay(1), year.atMonth(12).atEndOfMonth());
        List<YearSheet.Month> months = new ArrayList<>();
        for (int month = 1; month <= 12; month++) {
            months.add(month(year.atMonth(month)));
        }
        int length = streak.map(Streak::days).orElse(0);
        return new YearSheet(
                year.getValue(),
                words.year(year.atDay(1)),
                months,
                all.days(),
                length,
                streakWords(year, length),
                weekWords(year, all));
    }

    private YearSheet.Month month(YearMonth month) {
        Amount all = Amount.of(written, month.atDay(1), month.atEndOfMonth());
        boolean listed = !written.between(month.atDay(1), month.atEndOfMonth()).isEmpty();
        List<YearSheet.Cell> cells = new ArrayList<>();
        for (int day = 1; day <= month.lengthOfMonth(); day++) {
            cells.add(cell(month.atDay(day)));
        }
        return new YearSheet.Month(
                listed ? "/journal?month=" + month : null,
                words.briefMonth(month),
                cells,
                all.days(),
                all.words(),
                all.labs());
    }

    private YearSheet.Cell cell(LocalDate day) {
        Optional<WrittenDay> here = written.on(day);
        boolean toCome = here.isEmpty() && day.isAfter(today);
        StringBuilder look = new StringBuilder("c");
        here.ifPresent(one -> look.append(" i").append(Ink.of(one.words())).append(one.lab() ? " lab" : ""));
        look.append(toCome ? " f" : "");
        look.append(streak.filter(one -> one.covers(day)).isPresent() ? " s" : "");
        look.append(day.equals(today) ? " now" : "");
        if (toCome) {
            return new YearSheet.Cell(null, look.toString(), null);
        }
        String href = here.map(one -> "/journal/" + one.entry()).orElse("/journal/new?date=" + day);
        return new YearSheet.Cell(href, look.toString(), label(day, here));
    }

    private String label(LocalDate day, Optional<WrittenDay> here) {
        String said = here.map(one -> words.message(
                        one.words() == 0 ? "sheet.day.blank" : one.lab() ? "sheet.day.lab" : "sheet.day.written",
                        words.day(day),
                        one.words()))
                .orElseGet(() -> words.message("sheet.day.none", words.day(day)));
        return day.equals(today) ? words.message("sheet.day.today", said) : said;
    }

    private String streakWords(Year year, int length) {
        if (year.getValue() != today.getYear()) {
            return words.message("sheet.streak.longest", length);
        }
        return words.message(written.isWritten(today) ? "sheet.streak" : "sheet.streak.before-today", length);
    }

    private String weekWords(Year year, Amount all) {
        if (year.getValue() != today.getYear()) {
            return words.message("sheet.week.mean", all.wordsPerWeek());
        }
        Amount week = Amount.of(written, Amount.mondayOf(today), today);
        return words.message("sheet.week", week.words(), all.wordsPerWeek());
    }
}
