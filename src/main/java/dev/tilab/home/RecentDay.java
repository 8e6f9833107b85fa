package dev.tilab.home;

import dev.tilab.journal.EntrySummary;
import dev.tilab.support.DayWords;
import java.time.LocalDate;
import java.util.List;

/** A day in the list of recent ones, with its year where that is not today's. */
record RecentDay(LocalDate date, String dayWords, String weekday, String title, List<String> topics, String excerpt) {

    static RecentDay of(EntrySummary summary, LocalDate today, DayWords words) {
        return new RecentDay(
                summary.date(),
                words.brief(summary.date(), today),
                words.weekday(summary.date()),
                summary.title(),
                summary.topics().stream().filter(title -> !title.isBlank()).toList(),
                summary.excerpt());
    }
}
