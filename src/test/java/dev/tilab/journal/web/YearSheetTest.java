package dev.tilab.journal.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tilab.journal.Entry;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Somebody looks at the year, and goes from it to the days. It is Thursday, 11 September 2025. */
class YearSheetTest extends PageStory {

    private static final Pattern CELL =
            Pattern.compile("<a href=\"([^\"]*)\" class=\"(c[^\"]*)\" aria-label=\"([^\"]*)\">");

    /** Guards against a sheet that shows another day than the one that it leads to, and against template lines that look like a day. */
    @Test
    void everyDayUpToTodayLeadsToItsEntryOrToWritingIt() throws Exception {
        bring(FILE, LocalDate.of(2025, 3, 6));
        bring("# TIL Template\n\n## 날짜: 2025-03-07\n\n### 스크럼\n- 오늘 할 일 :\n", LocalDate.of(2025, 3, 7));
        String page = html(open("/"));
        assertThat(page).contains("<b>1</b>");
        assertThat(cell(page, "3월 6일 목요일"))
                .isEqualTo("/journal/2025-03-06|c i1|3월 6일 목요일, 어절 " + words(LocalDate.of(2025, 3, 6)) + "개");
        assertThat(cell(page, "3월 7일 금요일")).isEqualTo("/journal/2025-03-07|c i0|3월 7일 금요일, 내용이 빈 기록");
        assertThat(cell(page, "3월 8일 토요일")).isEqualTo("/journal/new?date=2025-03-08|c|3월 8일 토요일, 이날 쓰기");
        assertThat(cell(page, "9월 11일 목요일")).isEqualTo("/journal/new?date=2025-09-11|c now|오늘: 9월 11일 목요일, 이날 쓰기");
        assertThat(page).doesNotContain("date=2025-09-12").doesNotContain("9월 12일");
        assertThat(page.split("<(a|i)[^>]* class=\"c[ \"]", -1)).hasSize(365 + 1 + 4);
    }

    @Test
    void daysOfASpanALabAndAStreakAreMarked() throws Exception {
        bring("## 날짜: 2025-09-04 ~ 2025-09-06\n\n### 새로 배운 내용\n하나 둘 셋 넷 다섯 여섯\n", LocalDate.of(2025, 9, 4));
        bring("## 날짜: 2025-09-08\n\n### 오늘의 회고\n[실행](/labs/failover?seed=11) 했다\n", LocalDate.of(2025, 9, 8));
        bring("## 날짜: 2025-09-09\n\n### 오늘의 회고\n썼다\n", LocalDate.of(2025, 9, 9));
        bring("## 날짜: 2025-09-10\n\n### 오늘의 회고\n썼다\n", LocalDate.of(2025, 9, 10));
        String page = html(open("/"));
        assertThat(cell(page, "9월 6일 토요일")).isEqualTo("/journal/2025-09-04|c i1 s|9월 6일 토요일, 어절 2개");
        assertThat(cell(page, "9월 7일 일요일")).isEqualTo("/journal/new?date=2025-09-07|c s|9월 7일 일요일, 이날 쓰기");
        assertThat(cell(page, "9월 8일 월요일"))
                .startsWith("/journal/2025-09-08|c i1 lab s|")
                .endsWith("실험한 날");
        assertThat(cell(page, "9월 11일 목요일")).contains("|c now|");
        assertThat(page).contains("<b>6</b><span class=\"small quiet\">일째 이어 쓰는 중 (오늘 제외)</span>");
        assertThat(html(open("/"))).contains("<td class=\"num\">6</td>");
    }

    /** Guards against a day of February under the name of one of March, and against a heading over nothing. */
    @Test
    void whatWasWrittenOnThisDayOfOtherTimesIsShownWhereThereIsAny() throws Exception {
        assertThat(html(open("/"))).doesNotContain("과거의 오늘");
        for (String day : new String[] {"2025-09-04", "2025-08-11", "2025-08-12", "2023-09-11", "2022-09-11"}) {
            bring("## 날짜: " + day + "\n\n### 새로 배운 내용\n#### 주제 1: 그날 " + day + "\n하나\n", LocalDate.parse(day));
        }
        String page = html(open("/"));
        String before = page.substring(page.indexOf("과거의 오늘"), page.indexOf("<section class=\"year\""));
        assertThat(before)
                .containsSubsequence("일주일 전", "그날 2025-09-04", "한 달 전", "그날 2025-08-11", "2년 전", "그날 2023-09-11")
                .contains("2023년 9월 11일 월")
                .doesNotContain("2025-08-12")
                .as("three are enough")
                .doesNotContain("2022");
    }

    /** Guards against a Friday's to-do that is forgotten over the weekend, and against one that was done and comes back. */
    @Test
    void whatAnEarlierDayLeftOpenIsOfferedForToday() throws Exception {
        bring(
                "## 날짜: 2025-09-05\n\n### 스크럼\n- 오늘 할 일 :\n  - [ ] 장애 조치 재 보기\n  - [x] 보안 그룹 열기\n",
                LocalDate.of(2025, 9, 5));
        String page = html(open("/"));
        String day = page.substring(page.indexOf("<section class=\"day\""), page.indexOf("<section class=\"year\""));
        assertThat(day)
                .contains("장애 조치 재 보기", "오늘로", "/journal/2025-09-11/todos")
                .doesNotContain("보안 그룹 열기");
    }

