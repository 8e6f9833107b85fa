package dev.tilab.journal.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tilab.journal.Entry;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Days lead to one another, both ways. */
class LinkingTest extends PageStory {

    private static final LocalDate MARCH = LocalDate.of(2025, 3, 6);

    private static String linking(String text) {
        return "### 오늘의 회고\n" + text + "\n";
    }

    @Test
    void aDaySaysWhoLinksToItAndToItsTopics() throws Exception {
        bring(FILE, MARCH);
        bring(linking("**그날**([[2025-03-06|장애]])과 같다"), MARCH.plusDays(3));
        bring(linking("[[elb]]를 다시 봤다 <b>"), MARCH.plusDays(4));
        Entry gone = bring(linking("[[2025-03-06]]"), MARCH.plusDays(5));
        journal.trash(gone.date(), gone.version());
        bring(linking("`[[2025-03-06]]`"), MARCH.plusDays(6));

        String page = html(open("/journal/2025-03-06"));
        assertThat(page)
                .contains("이날을 가리키는 기록")
                .containsSubsequence("2025년 3월 10일", "elb를 다시 봤다", "2025년 3월 9일", "그날(장애)과 같다");
        assertThat(page).doesNotContain("3월 11일</a>").doesNotContain("3월 12일</a>");
        assertThat(html(open("/journal/2025-03-10"))).contains("href=\"/journal/2025-03-06#topic-2\"");
        assertThat(html(open("/journal/2025-03-09"))).doesNotContain("이날을 가리키는 기록");
    }

    /** A rendered day is kept by its version, and other days decide where its links lead. */
    @Test
    void aTopicThatIsWrittenLaterIsLinkedAtOnceAndOneThatGoesIsNot() throws Exception {
        bring(linking("[[rdb]]는 내일"), MARCH);
        assertThat(html(open("/journal/2025-03-06"))).contains("<span class=\"nowhere\">[[rdb]]</span>");

        Entry other = bring(FILE, MARCH.plusDays(1));
        assertThat(html(open("/journal/2025-03-06"))).contains("href=\"/journal/2025-03-07#topic-1\"");

        journal.replace(
                other.date(), other.version(), FILE.replace("RDB", "NoSQL").getBytes(StandardCharsets.UTF_8));
        assertThat(html(open("/journal/2025-03-06"))).contains("<span class=\"nowhere\">[[rdb]]</span>");
        assertThat(stored(MARCH)).isEqualTo(linking("[[rdb]]는 내일"));
    }
}
