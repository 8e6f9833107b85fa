package dev.tilab.journal.web;

import dev.tilab.journal.EntrySummary;
import dev.tilab.journal.Journal;
import dev.tilab.support.DayWords;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
    private final MessageSource messages;
    private final Clock clock;

    ListController(Journal journal, MessageSource messages, Clock clock) {
        this.journal = journal;
        this.messages = messages;
        this.clock = clock;
    }

    record Month(YearMonth month, String words, String shortWords) {}

    record Year(String words, List<Month> months) {}

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
        model.addAttribute("days", shown == null ? List.of() : days(shown, words));
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

    private List<Day> days(YearMonth month, DayWords words) {
        return journal.between(month.atDay(1), month.atEndOfMonth(), PageRequest.of(0, 31))
                .map(entry -> day(entry, words))
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

    private static List<Year> years(List<YearMonth> months, DayWords words) {
        List<Year> years = new ArrayList<>();
        int last = Integer.MIN_VALUE;
        for (YearMonth month : months) {
            if (month.getYear() != last) {
                years.add(new Year(words.year(month.atDay(1)), new ArrayList<>()));
                last = month.getYear();
            }
            years.get(years.size() - 1).months().add(month(month, words));
        }
        return years;
    }

    private static Month month(YearMonth month, DayWords words) {
        return new Month(month, words.month(month), words.briefMonth(month));
    }
}
