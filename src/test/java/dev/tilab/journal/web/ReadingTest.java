package dev.tilab.journal.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.servlet.MvcResult;

/** Days are read, found by month, put away and brought back. */
class ReadingTest extends PageStory {

    private static final LocalDate DAY = LocalDate.of(2025, 3, 6);

    @ParameterizedTest
    @ValueSource(strings = {"2025-03-05", "2025-02-30", "yesterday", "2025-3-6", "2025-03-05/edit", "2025-03-05/raw"})
    void anUnknownOrMisspeltDayIsNotFound(String day) throws Exception {
        bring(FILE, DAY);

        assertThat(open("/journal/" + day).getResponse().getStatus()).isEqualTo(404);
    }

    @Test
    void aDayHasAnchorsAndLeadsToItsNeighbours() throws Exception {
        bring(FILE, DAY);
        bring(FILE.replace("2025-03-06", "2025-03-04"), DAY.minusDays(2));
        bring(FILE.replace("2025-03-06", "2025-03-10"), DAY.plusDays(4));

        assertThat(html(open("/journal/2025-03-06")))
                .contains("id=\"topic-1\"")
                .contains("id=\"topic-2\"")
                .contains("href=\"#topic-2\"")
                .contains("href=\"/journal/2025-03-04\"")
                .contains("href=\"/journal/2025-03-10\"")
                .contains("보안 그룹을 열었다");
    }

    @Test
    void textThatFitsNoSectionIsShownAtItsPlace() throws Exception {
        bring(FILE.replace("### 오늘의 도전", "### 오늘의 기록\n\n기록한 글\n\n### 오늘의 도전"), DAY);

        String page = html(open("/journal/2025-03-06"));

        assertThat(page.indexOf("기록한 글")).isBetween(page.indexOf("여러 대상에 나눈다."), page.indexOf("상태 확인 실패"));
    }

    @Test
    void theOriginalIsHadBackByteForByte() throws Exception {
        byte[] windows = FILE.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
        journal.bring(DAY, windows, "25.03.06 일지.md");

        MvcResult raw = open("/journal/2025-03-06/raw");

        assertThat(raw.getResponse().getContentAsByteArray()).isEqualTo(windows);
        assertThat(raw.getResponse().getContentType()).startsWith("text/markdown");
        assertThat(raw.getResponse().getHeader("Content-Disposition"))
                .startsWith("attachment")
                .contains("filename*=UTF-8''25.03.06%20%EC%9D%BC%EC%A7%80.md");
    }

    /** What somebody wrote is text, whatever it looks like. */
    @Test
    void hostileTitlesAreShownAsTheyWereWritten() throws Exception {
        String evil = "<script>alert('x')</script>\"><img src=x onerror=alert(1)>";
        bring(
                FILE.replace("RDB", evil)
                        .replace(
                                "[ELB](https://docs.aws.amazon.com/elasticloadbalancing/)",
                                "[" + "나쁜" + "](javascript:alert(2))"),
                DAY);

        for (String address : new String[] {"/journal/2025-03-06", "/journal", "/journal/2025-03-06/edit"}) {
            assertThat(html(open(address)))
                    .as(address)
                    .doesNotContain("<script>alert(")
                    .doesNotContain("<img src=x")
                    .doesNotContain("href=\"javascript:");
        }
    }

    @Test
    void monthsLeadToTheirDays() throws Exception {
        bring(FILE, DAY);
        bring(FILE.replace("2025-03-06", "2025-05-02"), LocalDate.of(2025, 5, 2));

        assertThat(html(open("/journal")))
                .contains("2025년 5월")
                .contains("/journal/2025-05-02")
                .contains("/journal?month=2025-03");
        String march = html(open("/journal?month=2025-03"));
        assertThat(march.substring(march.indexOf("<section class=\"recent\"")))
                .as("the list, beside the sheet of the whole year")
                .contains("/journal/2025-03-06")
                .doesNotContain("href=\"/journal/2025-05-02\"");
        assertThat(open("/journal?month=2025-04").getResponse().getStatus()).isEqualTo(200);
        assertThat(open("/journal?month=2025-13").getResponse().getStatus()).isEqualTo(404);
    }

