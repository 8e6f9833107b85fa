package dev.tilab.journal.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tilab.journal.Entry;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.web.servlet.MvcResult;

/** Days are found by what they mention, and a week can be told from one page. It is Thursday, 11 September 2025. */
class IndexPagesTest extends PageStory {

    /** A Monday. */
    private static final LocalDate MONDAY = LocalDate.of(2025, 9, 8);

    private static final String OPEN = FILE.replace("  - 해결 방법: 보안 그룹을 열었다\n", "");

    @Test
    void tagsStandWithTheirDaysAndLeadToTheSearch() throws Exception {
        bring("---\ntags: [AWS, 네트워크]\n---\n### 회고\n#aws <b>\n", MONDAY);
        bring("### 회고\n#aws #밸런서 `#code`\n", TODAY);
        Entry gone = bring("### 회고\n#aws #없다\n", TODAY.plusDays(1));
        journal.trash(gone.date(), gone.version());

        String page = html(open("/journal/tags"));
        assertThat(page)
                .containsSubsequence("#네트워크", "1일", "#밸런서", "href=\"/search?tag=aws\"", "#aws", "2일")
                .doesNotContain("#code")
                .doesNotContain("#없다");
        assertThat(html(open("/search?tag=aws"))).contains("value=\"aws\"");
    }

    /** The same title on several days is one topic of somebody's. */
    @Test
    void aTitleStandsOnceWithAllOfItsDaysUnderItsLetter() throws Exception {
        bring(FILE, MONDAY);
        bring(FILE.replace("주제 1: RDB", "주제 1: 까다로운 <i>것").replace("ELB", "elb"), TODAY);

        String page = html(open("/journal/topics"));
        assertThat(page)
                .containsSubsequence(
                        ">가</h2>",
                        "까다로운 &lt;i&gt;것",
                        ">E</h2>",
                        "elb",
                        "/journal/2025-09-11#topic-2",
                        "/journal/2025-09-08#topic-2",
                        ">R</h2>",
                        "RDB");
        assertThat(html(open("/journal/topics?letter=R"))).contains("RDB").doesNotContain("까다로운");
    }

    @Test
    void anOpenChallengeSaysForHowLongAndLeadsToItsPlace() throws Exception {
        bring(OPEN, TODAY.minusDays(8));
        bring(FILE, TODAY.minusDays(1));

        String page = html(open("/journal/challenges"));
        assertThat(page)
                .contains("도전 과제 1개", "href=\"/journal/2025-09-03#challenge-1\"", "상태 확인 실패", "8일째")
                .doesNotContain("2025-09-10");
        assertThat(html(open("/journal/2025-09-03"))).contains("id=\"challenge-1\"");
        Entry solved = journal.find(TODAY.minusDays(8)).orElseThrow();
        journal.replace(solved.date(), solved.version(), FILE.getBytes(StandardCharsets.UTF_8));
        assertThat(html(open("/journal/challenges"))).contains("풀지 못한 도전 과제가 없습니다");
    }

    /** A talk is prepared from it: what is not there must not look as if it had been written. */
    @Test
    void aWeekGathersWhatItsDaysSayAndSaysWhichAreMissing() throws Exception {
        bring(FILE, MONDAY);
        bring(OPEN.replace("조금 어려웠다", "쉬웠다[^1]\n\n[^1]: 주석"), MONDAY.plusDays(2));
        bring(FILE.replace("RDB", "다른 주"), MONDAY.minusDays(1));

        String page = html(open("/journal/week?of=2025-W37"));
        assertThat(page)
                .contains("9월 8일 – 9월 14일", "2일 기록", "주제 4개", "2개 중 1개 해결", "기록이 없는 날: 9월 9일 화, 9월 11일 목")
                .contains("href=\"/journal/2025-09-08#topic-1\"", "관리형 데이터베이스", "보안 그룹을 열었다", "쉬웠다")
                .contains("/journal/week?of=2025-W36", "/journal/week?of=2025-W38")
                .doesNotContain("다른 주")
                .doesNotContain("id=\"retrospective-");
        assertThat(html(open("/journal/week"))).as("this week").contains("9월 8일 – 9월 14일");
        assertThat(html(open("/journal/week?of=2024-W01")))
                .contains("이 주에는 기록이 없습니다")
                .doesNotContain("새로 배운 내용</");
    }

    /** Whoever mistypes an address would take another list for the answer. */
    @ParameterizedTest
    @CsvSource({
        "/journal/week?of=2025-W54, 2025-W37",
        "/journal/week?of=soon, “soon”",
        "/journal/week?of=1850-W10, 1850-W10",
        "/journal/week?week=2025-W10, 쓸 수 있는 것: of",
        "/journal/tags?page=2, page",
        "/journal/topics?letter=Q, 첫 글자",
        "/journal/challenges?q=x, 매개변수를 쓸 수 없습니다"
    })
    void whatAListDoesNotKnowIsRefusedInWords(String address, String said) throws Exception {
        MvcResult answer = open(address);

        assertThat(answer.getResponse().getStatus()).isEqualTo(400);
        assertThat(html(answer)).contains(said).contains("/journal/challenges\"");
    }
}
