package dev.tilab.journal.web.api;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.servlet.ResultActions;

/** A program that looks for what it wrote. */
class SearchApiTest extends EntriesApiStory {

    private static final String SEARCH = "/api/v1/search";
    private static final LocalDate MARCH = LocalDate.of(2025, 3, 6);

    private void bring(LocalDate day, String text) throws Exception {
        journal.bring(day, text.getBytes(StandardCharsets.UTF_8), null);
    }

    private ResultActions find(String... parameters) throws Exception {
        var request = get(SEARCH);
        for (int i = 0; i < parameters.length; i += 2) {
            request.param(parameters[i], parameters[i + 1]);
        }
        return perform(request);
    }

    @Test
    void whatWasSavedAMomentAgoIsFoundWithWhereItStands() throws Exception {
        bring(MARCH, FILE.replace("본문 둘", "로드밸런서를 <b>골랐다</b> & 껐다"));

        find("q", "로드")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.total", is(1)))
                .andExpect(jsonPath("$.complete", is(true)))
                .andExpect(jsonPath("$.hits[0].date", is("2025-03-06")))
                .andExpect(jsonPath("$.hits[0].section", is("topics")))
                .andExpect(jsonPath("$.hits[0].title", is("ELB")))
                .andExpect(jsonPath(
                        "$.hits[0].snippet", startsWith("<mark>로드</mark>밸런서를 &lt;b&gt;골랐다&lt;/b&gt; &amp; 껐다")))
                .andExpect(jsonPath("$.hits[0].links.entry", is(DAY)))
                .andExpect(jsonPath("$.hits[0].links.page", is("/journal/2025-03-06#topic-2")));
    }

    /** A day's words under its own title, in its scrum, below a heading of its own: an index by topics would lose them. */
    @ParameterizedTest
    @CsvSource({"청소, scrum", "메모, extras", "지우지, topics", "RDB, topics", "본문, topics"})
    void everySectionIsLookedThrough(String word, String section) throws Exception {
        bring(MARCH, FILE);

        find("q", word).andExpect(jsonPath("$.hits[0].section", is(section)));
    }

    @Test
    void theSearchIsNarrowedByDayBySectionAndByTag() throws Exception {
        bring(MARCH, "### 회고\n느린 하루 #네트워크\n");
        bring(MARCH.plusDays(1), "---\ntags: [AWS, 네트워크]\n---\n### 새로 배운 내용\n#### 하루\n느린 하루\n");
        bring(MARCH.plusDays(2), "### 회고\n느린 하루 `#네트워크` C#네트워크\n");

        find("q", "느린").andExpect(jsonPath("$.total", is(3)));
        find("q", "느린", "from", "2025-03-07").andExpect(jsonPath("$.total", is(2)));
        find("q", "느린", "from", "2025-03-07", "to", "2025-03-07").andExpect(jsonPath("$.total", is(1)));
        find("q", "느린", "section", "retrospective").andExpect(jsonPath("$.total", is(2)));
        find("q", "느린", "tag", "네트워크").andExpect(jsonPath("$.total", is(2)));
        find("q", "느린", "tag", "#aws").andExpect(jsonPath("$.total", is(1)));
        find("tag", "네트워크")
                .andExpect(jsonPath("$.total", is(2)))
                .andExpect(jsonPath("$.hits[0].date", is("2025-03-07")))
                .andExpect(jsonPath("$.hits[0].title", is("하루")))
                .andExpect(jsonPath("$.hits[1].snippet", is("느린 하루 #<mark>네트워크</mark>")));
        find("q", "#네트워크").andExpect(jsonPath("$.total", is(2)));
        find("q", "#네트워크 #aws").andExpect(jsonPath("$.total", is(1)));
        find("q", "#네트워크 없는말").andExpect(jsonPath("$.total", is(0)));
        find("q", "느린 #네트워크").andExpect(jsonPath("$.total", is(2))); // a word like any other
    }