    /** Guards against a form that opens at its beginning for somebody who stopped at the end of the third topic. */
    @Test
    void theSheetOfTodayLeadsToWhereOneStopped() throws Exception {
        bring(FILE.replace("2025-03-06", "2025-09-11"), TODAY);
        assertThat(html(open("/")))
                .contains("/journal/2025-09-11/edit?topic=2")
                .contains("/journal/2025-09-11/edit?topic=3");
        String second = html(open("/journal/2025-09-11/edit?topic=2"));
        assertThat(focused(second)).isEqualTo("topics[1].body");
        assertThat(second).contains("여러 대상에 나눈다.");
        assertThat(focused(html(open("/journal/2025-09-11/edit?topic=3")))).isEqualTo("topics[2].title");
        assertThat(focused(html(open("/journal/2025-09-11/edit?topic=900000")))).isEqualTo("topics[2].title");
        assertThat(focused(html(open("/journal/2025-09-11/edit?topic=x")))).isEmpty();
        assertThat(stored(TODAY))
                .as("nothing is saved before the writer says so")
                .doesNotContain("주제 3");
    }

    /** Guards against a list without rhythm, and against a way to another year that one has to know. */
    @Test
    void theListShowsItsWeeksItsYearAndTheWayToOthers() throws Exception {
        for (String day : new String[] {"2024-12-31", "2025-03-02", "2025-03-06", "2025-03-07", "2026-01-02"}) {
            bring(FILE.replace("2025-03-06", day), LocalDate.parse(day));
        }
        String page = html(open("/journal?month=2025-03"));
        assertThat(page)
                .containsSubsequence(
                        "/journal/week?of=2025-W10",
                        "3월 3일 – 3월 9일",
                        "/journal/2025-03-07",
                        "/journal/2025-03-06",
                        "2월 24일 – 3월 2일",
                        "/journal/2025-03-02")
                .contains("2025년 기록", "<a class=\"mn\" href=\"/journal?month=2025-03\" aria-current=\"page\">3월</a>")
                .contains("<span class=\"mn\">4월</span>")
                .containsSubsequence("/journal?month=2026-01", "/journal?month=2025-03", "/journal?month=2024-12");
        assertThat(cell(page, "3월 7일 금요일")).startsWith("/journal/2025-03-07|");
        String older = html(open("/journal?month=2024-12"));
        assertThat(older).contains("2024년 기록", "일 이어 쓴 것이 가장 긴 기록").doesNotContain(" now\"");
        assertThat(cell(older, "12월 31일 화요일")).contains("|c i1 s|");
        assertThat(open("/journal?month=%2B999999999-12").getResponse().getStatus())
                .isEqualTo(404);

        String last = html(open("/journal/2024-12-31"));
        assertThat(last).contains("2025년 3월 2일 일");
        assertThat(html(open("/journal/2025-03-06"))).contains(">3월 2일 일<").doesNotContain("2025년 3월 2일");
    }

    /** Guards against an address of a day that only says no. */
    @Test
    void aDayThatIsNotThereCanBeWrittenOrBroughtBack() throws Exception {
        assertThat(open("/journal/2025-03-06").getResponse().getStatus()).isEqualTo(404);
        assertThat(html(open("/journal/2025-03-06")))
                .contains("2025년 3월 6일 기록이 없습니다", "아직 쓰지 않은 날입니다", "/journal/new?date=2025-03-06")
                .doesNotContain("휴지통에 있습니다");
        Entry entry = bring(FILE, LocalDate.of(2025, 3, 6));
        journal.trash(LocalDate.of(2025, 3, 6), entry.version());
        assertThat(html(open("/journal/2025-03-06")))
                .contains(
                        "휴지통에 있습니다",
                        "/journal/trash/" + entry.id() + "/restore",
                        "되살리기",
                        "/journal/new?date=2025-03-06")
                .doesNotContain("아직 쓰지 않은");

        bring("## 날짜: 2025-09-04 ~ 2025-09-06\n\n### 오늘의 회고\n하나\n", LocalDate.of(2025, 9, 4));
        assertThat(html(open("/journal/2025-09-05"))).contains("기록에 들어 있는 날입니다", "href=\"/journal/2025-09-04\"");
        assertThat(html(open("/journal/1066-10-14"))).contains("1900년부터").doesNotContain("/journal/new?date=");
    }

    private long words(LocalDate day) {
        return journal.ink(day, day).get(0).written();
    }

    private static String focused(String page) {
        Matcher found = Pattern.compile("<(?:input|textarea)[^>]*name=\"([^\"]*)\"[^>]*autofocus")
                .matcher(page);
        return found.find() ? found.group(1) : "";
    }

    private static String cell(String page, String day) {
        return CELL.matcher(page)
                .results()
                .filter(cell -> cell.group(3).contains(day + ","))
                .map(cell -> cell.group(1) + "|" + cell.group(2) + "|" + cell.group(3))
                .reduce((one, two) -> one + " and " + two)
                .orElse("no cell of " + day);
    }
}
