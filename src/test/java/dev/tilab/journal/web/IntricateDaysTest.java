package dev.tilab.journal.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** A day that cannot be drawn can be read, edited and put away like any other; guards against a day that takes the pages away. */
class IntricateDaysTest extends PageStory {

    private static final LocalDate DAY = LocalDate.of(2025, 3, 6);
    private static final String WHY = "쓴 글자 그대로 보여 줍니다.";

    private static String shape(String name) {
        return name.equals("table")
                ? "|a".repeat(2_000) + "\n" + "|-".repeat(2_000) + "\n" + "b\n".repeat(20_000)
                : "[a\n".repeat(345_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"table", "brackets"})
    void aDayThatIsTooIntricateIsShownAsTextAndCanBeEditedAndDeleted(String name) throws Exception {
        bring("## 날짜: 2025-03-06\n\n### 새로 배운 내용\n#### 주제 1: 어려운 글\n" + shape(name) + "\n### 오늘의 회고\n**쉬운** 글\n", DAY);

        assertThat(html(open("/journal/2025-03-06")))
                .contains(WHY, "<pre class=\"as-written\"", "어려운 글", "<strong>쉬운</strong>")
                .hasSizeLessThan(2_000_000);
        assertThat(html(mvc.perform(MockMvcRequestBuilders.get("/journal/2025-03-06")
                                .locale(Locale.ENGLISH))
                        .andReturn()))
                .contains("Shown as it was written");
        for (String address :
                new String[] {"/", "/journal", "/journal/2025-03-06/edit", "/journal/2025-03-06/versions"}) {
            assertThat(open(address).getResponse().getStatus()).as(address).isEqualTo(200);
        }
        assertThat(html(send("/journal/preview", Map.of("markdown", shape(name)))))
                .contains(WHY);

        Map<String, String> form = formOf(DAY);
        form.put("retrospective", "고친 글");
        assertThat(send("/journal/2025-03-06", form).getResponse().getStatus()).isEqualTo(302);
        assertThat(html(open("/journal/2025-03-06"))).contains("고친 글", WHY);

        String version = String.valueOf(journal.find(DAY).orElseThrow().version());
        assertThat(send("/journal/2025-03-06/delete", Map.of("version", version))
                        .getResponse()
                        .getStatus())
                .isEqualTo(302);
        assertThat(journal.find(DAY)).isEmpty();
    }

    /** A kept page must never be that of another text: not after a save, not after the trash, not in another language. */
    @Test
    void aKeptPageIsThatOfTheTextAsItStands() throws Exception {
        bring(FILE, DAY);
        assertThat(withoutToken(open("/journal/2025-03-06")))
                .contains("조금 어려웠다")
                .isEqualTo(withoutToken(open("/journal/2025-03-06")));

        Map<String, String> form = formOf(DAY);
        form.put("retrospective", "아주 쉬웠다");
        send("/journal/2025-03-06", form);
        assertThat(html(open("/journal/2025-03-06"))).contains("아주 쉬웠다").doesNotContain("조금 어려웠다");

        journal.trash(DAY, journal.find(DAY).orElseThrow().version());
        assertThat(open("/journal/2025-03-06").getResponse().getStatus()).isEqualTo(404);
        bring(FILE, DAY);
        assertThat(html(open("/journal/2025-03-06"))).contains("조금 어려웠다").doesNotContain("아주 쉬웠다");
    }

    /** What it costs to render, only the first reader of a version pays. */
    @Test
    void theSecondReaderOfADayDoesNotHaveItRenderedAgain() throws Exception {
        bring(FILE, DAY);
        Object first = parts(open("/journal/2025-03-06"));
        assertThat(parts(open("/journal/2025-03-06"))).isSameAs(first);

        Map<String, String> form = formOf(DAY);
        form.put("retrospective", "아주 쉬웠다");
        send("/journal/2025-03-06", form);
        Object second = parts(open("/journal/2025-03-06"));
        assertThat(second).isNotSameAs(first);
        assertThat(parts(open("/journal/2025-03-06"))).isSameAs(second);
    }

    /** The rendered texts themselves: two renderings of a text are equal, but not the same. */
    private static Object parts(MvcResult page) {
        return ((EntryPage) page.getModelAndView().getModel().get("page")).parts();
    }

    /** The token of the page's forms is another one for every caller. */
    private static String withoutToken(MvcResult page) throws Exception {
        return html(page).replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "");
    }
}
