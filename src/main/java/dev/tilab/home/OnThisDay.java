package dev.tilab.home;

import dev.tilab.journal.EntrySummary;
import dev.tilab.journal.Journal;
import dev.tilab.support.DayWords;
import java.time.LocalDate;
import java.util.ArrayList;
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
        List<Then> days = before(today);
        Map<LocalDate, EntrySummary> written = journal
                .on(days.stream().map(Then::day).toList())
                .stream()
                .collect(Collectors.toMap(EntrySummary::date, Function.identity()));
        return days.stream()
                .filter(then -> written.containsKey(then.day()))
                .limit(MOST)
                .map(then -> new OnThisDay(
                        then.day(),
                        words.message(then.code(), then.years()),
                        words.briefDay(then.day(), today),
                        what(written.get(then.day()), words)))
                .toList();
    }

    /**
     * A day of another time.
     *
     * @param code the words that say how long ago
     * @param years how many years ago; 0 for less than one
     */
    record Then(LocalDate day, String code, int years) {}

    /** Those that are looked at, the nearest first. No day stands for another: not every month has a 31st, nor every year a 29 February. */
    static List<Then> before(LocalDate today) {
        List<Then> days = new ArrayList<>();
        days.add(new Then(today.minusWeeks(1), "home.before.week", 0));
        days.add(new Then(today.minusMonths(1), "home.before.month", 0));
        for (int years = 1; years <= YEARS; years++) {
            days.add(new Then(today.minusYears(years), "home.before.years", years));
        }
        days.removeIf(
                then -> !then.code().equals("home.before.week") && then.day().getDayOfMonth() != today.getDayOfMonth());
        return days;
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