    /** A day that is one long text under its own title would be "no topic" in every list. */
    @Test
    void aDaysOwnTitleStandsInEveryList() throws Exception {
        bring("# 웹 개념, JS\n\n## 날짜: 2025-03-06\n\n이벤트 루프를 그려 보았다.\n", DAY);

        assertThat(html(open("/journal"))).contains("웹 개념, JS").doesNotContain("주제 없음");
        assertThat(html(open("/"))).contains("웹 개념, JS");
        assertThat(html(open("/api/v1/entries"))).contains("\"title\":\"웹 개념, JS\"");
    }

    @Test
    void anEmptyJournalSaysWhatToDo() throws Exception {
        assertThat(html(open("/journal"))).contains("/journal/new").contains("/journal/import");
    }

    @Test
    void aDayIsPutAwayAndBroughtBack() throws Exception {
        bring(FILE, DAY);
        String version = String.valueOf(journal.find(DAY).orElseThrow().version());

        MvcResult away = send("/journal/2025-03-06/delete", Map.of("version", version));
        assertThat(away.getResponse().getRedirectedUrl()).isEqualTo("/journal?trashed=2025-03-06");
        assertThat(open("/journal/2025-03-06").getResponse().getStatus()).isEqualTo(404);
        assertThat(html(open("/journal/trash"))).contains("2025년 3월 6일").contains("RDB");

        long id = journal.trash().get(0).id();
        MvcResult back = send("/journal/trash/" + id + "/restore", Map.of());
        assertThat(back.getResponse().getRedirectedUrl()).isEqualTo("/journal/2025-03-06?told=restored");
        assertThat(stored(DAY)).isEqualTo(FILE);
    }

    /** Somebody wrote on after this page was opened: the trash must not take what its opener has never seen. */
    @Test
    void aDayThatChangedMeanwhileIsNotPutAwayUnseen() throws Exception {
        bring(FILE, DAY);
        String old = String.valueOf(journal.find(DAY).orElseThrow().version());
        Map<String, String> form = formOf(DAY);
        form.put("retrospective", "- 더 쓴 글");
        send("/journal/2025-03-06", form);

        assertThat(send("/journal/2025-03-06/delete", Map.of("version", old))
                        .getResponse()
                        .getStatus())
                .isEqualTo(409);
        assertThat(journal.find(DAY)).isPresent();
    }

    @Test
    void aDayThatIsTakenIsNotOverwrittenFromTheTrash() throws Exception {
        bring(FILE, DAY);
        journal.trash(DAY, journal.find(DAY).orElseThrow().version());
        bring("## 날짜: 2025-03-06\n\n새로 쓴 하루\n", DAY);

        MvcResult answer = send("/journal/trash/" + journal.trash().get(0).id() + "/restore", Map.of());

        assertThat(answer.getResponse().getStatus()).isEqualTo(409);
        assertThat(html(answer)).contains("href=\"/journal/2025-03-06\"");
        assertThat(stored(DAY)).contains("새로 쓴 하루");
    }

    @Test
    void theExampleDayIsReadWithoutBeingPartOfTheJournal() throws Exception {
        assertThat(html(open("/journal/example"))).contains("id=\"topic-1\"").contains("/journal/new");
        assertThat(journal.count()).isZero();
    }

    /** A reader of feeds stops at the first character that XML does not have, and a diary has any. */
    @Test
    void theNewestDaysAreAFeedWhateverStandsInThem() throws Exception {
        bring(
                "# TIL\n\n## 날짜: 2025-03-05\n\n### 새로 배운 내용\n#### 주제 1: <b> & \u0007]]>\n글\n\n### 회고\n- 좋았다 \uFFFE\n",
                DAY.minusDays(1));
        bring(FILE, DAY);

        byte[] feed = open("/journal/feed.atom").getResponse().getContentAsByteArray();

        var factory = javax.xml.parsers.DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        var entries = factory.newDocumentBuilder()
                .parse(new java.io.ByteArrayInputStream(feed))
                .getElementsByTagNameNS("http://www.w3.org/2005/Atom", "entry");
        assertThat(entries.getLength()).isEqualTo(2);
        assertThat(entries.item(0).getTextContent())
                .contains("2025년 3월 6일 · RDB / ELB")
                .contains("조금 어려웠다.");
        assertThat(entries.item(1).getTextContent()).contains("<b> & ]]>");
    }
}
