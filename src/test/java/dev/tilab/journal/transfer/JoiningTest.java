package dev.tilab.journal.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tilab.journal.template.TilDocument;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** A file that is added to a day brings what was learned, not a second head. */
class JoiningTest {

    private static final LocalDate DAY = LocalDate.of(2025, 3, 6);
    private static final String THERE = "# TIL\n\n## 날짜: 2025-03-06\n\n### 오늘의 회고\n- 하나\n";

    /** Guards against a title and a date as headings amid the day, which would begin sections of their own. */
    @Test
    void theTemplatesTitleAndTheDaysOwnDateStayBehind() {
        TilDocument added = TilDocument.parse("# TIL Template\r\n\r\n## 날짜: 2025-03-06\r\n\r\n### 오늘의 회고\r\n- 둘\r\n");

        String joined = Joining.of(THERE, added, DAY);

        assertThat(joined).isEqualTo(THERE + "\n### 오늘의 회고\n- 둘\n");
        assertThat(Joining.holds(joined, added, DAY)).as("twice").isTrue();
        assertThat(Joining.holds(THERE, added, DAY)).isFalse();
    }

    /** No word may be lost on the way: a title of one's own, another date and front matter go along, but head nothing. */
    @Test
    void wordsOfItsOwnGoAlongAsPlainLines() {
        TilDocument added = TilDocument.parse(
                "---\ntags: [vpc]\n---\n# 라우팅 테이블\n\n## 날짜: 2025-03-05\n\n### 새로 배운 내용\n#### 주제 1: 경로\n글\n");

        String joined = Joining.of(THERE, added, DAY);

        assertThat(joined)
                .startsWith(THERE)
                .contains("**라우팅 테이블**", "- 날짜: 2025-03-05", "- tags: [vpc]", "#### 주제 1: 경로")
                .doesNotContain("# 라우팅", "## 날짜: 2025-03-05", "---");
        TilDocument day = TilDocument.parse(joined);
        assertThat(day.date()).contains(DAY);
        assertThat(day.notices()).isEmpty();
        assertThat(Joining.holds(joined, added, DAY)).as("twice").isTrue();
    }
}
