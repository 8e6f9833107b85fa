package dev.tilab.journal.year;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** What a year counts: by the days that entries are about, each word once. */
class WrittenDaysTest {

    private static final LocalDate FIRST = LocalDate.of(2025, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2025, 12, 31);
    private static final LocalDate THURSDAY = LocalDate.of(2025, 3, 6);

    private final WrittenDays days = new WrittenDays(FIRST, LAST);

    /** Guards against words that are counted on every day of an entry, and against those that get lost when they are divided. */
    @Test
    void anEntryOverSeveralDaysFillsThemAllAndItsWordsStayAsMany() {
        days.add(THURSDAY, THURSDAY.plusDays(2), 100, true);
        assertThat(days.on(THURSDAY)).hasValue(new WrittenDay(THURSDAY, 34, true));
        assertThat(days.on(THURSDAY.plusDays(2))).hasValue(new WrittenDay(THURSDAY, 33, true));
        assertThat(days.on(THURSDAY.plusDays(3))).isEmpty();
        assertThat(Amount.of(days, FIRST, LAST)).isEqualTo(new Amount(3, 100, 3, 1));
    }

    /** An entry whose last day is a thousand years away costs no more than the year that is looked at. */
    @Test
    void whatLiesOutsideOfTheYearIsLeftOut() {
        days.add(FIRST.minusDays(2), FIRST.plusDays(1), 40, false);
        days.add(LAST, LocalDate.of(3025, 1, 1), 1_000_000, false);
        assertThat(days.on(FIRST)).hasValue(new WrittenDay(FIRST.minusDays(2), 10, false));
        assertThat(days.between(FIRST, LAST)).hasSize(3);
    }

    @Test
    void aDayWithTwoEntriesLeadsToItsOwn() {
        days.add(THURSDAY, THURSDAY.plusDays(1), 20, false);
        days.add(THURSDAY.plusDays(1), THURSDAY.plusDays(1), 5, true);
        assertThat(days.on(THURSDAY.plusDays(1))).hasValue(new WrittenDay(THURSDAY.plusDays(1), 15, true));
    }

    /** Guards against a page that counts the template's own lines as somebody's day. */
    @Test
    void anEntryWithoutAWordIsNoDayWritten() {
        days.add(THURSDAY, THURSDAY, 0, false);
        assertThat(days.on(THURSDAY)).isPresent();
        assertThat(days.isWritten(THURSDAY)).isFalse();
        assertThat(Amount.of(days, FIRST, LAST)).isEqualTo(new Amount(0, 0, 0, 0));
    }

    @Test
    void aWeekGoesFromMondayToSundayAndOnesWithoutAWordAreNotInTheMean() {
        LocalDate sunday = THURSDAY.plusDays(3);
        days.add(sunday, sunday, 10, false);
        days.add(sunday.plusDays(1), sunday.plusDays(1), 20, false);
        days.add(sunday.plusDays(2), sunday.plusDays(2), 30, false);
        days.add(sunday.plusDays(40), sunday.plusDays(40), 1, false);
        Amount all = Amount.of(days, FIRST, LAST);
        assertThat(all.weeks()).isEqualTo(3);
        assertThat(all.wordsPerWeek()).isEqualTo(20);
    }

    @Test
    void inkRisesInStepsThatNoOtherDayMoves() {
        assertThat(new int[] {Ink.of(0), Ink.of(1), Ink.of(49), Ink.of(50), Ink.of(150), Ink.of(299), Ink.of(5000)})
                .containsExactly(0, 1, 1, 2, 3, 3, 4);
    }
}