    /** Titles say what a text is about; among equals, what was learned last is looked for most. */
    @Test
    void titlesComeBeforeTextsAndNewDaysBeforeOldOnes() throws Exception {
        bring(MARCH, "# 트랜잭션의 날\n\n### 회고\n좋았다\n");
        bring(MARCH.plusDays(1), "### 새로 배운 내용\n#### 트랜잭션\n격리 수준\n");
        bring(MARCH.plusDays(2), "### 새로 배운 내용\n#### DB\n트랜잭션 트랜잭션 트랜잭션\n");
        bring(MARCH.plusDays(3), "### 회고\n트랜잭션을 배웠다\n");
        bring(MARCH.plusDays(4), "### 회고\n트랜잭션을 배웠다\n");

        ResultActions found = find("q", "트랜잭션");
        for (int i = 0; i < 5; i++) {
            int day = new int[] {6, 7, 8, 10, 9}[i];
            found.andExpect(jsonPath(
                    "$.hits[" + i + "].date", is(MARCH.withDayOfMonth(day).toString())));
        }
    }

    @Test
    void pagesFollowEachOther() throws Exception {
        for (int i = 0; i < 3; i++) {
            bring(MARCH.plusDays(i), "### 회고\n같은 말\n");
        }

        find("q", "같은 말", "size", "2")
                .andExpect(jsonPath("$.total", is(3)))
                .andExpect(jsonPath("$.hits.length()", is(2)))
                .andExpect(jsonPath(
                        "$.links.next", startsWith(SEARCH + "?q=%EA%B0%99%EC%9D%80%20%EB%A7%90&page=1&size=2")));
        find("q", "같은 말", "size", "2", "page", "1")
                .andExpect(jsonPath("$.hits.length()", is(1)))
                .andExpect(jsonPath("$.hits[0].date", is("2025-03-06")));
        find("q", "같은 말", "size", "2", "page", "7")
                .andExpect(jsonPath("$.hits.length()", is(0)))
                .andExpect(jsonPath("$.links.previous", containsString("page=1")));
    }

    @ParameterizedTest
    @CsvSource({
        "seite, 1, unknown-parameter",
        "from, gestern, not-a-date",
        "to, 2025-02-30, not-a-date",
        "section, topic, none-of",
        "page, -1, out-of-range",
        "page, 500, out-of-range",
        "size, 101, out-of-range",
        "size, many, not-a-number"
    })
    void whatIsWrongIsNamed(String field, String value, String code) throws Exception {
        find("q", "로드", field, value)
                .andExpect(status().isBadRequest())
                .andExpect(content().contentType(PROBLEM))
                .andExpect(jsonPath("$.errors[0].field", is(field)))
                .andExpect(jsonPath("$.errors[0].value", is(value)))
                .andExpect(jsonPath("$.errors[0].code", is(code)))
                .andExpect(jsonPath(
                        "$.errors[0].message", containsString(code.equals("unknown-parameter") ? field : value)));
    }

    @Test
    void nothingAndTooMuchIsRefusedAndOtherMethodsAre() throws Exception {
        find().andExpect(status().isBadRequest()).andExpect(jsonPath("$.errors[0].code", is("required")));
        find("q", " !? ").andExpect(status().isBadRequest()).andExpect(jsonPath("$.errors[0].code", is("no-word")));
        find("q", "가".repeat(201)).andExpect(jsonPath("$.errors[0].code", is("too-long")));
        find("q", "가".repeat(200)).andExpect(status().isOk());
        find("q", "가", "from", "2025-03-07", "to", "2025-03-06")
                .andExpect(jsonPath("$.errors[0].code", is("from-after-to")));
        perform(post(SEARCH))
                .andExpect(status().isMethodNotAllowed())
                .andExpect(header().string("Allow", containsString("GET")));
        perform(get(ENTRIES).param("form", "2025-03-06"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].code", is("unknown-parameter")));
    }

    /** Signs that are orders for a query parser, halves of characters, nothing at all: a search box takes them all. */
    @ParameterizedTest
    @ValueSource(strings = {"\"로드", "로드* AND (", "a:b^2~ \\", "로드\0", "\uD83D로", "<mark>ㄱ</mark>", "\uE0001"})
    void whateverIsTypedIsAnswered(String typed) throws Exception {
        bring(MARCH, FILE);

        find("q", typed).andExpect(status().isOk());
    }

    @Test
    void refusalsSpeakTheReadersLanguage() throws Exception {
        mvc.perform(get(SEARCH).param("seite", "1").header("Accept-Language", "ko"))
                .andExpect(jsonPath("$.errors[0].message", containsString("seite")))
                .andExpect(jsonPath("$.errors[0].message", not(containsString("{"))));
    }
}
