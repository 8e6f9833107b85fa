package dev.tilab.journal.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** R8, R10. The day that a file's name speaks of. */
class FileDateTest {

    @ParameterizedTest
    @CsvSource({
        "Mar/2025-03-06.md,2025-03-06",
        "25.Mar/25-03-06.md,2025-03-06",
        "May/2024.05-13.md,2024-05-13",
        "2025-04.14.md,2025-04-14",
        "20251231.md,2025-12-31",
        "2025-02-03,2025-02-03",
        "TIL_2025_03_06 (1).md,2025-03-06",
        "2월/2025-2-6.md,2025-02-06",
        "2025/2월/06.md,2025-02-06",
        "2025/2-Feb/6.md,2025-02-06",
        "Oct(24)/10-15.md,2024-10-15",
        "2024/JUL/3일.md,2024-07-03",
        "2025/Feburary/14.md,2025-02-14",
        "2025-03-06 0123456789abcdef0123456789abcdef.md,2025-03-06",
        "2025%EB%85%84 3%EC%9B%94 6%EC%9D%BC.md,2025-03-06",
        "C:\\til\\2025-03-06.md,2025-03-06",
        "250331 x.md,2025-03-31",
        "TIL_250331.md,2025-03-31",
        "2024/0809/0809_TIL.md,2024-08-09",
        "2024/TIL 0809.md,2024-08-09"
    })
    void readsTheNamesThatPeopleGive(String path, LocalDate date) {
        assertThat(FileDate.of(path)).contains(date);
    }

    /** Guards against decomposed Hangul in names that come from macOS. */
    @ParameterizedTest
    @ValueSource(strings = {"2025\u1102\u1167\u11ab 3\u110b\u116f\u11af 6\u110b\u1175\u11af.md"})
    void readsDecomposedNames(String path) {
        assertThat(FileDate.of(path)).contains(LocalDate.of(2025, 3, 6));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "20205_03_05.md",
                "2025-13-01.md",
                "2025-02-30.md",
                "README.md",
                "",
                "06.md",
                "Mar/06.md",
                "notes/v1.md",
                "0123456789abcdef0120250306abcdef.md",
                "%",
                "/"
            })
    void findsNoDateWhereThereIsNone(String path) {
        assertThat(FileDate.of(path)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2024-11-30~12-01.md,2024-11-30,2024-12-01",
        "20230821~20230827.md,2023-08-21,2023-08-27",
        "2024-12-31~01-01.md,2024-12-31,2025-01-01",
        "2024-11-23_24.md,2024-11-23,2024-11-24",
        "2025-03-06.md,2025-03-06,2025-03-06"
    })
    void readsRanges(String path, LocalDate first, LocalDate last) {
        assertThat(FileDate.range(path)).contains(new FileDate(first, last));
    }
}
