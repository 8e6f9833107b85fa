package dev.tilab.journal.web;

import dev.tilab.journal.EntrySummary;
import dev.tilab.journal.Journal;
import dev.tilab.journal.year.YearSheet;
import dev.tilab.journal.year.YearSheets;
import dev.tilab.support.DayWords;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The days of a month, newest first, and the way to the other months. */
@Controller
class ListController {

    private final Journal journal;
    private final YearSheets sheets;
    private final MessageSource messages;
    private final Clock clock;

    ListController(Journal journal, YearSheets sheets, MessageSource messages, Clock clock) {
        this.journal = journal;
        this.sheets = sheets;
        this.messages = messages;
        this.clock = clock;
    }

    record Month(YearMonth month, String words) {}

    /** A year with entries; its newest month is where it begins. */
    record YearLink(int year, String words, YearMonth newest) {}

    /** The days of a month in one week, from Monday to Sunday; its name leads to the page of all its days. */
    record Week(String name, String words, List<Day> days) {}

    record Day(LocalDate date, String dayWords, String weekday, String title, List<String> topics, String excerpt) {}

    /**
     * @param month such as {@code 2025-03}; the newest month that has entries when missing
     * @param trashed the day that was just put into the trash
     */
    @GetMapping("/journal")
    String list(
            @RequestParam(required = false) String month,
            @RequestParam(required = false) String trashed,
            Model model,
            Locale locale) {
        DayWords words = new DayWords(messages, locale, clock.getZone());
        List<YearMonth> months = journal.months();
        YearMonth shown =
                month == null || month.isBlank() ? months.isEmpty() ? null : months.get(0) : Days.month(month);
        model.addAttribute("month", shown);
        model.addAttribute("monthWords", shown == null ? words.message("layout.journal") : words.month(shown));
        model.addAttribute("years", years(months, words));
        List<EntrySummary> days = shown == null ? List.of() : days(shown);
        model.addAttribute("days", days.size());
        model.addAttribute("weeks", weeks(days, words));
        YearSheet sheet = sheets.of(shown == null ? Year.now(clock) : Year.of(shown.getYear()), words);
        model.addAttribute("sheet", sheet);
        model.addAttribute("sheetHeading", words.message("sheet.heading", sheet.words()));
        // Months come newest first: the first that is earlier, and the last that is later, are the nearest.
        model.addAttribute(
                "older",
                shown == null
                        ? null
                        : months.stream()
                                .filter(m -> m.isBefore(shown))
                                .findFirst()
                                .map(m -> month(m, words))
                                .orElse(null));
        model.addAttribute(
                "newer",
                shown == null
                        ? null
                        : months.stream()
                                .filter(m -> m.isAfter(shown))
                                .reduce((first, second) -> second)
                                .map(m -> month(m, words))
                                .orElse(null));
        model.addAttribute("count", journal.count());
        model.addAttribute("trashed", journal.trash().size());
        Days.read(trashed).ifPresent(day -> {
            model.addAttribute("moved", day);
            model.addAttribute("movedWords", words.full(day));
        });
        return "journal/list";
    }

    private List<EntrySummary> days(YearMonth month) {
        return journal.between(month.atDay(1), month.atEndOfMonth(), PageRequest.of(0, 31))
                .getContent();
    }

    /** The newest week first, as its days are. */
    private static List<Week> weeks(List<EntrySummary> days, DayWords words) {
        Map<LocalDate, List<Day>> weeks = new LinkedHashMap<>();
        for (EntrySummary day : days) {
            LocalDate monday = day.date().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            weeks.computeIfAbsent(monday, first -> new ArrayList<>()).add(day(day, words));
        }
        return weeks.entrySet().stream()
                .map(week -> new Week(
                        WeekController.name(week.getKey()),
                        words.message(
                                "date.range",
                                words.brief(week.getKey()),
                                words.brief(week.getKey().plusDays(6))),
                        week.getValue()))
                .toList();
    }

    private static Day day(EntrySummary entry, DayWords words) {
        List<String> titles =
                entry.topics().stream().filter(title -> !title.isBlank()).toList();
        return new Day(
                entry.date(),
                words.brief(entry.date()),
                words.weekday(entry.date()),
                entry.title(),
                titles,
                entry.excerpt());
    }

    private static List<YearLink> years(List<YearMonth> months, DayWords words) {
        Map<Integer, YearMonth> newest = new LinkedHashMap<>();
        months.forEach(month -> newest.putIfAbsent(month.getYear(), month));
        return newest.values().stream()
                .map(month -> new YearLink(month.getYear(), words.year(month.atDay(1)), month))
                .toList();
    }

    private static Month month(YearMonth month, DayWords words) {
        return new Month(month, words.month(month));
    }
}
