package dev.tilab.journal.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** Finding a day without any script: the address is the search. */
class SearchPageTest extends PageStory {

    private static final LocalDate MARCH = LocalDate.of(2025, 3, 6);

    @Test
    void whatWasWrittenIsFoundAndTheWayLeadsToItsPlace() throws Exception {
        bring(FILE, MARCH);

        String page = html(open("/search?q=대상에"));
        assertThat(page)
                .contains("value=\"대상에\"")
                .contains("1건을 찾았습니다")
                .contains("2025년 3월 6일")
                .contains("새로 배운 내용")
                .contains("href=\"/journal/2025-03-06#topic-2\"")
                .contains("여러 <mark>대상에</mark> 나눈다.");
        assertThat(html(open("/journal/2025-03-06"))).contains("id=\"topic-2\"");
    }

    /** What was written is text on every page, and so is what was asked for. */
    @Test
    void nothingThatWasTypedBecomesAPartOfThePage() throws Exception {
        bring(FILE.replace("주제 2: ELB", "주제 2: <script>alert(1)</script>").replace("여러 대상", "<img src=x> 대상"), MARCH);

        String page = html(open("/search?q=대상"));
        assertThat(page).doesNotContain("<img").doesNotContain("<script>alert").contains("&lt;img src=x&gt; <mark>대상");
        assertThat(html(open("/search?q=alert"))).contains("&lt;script&gt;<mark>alert</mark>(1)&lt;/script&gt;");
        assertThat(html(open("/search?q=\"><script>x</script>"))).doesNotContain("<script>x");
    }

    @Test
    void whatNarrowsTheSearchStaysInTheFormAndInTheWaysToOtherPages() throws Exception {
        for (int i = 0; i < 21; i++) {
            bring("### 회고\n같은 말 " + i + "\n", MARCH.plusDays(i));
        }

        String first = html(open("/search?q=같은 말&from=2025-03-06&section=retrospective"));
        assertThat(first)
                .contains("21건")
                .contains("value=\"2025-03-06\"")
                .contains("<option value=\"retrospective\" selected=\"selected\"")
                .contains("<details open=\"open\"")
                .contains("from=2025-03-06&amp;section=retrospective&amp;page=1")
                .doesNotContain("rel=\"prev\"");
        String second = html(open("/search?q=같은 말&from=2025-03-06&section=retrospective&page=1"));
        assertThat(second)
                .contains("rel=\"prev\"")
                .doesNotContain("rel=\"next\"")
                .contains("/journal/2025-03-06#");
    }

    @Test
    void whoeverFindsNothingIsToldWhatElseToTry() throws Exception {
        bring(FILE, MARCH);

        String page = html(open("/search?q=대상 코끼리&to=2025-12-31"));
        assertThat(page)
                .contains("찾은 기록이 없습니다")
                .contains("href=\"/search?q=%EB%8C%80%EC%83%81\"")
                .contains("조건 없이 찾기");
        assertThat(html(open("/search"))).contains("따옴표").doesNotContain("찾은 기록이 없습니다");
    }

    /** A date that is none was once a page of its own, and what was typed was gone. */
    @Test
    void whatIsWrongIsSaidAboveWhatWasTyped() throws Exception {
        MvcResult answer = open("/search?q=대상&from=2025-02-30&to=now&section=topic");

        assertThat(answer.getResponse().getStatus()).isEqualTo(400);
        assertThat(html(answer))
                .contains("2025-02-30")
                .contains("“now”")
                .contains("value=\"대상\"")
                .containsPattern("name=\"from\"[^>]*aria-invalid=\"true\"")
                .containsPattern("name=\"section\"[^>]*aria-invalid=\"true\"");
        assertThat(open("/search?q=" + "가".repeat(201)).getResponse().getStatus())
                .isEqualTo(400);
    }

