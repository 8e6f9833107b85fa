package dev.tilab.journal.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code Mar/03.md}: a year is proposed, and never out of thin air where something lies beside. */
class YearGuessTest {

    private final YearGuess years = new YearGuess(LocalDate.of(2026, 11, 30));

    @ParameterizedTest
    @CsvSource({
        "Mar/03.md, 2026-03-03",
        "12-05.md, 2025-12-05",
        "3월 6일.md, 2026-03-06",
        "til/3월/06일.md, 2026-03-06",
        "TIL 0306.md, 2026-03-06",
        "Mar 3.md, 2026-03-03",
        "02-29.md, 2024-02-29"
    })
    void withoutNeighboursItIsTheLastOneThatIsPast(String path, LocalDate day) {
        assertThat(years.of(path)).contains(new YearGuess.Guess(day, false));
    }

    @ParameterizedTest
    @CsvSource({
        "a/Jan/02.md, 2024-01-02",
        "a/Dec/30.md, 2023-12-30",
        "b/Jan/02.md, 2022-01-02",
        "c/Jan/02.md, 2024-01-02"
    })
    void neighboursSayItTheNearestFoldersFirst(String path, LocalDate day) {
        years.know("a/Dec/2023-12-28.md", LocalDate.of(2023, 12, 28));
        years.know("b/2022-02-01.md", LocalDate.of(2022, 2, 1));
        assertThat(years.of(path)).contains(new YearGuess.Guess(day, true));
    }

    /** Guards against dates out of numbers of any kind: chapters, versions, a day without its month. */
    @ParameterizedTest
    @CsvSource({"06.md", "notes v1-2.md", "chapter 3.md", "2025-03-06.md", "02-30.md", "13-01.md", "2025/13.md", "''"})
    void whatIsNoDayWithoutAYearIsNotGuessedAt(String path) {
        assertThat(years.of(path)).isEmpty();
    }

    @Test
    void noNeighbourLeadsIntoTheFuture() {
        years.know("2026-11-28.md", LocalDate.of(2026, 11, 28));
        assertThat(years.of("12-01.md").map(YearGuess.Guess::day)).isEqualTo(Optional.of(LocalDate.of(2025, 12, 1)));
    }
}
