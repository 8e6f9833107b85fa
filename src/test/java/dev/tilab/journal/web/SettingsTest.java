package dev.tilab.journal.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.domain.PageRequest;
import org.springframework.test.web.servlet.MvcResult;

/** A person's own names for sections: what is stored is read by them from then on, everywhere alike, and nothing is lost on the way. */
class SettingsTest extends PageStory {

    private static final LocalDate DAY = LocalDate.of(2025, 3, 6);

    private static final String OWN = """
            ## 날짜: 2025-03-06

            ### 오늘의 회고
            - 좋다

            ### 머리에 남은 것
            #### RDB
            관리형
            두 줄
            """;

    @AfterEach
    void forget() throws Exception {
        send("/settings", Map.of());
    }

    @Test
    void aDayThatIsStoredIsReadByNewNamesOnItsPageInListsInItsFormAndForPrograms() throws Exception {
        bring(OWN, DAY);
        assertThat(html(open("/journal"))).contains("주제 없음");
        assertThat(html(open("/journal/2025-03-06"))).doesNotContain("id=\"topic-1\"");
        String before = eTag();

        assertThat(put(Map.of("topics", "머리에 남은 것\r\n\r\n"))).isEqualTo("/settings?told=1");
        assertThat(html(open("/settings?told=1"))).contains("1일의 기록을 이제 다르게 읽습니다", "머리에 남은 것");

        assertThat(html(open("/journal"))).contains("RDB").doesNotContain("주제 없음");
        assertThat(html(open("/journal/2025-03-06"))).contains("id=\"topic-1\"");
        assertThat(html(open("/journal/2025-03-06/edit"))).contains("name=\"topics[0].title\"", "value=\"RDB\"");
        assertThat(journal.between(null, null, PageRequest.of(0, 1))
                        .getContent()
                        .get(0)
                        .topics())
                .isEqualTo(List.of("RDB"));
        assertThat(html(open("/api/v1/entries/2025-03-06"))).contains("\"title\":\"RDB\"");
        assertThat(eTag()).as("a cached answer is another one").isNotEqualTo(before);
        assertThat(journal.find(DAY).orElseThrow().version())
                .as("nobody wrote in it")
                .isZero();
        assertThat(stored(DAY)).isEqualTo(OWN);

        assertThat(put(Map.of())).isEqualTo("/settings?told=1");
        assertThat(html(open("/journal/2025-03-06"))).doesNotContain("id=\"topic-1\"");
    }

    /**
     * Guards against a form in which what is a topic by now was part of the retrospective: saved as it stands it would throw that
     * topic away, and called late it would be a conflict that nobody made.
     */
    @Test
    void aFormThatWasOpenedBeforeIsSavedByTheNamesThatItWasMadeBy() throws Exception {
        bring(OWN, DAY);
        Map<String, String> form = Html.inputs(html(open("/journal/2025-03-06/edit")));
        put(Map.of("topics", "머리에 남은 것"));

        form.put("retrospective", form.get("retrospective").replace("- 좋다", "- 더 좋다"));
        assertThat(send("/journal/2025-03-06", form).getResponse().getStatus()).isEqualTo(302);

        assertThat(stored(DAY)).isEqualTo(OWN.replace("- 좋다", "- 더 좋다"));
        assertThat(html(open("/journal"))).contains("RDB");
        assertThat(html(open("/journal/2025-03-06"))).contains("id=\"topic-1\"");
    }

    /** Guards against a program that saves what it was just told, and is understood by other names than it was told by. */
    @Test
    void whatIsAnsweredToANewDaySaysByWhichNamesItWasRead() throws Exception {
        put(Map.of("topics", "머리에 남은 것"));
        String told = mvc.perform(
                        post("/api/v1/entries").contentType("text/markdown").content(OWN))
                .andReturn()
                .getResponse()
                .getHeader("ETag");

        assertThat(told).isEqualTo(eTag());
    }

    @Test
    void theFileStaysAndOnlyItsLineChangesWhenItIsEditedUnderOwnNames() throws Exception {
        put(Map.of("topics", "머리에 남은 것"));
        bring(OWN, DAY);
        Map<String, String> form = Html.inputs(html(open("/journal/2025-03-06/edit")));
        form.put("topics[0].body", "스스로 관리");
        send("/journal/2025-03-06", form);

        assertThat(stored(DAY)).isEqualTo(OWN.replace("관리형\n두 줄", "스스로 관리"));
    }

    @Test
    void whatCannotBeANameIsSaidBesideItAndStays() throws Exception {
        Map<String, String> form = new HashMap<>();
        form.put("topics", "머리에 남은 것\n회고");
        form.put("extras", "머리에  남은 것!");
        form.put("scrum", "🌱🌱");

        MvcResult refused = send("/settings", form);

        assertThat(refused.getResponse().getStatus()).isEqualTo(422);
        assertThat(html(refused))
                .contains("‘회고’: ‘회고’ 섹션이 이미 쓰는 이름", "이미 ‘새로 배운 내용’에 있습니다", "‘🌱🌱’에는 글자나 숫자가", "머리에 남은 것\n회고");
        assertThat(html(open("/settings"))).doesNotContain("머리에 남은 것");
        form = Map.of("topics", "이름\n".repeat(3) + "가 나 다\n".repeat(2));
        assertThat(send("/settings", form).getResponse().getRedirectedUrl()).isEqualTo("/settings?told=0");
        assertThat(html(open("/settings"))).contains("이름\n가 나 다<");
    }

    /** Who writes their paragraphs over several lines wants them to run on; notes and lists stay as they are. */
    @Test
    void lineBreaksInWhatWasLearnedRunOnForThoseWhoWantIt() throws Exception {
        bring(FILE.replace("여러 대상에 나눈다.", "여러 대상에\n나눈다.").replace("- 조금 어려웠다.", "조금\n어려웠다."), DAY);
        assertThat(html(open("/journal/2025-03-06"))).contains("여러 대상에<br", "조금<br");

        assertThat(put(Map.of("lineBreaks", "JOINED"))).isEqualTo("/settings?told=0");
        assertThat(html(open("/journal/2025-03-06"))).contains("여러 대상에\n나눈다.", "조금<br");
        assertThat(html(send("/journal/preview", Map.of("markdown", "하나\n둘")))).doesNotContain("<br");
        assertThat(html(open("/settings"))).contains("value=\"JOINED\" checked");
    }

    @Test
    void everyPageLeadsToTheSettings() throws Exception {
        assertThat(html(open("/"))).contains("href=\"/settings\"");
        assertThat(html(open("/settings"))).contains("aria-current=\"page\"");
    }

    private String put(Map<String, String> form) throws Exception {
        return send("/settings", form).getResponse().getRedirectedUrl();
    }

    private String eTag() throws Exception {
        return mvc.perform(get("/api/v1/entries/2025-03-06"))
                .andReturn()
                .getResponse()
                .getHeader("ETag");
    }
}
