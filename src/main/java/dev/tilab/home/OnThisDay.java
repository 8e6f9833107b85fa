package dev.tilab.home;

import dev.tilab.journal.EntrySummary;
import dev.tilab.journal.Journal;
import dev.tilab.support.DayWords;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What was written a week, a month, a year or more years ago to the day.
 *
 * @param when how long ago
 * @param dayWords the day
 * @param what its title or topics, else its first words
 */
record OnThisDay(LocalDate date, String when, String dayWords, String what) {

    private static final int MOST = 3;
    private static final int YEARS = 10;
    private static final int TOPICS = 3;

    /** The nearest ones; empty where nothing was written on any of these days. */
    static List<OnThisDay> of(LocalDate today, Journal journal, DayWords words) {
        Map<LocalDate, String> days = new LinkedHashMap<>();
        days.put(today.minusWeeks(1), words.message("home.before.week"));
        add(days, today, today.minusMonths(1), words.message("home.before.month"));
        for (int years = 1; years <= YEARS; years++) {
            add(days, today, today.minusYears(years), words.message("home.before.years", years));
        }
        Map<LocalDate, EntrySummary> written =
                journal.on(days.keySet()).stream().collect(Collectors.toMap(EntrySummary::date, Function.identity()));
        List<OnThisDay> found = new ArrayList<>();
        days.forEach((day, when) -> {
            EntrySummary there = written.get(day);
            if (there != null && found.size() < MOST) {
                found.add(new OnThisDay(day, when, words.briefDay(day, today), what(there, words)));
            }
        });
        return found;
    }

    /** No day is shown under the name of another: a month before the 31st is a day only where that month has one. */
    private static void add(Map<LocalDate, String> days, LocalDate today, LocalDate then, String when) {
        if (then.getDayOfMonth() == today.getDayOfMonth()) {
            days.put(then, when);
        }
    }

    private static String what(EntrySummary day, DayWords words) {
        List<String> topics =
                day.topics().stream().filter(title -> !title.isBlank()).toList();
        if (!day.title().isBlank()) {
            return day.title();
        }
        if (!topics.isEmpty()) {
            return topics.stream().limit(TOPICS).collect(Collectors.joining(", "))
                    + (topics.size() > TOPICS ? " …" : "");
        }
        return day.excerpt().isBlank() ? words.message("home.no-topic") : day.excerpt();
    }
}
