package dev.tilab.journal.year;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Map;

/**
 * How much was written in a span of days.
 *
 * @param days on how many days something was written
 * @param words how many words
 * @param labs how many days tell of a lab's run
 * @param weeks in how many weeks, from Monday to Sunday, something was written
 */
record Amount(int days, long words, int labs, int weeks) {

    /** Of the days from {@code first} to {@code last}, inclusive. */
    static Amount of(WrittenDays written, LocalDate first, LocalDate last) {
        int days = 0;
        long words = 0;
        int labs = 0;
        int weeks = 0;
        LocalDate counted = null;
        for (Map.Entry<LocalDate, WrittenDay> day : written.between(first, last).entrySet()) {
            labs += day.getValue().lab() ? 1 : 0;
            if (day.getValue().words() == 0) {
                continue;
            }
            days++;
            words += day.getValue().words();
            LocalDate monday = mondayOf(day.getKey());
            weeks += monday.equals(counted) ? 0 : 1;
            counted = monday;
        }
        return new Amount(days, words, labs, weeks);
    }

    /** Of the weeks in which something was written, the mean; 0 where there is none. */
    long wordsPerWeek() {
        return weeks == 0 ? 0 : Math.round((double) words / weeks);
    }

    static LocalDate mondayOf(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }
}
