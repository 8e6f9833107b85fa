package dev.tilab.journal.web;

import dev.tilab.journal.Limits;
import dev.tilab.support.DayWords;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.IsoFields;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A week on one page, to be told from on Friday. */
@Controller
class WeekController {

    private static final Pattern WEEK = Pattern.compile("(\\d{4})-W(\\d{2})");

    private final WeekPages pages;
    private final MessageSource messages;
    private final Clock clock;

    WeekController(WeekPages pages, MessageSource messages, Clock clock) {
        this.pages = pages;
        this.messages = messages;
        this.clock = clock;
    }

    /** @param of such as {@code 2025-W10}; this week when missing */
    @GetMapping("/journal/week")
    String week(@RequestParam Map<String, String> given, Model model, Locale locale) {
        WrongAddressException.refuseUnknown(given, "of");
        LocalDate today = LocalDate.now(clock);
        LocalDate monday = monday(given.getOrDefault("of", "").strip(), today);
        DayWords words = new DayWords(messages, locale, clock.getZone());
        model.addAttribute("week", pages.of(monday, today, words));
        model.addAttribute("from", words.brief(monday));
        model.addAttribute("to", words.brief(monday.plusDays(6)));
        model.addAttribute("year", words.year(monday.plusDays(3)));
        model.addAttribute("number", monday.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
        model.addAttribute(
                "previous", monday.minusDays(7).isBefore(Limits.FIRST_DAY) ? null : name(monday.minusDays(7)));
        model.addAttribute("next", monday.plusDays(13).isAfter(Limits.LAST_DAY) ? null : name(monday.plusDays(7)));
        model.addAttribute("previousFrom", words.brief(monday.minusDays(7)));
        model.addAttribute("nextFrom", words.brief(monday.plusDays(7)));
        return "journal/week";
    }

    private static LocalDate monday(String of, LocalDate today) {
        if (of.isEmpty()) {
            return today.with(DayOfWeek.MONDAY);
        }
        Matcher week = WEEK.matcher(of);
        LocalDate monday = null;
        if (week.matches()) {
            try {
                monday = LocalDate.parse(of + "-1", DateTimeFormatter.ISO_WEEK_DATE);
            } catch (DateTimeException noSuchWeek) {
                // As if it were no week at all.
            }
        }
        if (monday == null
                || monday.isBefore(Limits.FIRST_DAY)
                || monday.plusDays(6).isAfter(Limits.LAST_DAY)) {
            throw WrongAddressException.of("of", of, "not-a-week", name(today));
        }
        return monday;
    }

    /** The week of a day, as its address spells it. */
    static String name(LocalDate day) {
        return "%04d-W%02d".formatted(day.get(IsoFields.WEEK_BASED_YEAR), day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }
}
