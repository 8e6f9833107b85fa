package dev.tilab.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** "A month ago" is a promise about a day: it must not be kept by the one beside it. */
class OnThisDayTest {

    @Test
    void aDayThatAnotherMonthOrYearDoesNotHaveIsNotReplacedByItsNeighbour() {
        assertThat(OnThisDay.before(LocalDate.of(2025, 3, 31)))
                .extracting(OnThisDay.Then::day)
                .startsWith(LocalDate.of(2025, 3, 24), LocalDate.of(2024, 3, 31), LocalDate.of(2023, 3, 31));
        assertThat(OnThisDay.before(LocalDate.of(2024, 2, 29)))
                .extracting(OnThisDay.Then::day)
                .containsExactly(
                        LocalDate.of(2024, 2, 22),
                        LocalDate.of(2024, 1, 29),
                        LocalDate.of(2020, 2, 29),
                        LocalDate.of(2016, 2, 29));
    }
}
