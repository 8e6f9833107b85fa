package dev.tilab.journal.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** R34. A file of 1 MB may be odd, but never slow: quadratic reading would take minutes here. */
@Tag("slow")
class TilDocumentSpeedTest {
    private static final int SIZE = 1_000_000;

    static Stream<Named<String>> oddFiles() {
        StringBuilder fences = new StringBuilder();
        for (int i = 1400; i > 2; i--) {
            fences.append("`".repeat(i)).append("x\n");
        }
        return Stream.of(
                Named.of("headings", filled("# a\n")),
                Named.of("sections", filled("### 회고\n")),
                Named.of("scrum sections", filled("### 스크럼\nx: y\n- 특이사항: a\n- b\n")),
                Named.of("learned sections", filled("### 새로 배운 내용\na\n")),
                Named.of("reference sections", filled("### 참고 자료\n- a\n")),
                Named.of("retrospectives", filled("### 회고\na\n")),
                Named.of("topics", "### 새로 배운 내용\n" + filled("#### 주제 1: a\n")),
                Named.of("references", "### 참고 자료\n" + filled("- a\n")),
                Named.of("challenges", "### 트러블 슈팅\n" + filled("- a\n")),
                Named.of("scrum keys", "### 스크럼\n" + filled("- 특이사항 : a\n")),
                Named.of("open fences", fences.toString()),
                Named.of("fences", filled("```\n")),
                Named.of("callouts", filled("<aside>\n") + filled("</aside>\n")),
                Named.of("brackets", "### 참고 자료\n" + "[".repeat(SIZE)),
                Named.of("one line", "### " + "회고:".repeat(SIZE / 3)),
                Named.of("stars", filled("**")),
                Named.of("hashes", "#".repeat(SIZE)),
                Named.of("digits", filled("2025-")),
                Named.of("long lines", filled("가".repeat(1500) + "\n")),
                Named.of("combining marks", "a" + "\u0301".repeat(SIZE)),
                Named.of("blank lines", filled("\n")));
    }

    @ParameterizedTest
    @MethodSource("oddFiles")
    void readsAndWritesOddFilesInTime(String text) {
        TilDocument document = assertTimeout(Duration.ofSeconds(40), () -> {
            TilDocument read = TilDocument.parse(text);
            read.notices();
            read.extras();
            read.looksLikeIndexPage();
            assertThat(read.slices().stream()
                            .mapToInt(slice -> slice.text().length())
                            .sum())
                    .isEqualTo(text.length());
            return read;
        });
        assertTimeout(Duration.ofSeconds(40), () -> {
            DayFields f = document.fields();
            assertThat(document.with(f)).isSameAs(document);
            DayFields edited = new DayFields(
                    f.date(),
                    f.scrum(),
                    f.topics().subList(0, f.topics().size() / 2),
                    f.challenges().subList(0, f.challenges().size() / 2),
                    f.retrospective() + "\n\n끝",
                    f.references().subList(0, f.references().size() / 2));
            assertThat(document.with(edited).text()).contains("끝");
        });
    }

    private static String filled(String unit) {
        return unit.repeat(SIZE / unit.length());
    }
}