    /** A tag alone gave a list of dates; nobody could tell which day was meant, nor how to get rid of the tag. */
    @Test
    void aTagAloneShowsWhatItsDaysAreAbout() throws Exception {
        bring(FILE.replace("나눈다.", "나눈다. #네트워크 를 다시 본다."), MARCH);
        bring("---\ntags: 네트워크\n---\n### 회고\n조용한 하루였다\n", MARCH.plusDays(1));
        bring("### 회고\n네트워크 이야기, 태그는 없다\n", MARCH.plusDays(2));

        String page = html(open("/search?tag=네트워크"));
        assertThat(page)
                .contains("2일, 최신순")
                .contains("태그 #네트워크")
                .contains("<b>RDB / ELB</b>")
                .contains("#<mark>네트워크</mark> 를 다시 본다")
                .contains("조용한 하루였다")
                .doesNotContain("태그는 없다")
                .contains("href=\"/search\"");
        assertThat(page.indexOf("2025년 3월 7일")).isLessThan(page.indexOf("2025년 3월 6일"));

        String typed = html(mvc.perform(MockMvcRequestBuilders.get("/search?section=topics")
                        .param("q", "#네트워크 대상")
                        .locale(Locale.KOREAN))
                .andReturn());
        assertThat(typed)
                .contains("1건을 찾았습니다")
                .contains("href=\"/search?q=%EB%8C%80%EC%83%81&amp;section=topics\"")
                .contains("href=\"/search?q=%23%EB%84%A4%ED%8A%B8%EC%9B%8C%ED%81%AC%20%EB%8C%80%EC%83%81\"");
        assertThat(html(open("/search?tag=없는태그")))
                .contains("찾은 기록이 없습니다")
                .contains("href=\"/search?q=%EC%97%86%EB%8A%94%ED%83%9C%EA%B7%B8\"");
    }

    /** {@code *} was answered as if the journal held nothing, a misspelled parameter as if it had been read. */
    @Test
    void signsWithoutAWordAndParametersThatDoNotExistAreSaid() throws Exception {
        bring(FILE, MARCH);

        for (String typed : new String[] {"*", "(", "\uD83D\uDE00", "\"\"", "#"}) {
            MvcResult answer = mvc.perform(MockMvcRequestBuilders.get("/search")
                            .param("q", typed)
                            .locale(Locale.KOREAN))
                    .andReturn();
            assertThat(answer.getResponse().getStatus()).as(typed).isEqualTo(400);
            assertThat(html(answer))
                    .contains("찾을 글자나 숫자가 없습니다")
                    .containsPattern("name=\"q\"[^>]*aria-invalid=\"true\"")
                    .doesNotContain("찾은 기록이 없습니다");
        }
        MvcResult unknown = open("/search?q=대상&form=2025-03-06");
        assertThat(unknown.getResponse().getStatus()).isEqualTo(400);
        assertThat(html(unknown)).contains("form").contains("q, from, to, section, tag, page");
        assertThat(html(open("/search?q=대상&section=topic"))).contains("새로 배운 내용, 도전 과제");
    }

    /** The ninth page of one hit was an empty page that did not say why. */
    @Test
    void aPageThatDoesNotExistLeadsToTheLastOne() throws Exception {
        bring(FILE, MARCH);

        assertThat(html(open("/search?q=대상에&page=8")))
                .contains("9쪽은 없습니다. 마지막은 1쪽입니다.")
                .contains("href=\"/search?q=%EB%8C%80%EC%83%81%EC%97%90\"");
        assertThat(open("/search?q=대상에&page=x").getResponse().getStatus()).isEqualTo(400);
    }

    @Test
    void theFieldStandsOnTheListAndOnTheFirstPageAndSpeaksEnglishToo() throws Exception {
        bring(FILE, MARCH);

        assertThat(html(open("/journal"))).contains("role=\"search\"").contains("action=\"/search\"");
        assertThat(html(open("/"))).contains("role=\"search\"").contains("href=\"/search\"");
        String page = html(
                mvc.perform(MockMvcRequestBuilders.get("/search?q=nothing here").locale(Locale.ENGLISH))
                        .andReturn());
        assertThat(page).contains("No results").contains("Search one word at a time");
    }
}
