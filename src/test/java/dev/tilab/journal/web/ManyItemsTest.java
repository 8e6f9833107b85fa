package dev.tilab.journal.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tilab.journal.template.DaySection;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.MvcResult;

/** Days of very many small things: each is a row of the form, so that a short text can make an endless page. */
class ManyItemsTest extends PageStory {

    private static final LocalDate DAY = LocalDate.of(2025, 3, 6);
    private static final int ROWS = 2_000;

    /** A page may be this many times as long as the day's text; a row of the form is, of a reference of forty characters. */
    private static final int TIMES_THE_TEXT = 60;

    /** The same where most rows are carried along. */
    private static final int TIMES_WHEN_CARRIED = 30;

    /** Guards against a megabyte of headings whose form is half a gigabyte, and against a long text that no template can show. */
    @Test
    void aFileOfMoreItemsThanItsPagesCanShowIsRefusedWithTheNumberThatIsAllowedAndStays() throws Exception {
        String text =
                "## 날짜: 2025-03-06\n### 새로 배운 내용\n" + "#### 긴 제목의 주제\n".repeat(DaySection.TOPICS.mostRowsOfFile() * 2);

        MvcResult refused = send("/journal/import", Map.of("text", text));

        assertThat(refused.getResponse().getStatus()).isEqualTo(422);
        assertThat(html(refused)).contains("주제: 10,000개입니다. 하루에 5,000개까지", text);
        assertThat(journal.find(DAY)).isEmpty();
    }

    @Test
    void everyPageOfADayOfThousandsOfReferencesIsInProportionToItsText() throws Exception {
        String text = references("제목 ");
        bring(text, DAY);
        Map<String, String> mine = formOf(DAY);
        mine.put("retrospective", "내 글");
        Map<String, String> theirs = formOf(DAY);
        theirs.put("retrospective", "다른 글");

        inProportion(open("/journal/2025-03-06"), 200, text);
        inProportion(open("/journal/2025-03-06/text"), 200, text);
        assertThat(send("/journal/2025-03-06", theirs).getResponse().getStatus())
                .isEqualTo(302);
        inProportion(send("/journal/2025-03-06", mine), 409, text);
        mine.put("action", "continue");
        mine.put("compare", "true");
        inProportion(send("/journal/2025-03-06", mine), 200, text);
        inProportion(send("/journal/import", Map.of("text", references("anders "))), 200, text);
    }

    /** Guards against a form of twenty megabytes, and against a page that ends without a word although the day goes on. */
    @Test
    void aDayOfThousandsOfReferencesOpensAsTextAndItsPageSaysHowManyItHoldsBack() throws Exception {
        bring(references("제목 "), DAY);

        assertThat(open("/journal/2025-03-06/edit").getResponse().getRedirectedUrl())
                .isEqualTo("/journal/2025-03-06/text");
        assertThat(html(open("/journal/2025-03-06/text")))
                .contains("이날의 항목은 2,000개이고, 양식에는 500개까지", "제목 1999", "/e.com/1999")
                .doesNotContain("/journal/2025-03-06/edit");
        assertThat(html(open("/journal/2025-03-06")))
                .contains("제목 499", "참고 자료 1,500개는 여기에 보여 주지 않았습니다.", "href=\"/journal/2025-03-06/text\"")
                .doesNotContain("제목 500");
    }

    /** Guards against a form of megabytes where it comes back with a mistake or with a lab's note, and against rows that it loses. */
    @Test
    void aFormThatComesBackShowsWhatABrowserCanAndWhatIsWrongAndCarriesTheRest() throws Exception {
        String text = references("제목 ");
        bring(text, TODAY);
        Map<String, String> form = formOf(TODAY);
        form.put("references[1700].url", "ftp://e.com/x");

        MvcResult refused = send("/journal/2025-09-11", form);
        assertThat(refused.getResponse().getStatus()).isEqualTo(422);
        assertThat(html(refused))
                .contains("id=\"references[497].url\"", "id=\"references[1700].url\"", "항목 1,501개는 그대로")
                .doesNotContain("id=\"references[498].url\"");
        assertThat(html(refused).length()).isLessThan(TIMES_WHEN_CARRIED * text.length());
        Map<String, String> carried = Html.inputs(html(refused));
        carried.put("references[1700].url", "https://e.com/x");
        assertThat(send("/journal/2025-09-11", carried).getResponse().getStatus())
                .isEqualTo(302);
        assertThat(stored(TODAY)).isEqualTo(text.replace("https://e.com/1700)", "https://e.com/x)"));

        String noted = html(send("/journal/note", Map.of("title", "A zone goes dark", "text", "글")));
        assertThat(noted)
                .contains("value=\"A zone goes dark\"", "id=\"topics[0].title\"")
                .doesNotContain("id=\"references[498].url\"");
        assertThat(noted.length()).isLessThan(TIMES_WHEN_CARRIED * text.length());
    }

    /** The same for the other two lists; the count under the title stays that of the day. */
    @Test
    void ofTopicsAndChallengesSoManyAreShown() throws Exception {
        String topics = IntStream.range(0, 600)
                .mapToObj(i -> "#### 주제 " + (i + 1) + ": 제목" + i + "\n")
                .collect(Collectors.joining());
        String challenges = IntStream.range(0, 501)
                .mapToObj(i -> "- 도전 과제 " + (i + 1) + ": 문제" + i + "\n")
                .collect(Collectors.joining());
        bring("## 날짜: 2025-03-06\n### 새로 배운 내용\n" + topics + "### 오늘의 도전 과제\n" + challenges, DAY);

        assertThat(html(open("/journal/2025-03-06")))
                .contains("제목499", "주제 100개는 여기에", "주제 600개", "문제499", "도전 과제 1개는 여기에")
                .doesNotContain("제목500", "문제500");
    }

    private static void inProportion(MvcResult page, int status, String text) throws Exception {
        assertThat(page.getResponse().getStatus()).isEqualTo(status);
        assertThat(html(page).length()).isLessThan(TIMES_THE_TEXT * text.length());
    }

    private static String references(String title) {
        return IntStream.range(0, ROWS)
                .mapToObj(i -> "- [" + title + i + "](https://e.com/" + i + ")\n")
                .collect(Collectors.joining("", "## 날짜: 2025-03-06\n\n### 참고 자료 및 링크\n", ""));
    }
}
