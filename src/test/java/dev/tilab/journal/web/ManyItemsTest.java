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

    /** Guards against a megabyte of headings whose form is half a gigabyte, and against a long text that no template can show. */
    @Test
    void aFileOfMoreItemsThanItsPagesCanShowIsRefusedWithTheNumberThatIsAllowedAndStays() throws Exception {
        String text = "## 날짜: 2025-03-06\n### 새로 배운 내용\n" + "#### 긴 제목의 주제\n".repeat(DaySection.TOPICS.mostRowsOfFile() * 2);

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
        inProportion(open("/journal/2025-03-06/edit"), 200, text);
        assertThat(send("/journal/2025-03-06", theirs).getResponse().getStatus()).isEqualTo(302);
        inProportion(send("/journal/2025-03-06", mine), 409, text);
        mine.put("action", "continue");
        mine.put("compare", "true");
        inProportion(send("/journal/2025-03-06", mine), 200, text);
        inProportion(send("/journal/import", Map.of("text", references("anders "))), 200, text);
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
