package dev.tilab.journal.year;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A streak is what somebody is glad of: it must not end because of a weekend, nor go on over a day that was missed. */
class StreakTest {

    /** A Monday. */
    private static final LocalDate MONDAY = LocalDate.of(2025, 9, 1);

    /**
     * Three weeks from Monday to Sunday: {@code x} was written, {@code -} was not, {@code .} is to come, and the bracket stands
     * before today.
     */
    @ParameterizedTest
    @CsvSource({
        "'xxxxx-- xxxxx-- [x......', 11, the weekends rest",
        "'xxxxx-- xxxxx-- [-......', 10, today is not over yet",
        "'xxxxx-- xxxxx-- -[-.....',  0, a Monday was missed",
        "'xxxxx-- xxxxx-- -[x.....',  1, and it begins anew",
        "'xxxxxx- xx[x.... .......',  9, a Saturday that was written counts",
        "'xxxxx-x xx[x.... .......',  9, a Sunday that was written counts too",
        "'xxxx--- xx[x.... .......',  3, a Friday is no day of rest",
        "'xxxxx-- --[x.... .......',  1, nor are a weekend and two days more",
        "'xxxxx-[- ....... .......',  5, a Sunday waits for Monday",
        "'xxxxx[x- ....... .......',  6, on a Saturday",
        "'------- ------[- .......',  0, nothing at all",
        "'[x...... ....... .......',  1, the first day of all",
    })
    void weekendsRestAndEveryOtherDayWithoutAnEntryEndsIt(String weeks, int days, String why) {
        String letters = weeks.replace(" ", "");
        int today = letters.indexOf('[');
        String each = letters.replace("[", "");
        Set<LocalDate> written = new HashSet<>();
        for (int day = 0; day < each.length(); day++) {
            if (each.charAt(day) == 'x') {
                written.add(MONDAY.plusDays(day));
            }
        }
        assertThat(Streak.until(MONDAY.plusDays(today), written::contains)
                        .map(Streak::days)
                        .orElse(0))
                .as(why)
                .isEqualTo(days);
    }

    @Test
    void runsOverTheTurnOfTheYearAndIsMarkedFromItsFirstDayToItsLast() {
        Set<LocalDate> written = Set.of(
                LocalDate.of(2024, 12, 30),
                LocalDate.of(2024, 12, 31),
                LocalDate.of(2025, 1, 1),
                LocalDate.of(2025, 1, 2),
                LocalDate.of(2025, 1, 3));
        Streak streak =
                Streak.until(LocalDate.of(2025, 1, 5), written::contains).orElseThrow();
        assertThat(streak).isEqualTo(new Streak(LocalDate.of(2024, 12, 30), LocalDate.of(2025, 1, 3), 5));
        assertThat(streak.covers(LocalDate.of(2025, 1, 4)))
                .as("the rest behind it")
                .isFalse();
    }

    /** The longest one, told by another way of counting: of all pairs of days, those between which no working day was missed. */
    @Test
    void theLongestIsTheOneThatNoOtherPairOfDaysBeats() {
        for (int seed = 1; seed <= 40; seed++) {
            Random random = new Random(seed);
            LocalDate to = MONDAY.plusDays(60);
            TreeSet<LocalDate> written = new TreeSet<>();
            IntStream.rangeClosed(-5, 60)
                    .filter(day -> random.nextDouble() < 0.75)
                    .forEach(day -> written.add(MONDAY.plusDays(day)));
            int most = 0;
            for (LocalDate first : written.subSet(MONDAY, true, to, true)) {
                for (LocalDate last : written.subSet(first, true, to, true)) {
                    boolean missed = first.datesUntil(last)
                            .anyMatch(day -> !written.contains(day)
                                    && day.getDayOfWeek() != DayOfWeek.SATURDAY
                                    && day.getDayOfWeek() != DayOfWeek.SUNDAY);
                    most = missed
                            ? most
                            : Math.max(
                                    most,
                                    written.subSet(first, true, last, true).size());
                }
            }
            assertThat(Streak.longest(MONDAY, to, written::contains)
                            .map(Streak::days)
                            .orElse(0))
                    .as("seed %d", seed)
                    .isEqualTo(most);
        }
    }
}
