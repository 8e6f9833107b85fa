package dev.tilab.journal.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import dev.tilab.journal.Versions;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.web.util.HtmlUtils;

/** What is to be done is ticked on the day's page, and goes on to the next day if somebody wants it. */
class TodoTest extends PageStory {

    private static final LocalDate FRIDAY = LocalDate.of(2025, 3, 7);
    private static final LocalDate MONDAY = LocalDate.of(2025, 3, 10);

    private static final String DAY = """
            ## 날짜: 2025-03-07
            ### 스크럼
            - 오늘 할 일
              - VPC 만들기
              - [x] RDS 만들기
              - VPC 만들기
              - ELB <b>등록</b>
            - 특이사항 : 없음
            ### 오늘의 회고
            느린 하루였다.
            """;

    @Autowired
    private Versions versions;

    /** Guards against a tick that lands at an equal task, that changes more than its box, or that is no revision. */
    @Test
    void aTaskIsTickedWhereItStands() throws Exception {
        bring(DAY, FRIDAY);
        List<String> ticks = ticks(html(open("/journal/2025-03-07")));
        assertThat(ticks).containsExactly("0:done:vpc 만들기", "1:open:rds 만들기", "2:done:vpc 만들기", "3:done:elb <b>등록</b>");

        MvcResult ticked = tick(ticks.get(2), version(FRIDAY));

        assertThat(ticked.getResponse().getRedirectedUrl()).isEqualTo("/journal/2025-03-07?told=ticked");
        String expected = DAY.replace("  - VPC 만들기\n  - ELB", "  - [x] VPC 만들기\n  - ELB");
        assertThat(stored(FRIDAY)).isEqualTo(expected);
        assertThat(versions.of(FRIDAY)).hasSize(2);
        assertThat(html(open("/journal/2025-03-07?told=ticked")))
                .contains("role=\"status\">저장했습니다.", "value=\"2:open:vpc 만들기\"", "value=\"0:done:vpc 만들기\"");

        tick("1:open:rds 만들기", version(FRIDAY));
        assertThat(stored(FRIDAY)).isEqualTo(expected.replace("[x] RDS", "[ ] RDS"));
    }

    /** Guards against a page left open that ticks what stands there now, and against an answer that was lost counting as stale. */
    @Test
    void aStalePageIsToldSoAndTheSameTwiceIsNoError() throws Exception {
        bring(DAY, FRIDAY);
        String version = version(FRIDAY);
        tick("0:done:vpc 만들기", version);
        String once = stored(FRIDAY);

        assertThat(tick("0:done:vpc 만들기", version).getResponse().getStatus()).isEqualTo(302);
        assertThat(stored(FRIDAY)).isEqualTo(once);

        MvcResult late = tick("2:done:vpc 만들기", version);
        assertThat(late.getResponse().getStatus()).isEqualTo(409);
        assertThat(html(late)).contains("role=\"alert\"", "그사이 이날의 기록이 바뀌어", "value=\"" + version(FRIDAY) + "\"");
        assertThat(tick("0:open:다른 일", version(FRIDAY)).getResponse().getStatus())
                .isEqualTo(409);
        assertThat(tick("99:done:vpc 만들기", version(FRIDAY)).getResponse().getStatus())
                .isEqualTo(409);
        assertThat(stored(FRIDAY)).isEqualTo(once);
    }

    /** Guards against errors of the server's for what a browser cannot send, and against ticks that another site sends. */
    @Test
    void whatCannotBeTickedIsRefused() throws Exception {
        assertThat(tick("0:done:vpc 만들기", "0").getResponse().getStatus()).isEqualTo(404);
        assertThat(send("/journal/no-day/tick", Map.of("tick", "0:done:a"))
                        .getResponse()
                        .getStatus())
                .isEqualTo(404);
        bring(DAY, FRIDAY);
        assertThat(tick("first", version(FRIDAY)).getResponse().getStatus()).isEqualTo(400);
        int foreign = mvc.perform(post("/journal/2025-03-07/tick")
                        .accept("text/html")
                        .param("version", version(FRIDAY))
                        .param("tick", "0:done:vpc 만들기"))
                .andReturn()
                .getResponse()
                .getStatus();
        assertThat(foreign).isEqualTo(403);
        assertThat(stored(FRIDAY)).isEqualTo(DAY);
    }

    /** Guards against a page that ticks by itself and does not learn from which version to go on, or why nothing was saved. */
    @Test
    void aPageThatStaysIsAnsweredInJson() throws Exception {
        bring(DAY, FRIDAY);
        String version = version(FRIDAY);
        MvcResult saved = tickHere("0:done:vpc 만들기", version);
        assertThat(saved.getResponse().getStatus()).isEqualTo(200);
        assertThat(saved.getResponse().getContentAsString())
                .contains("\"version\":\"" + MadeFrom.of(journal.find(FRIDAY).orElseThrow()) + "\"");
        MvcResult late = tickHere("2:done:vpc 만들기", version);
        assertThat(late.getResponse().getStatus()).isEqualTo(409);
        assertThat(late.getResponse().getContentAsString()).contains("\"reason\":\"stale\"");
    }

    /** Over a weekend. Guards against an offer that is lost because nobody wrote on Sunday, that moves, or that comes twice. */
    @Test
    void whatWasLeftOpenIsOfferedForTheNextDayAndCopied() throws Exception {
        bring(DAY, FRIDAY);
        String form = html(open("/journal/new?date=" + MONDAY));
        assertThat(form)
                .contains("3월 7일에서", "value=\"bring:vpc 만들기\"", "value=\"bring:elb &lt;b&gt;등록&lt;/b&gt;\"", "느린 하루였다.")
                .doesNotContain("bring:rds");
        Map<String, String> inputs = Html.inputs(form);
        assertThat(inputs.get("scrum.yesterdayTodo"))
                .isEqualTo("- [ ] VPC 만들기\n- [x] RDS 만들기\n- [ ] VPC 만들기\n- [ ] ELB <b>등록</b>");

        String brought = html(send("/journal", with(inputs, "bring:vpc 만들기")));
        assertThat(Html.inputs(brought).get("scrum.todo")).isEqualTo("- [ ] VPC 만들기");
        assertThat(brought).doesNotContain("value=\"bring:vpc").contains("value=\"bring:elb", "data-dirty=\"true\"");
        String all = html(send("/journal", with(Html.inputs(brought), "bring-all")));
        assertThat(Html.inputs(all).get("scrum.todo")).isEqualTo("- [ ] VPC 만들기\n- [ ] ELB <b>등록</b>");
        String looked = html(send("/journal", with(Html.inputs(all), "bring-retrospective")));
        assertThat(Html.inputs(looked).get("scrum.yesterdayRetrospective")).isEqualTo("느린 하루였다.");
        assertThat(looked).doesNotContain("id=\"unfinished\"");
        assertThat(journal.find(MONDAY)).isEmpty();
        assertThat(stored(FRIDAY)).isEqualTo(DAY);
    }

    /** Guards against a task that is added twice, and against a day that exists and loses a byte by what is added. */
    @Test
    void whatWasLeftOpenIsBroughtIntoTheDayItself() throws Exception {
        bring(DAY, FRIDAY);
        Map<String, String> task = Map.of("task", "elb <b>등록</b>", "back", "home");
        for (int i = 0; i < 2; i++) {
            assertThat(send("/journal/2025-09-11/todos", task).getResponse().getRedirectedUrl())
                    .isEqualTo("/?told=brought#todos");
            assertThat(stored(TODAY)).contains("- 오늘 할 일 :\n  - [ ] ELB <b>등록</b>\n- 특이사항 :");
        }

        String monday = "### 스크럼\r\n- 오늘 할 일 : 복습\r\n- 특이사항 : 없음";
        bring(monday, MONDAY);
        assertThat(send("/journal/2025-03-10/todos", Map.of("task", "vpc 만들기"))
                        .getResponse()
                        .getRedirectedUrl())
                .isEqualTo("/journal/2025-03-10#scrum");
        assertThat(stored(MONDAY)).isEqualTo(monday.replace("복습\r\n", "복습\r\n  - [ ] VPC 만들기\r\n"));
        assertThat(stored(FRIDAY)).isEqualTo(DAY);
    }

    /** Guards against a task that somebody ticked meanwhile being offered as open, and against any words being written by an address. */
    @Test
    void whatIsNotOpenIsNotBrought() throws Exception {
        bring(DAY, FRIDAY);
        for (String gone : List.of("rds 만들기", "아무 말")) {
            MvcResult refused = send("/journal/2025-09-11/todos", Map.of("task", gone));
            assertThat(refused.getResponse().getStatus()).as(gone).isEqualTo(409);
            assertThat(html(refused)).contains("담지 않았습니다", "value=\"bring:vpc 만들기\"");
        }
        assertThat(send("/journal/no-day/todos", Map.of("task", "vpc 만들기"))
                        .getResponse()
                        .getStatus())
                .isEqualTo(404);
        assertThat(journal.find(TODAY)).isEmpty();
    }

    /** A day that lies behind is read and mended; it must not ask for what came before it for ever. */
    @Test
    void aDayThatLiesBehindIsNotAsked() throws Exception {
        bring(DAY, FRIDAY);
        bring("### 스크럼\n- 오늘 할 일 : 복습\n", MONDAY);
        assertThat(html(open("/journal/2025-03-10/edit"))).doesNotContain("id=\"unfinished\"");
        bring("### 스크럼\n- 오늘 할 일 : 읽기\n", TODAY);
        assertThat(html(open("/journal/2025-09-11/edit"))).contains("3월 10일에서", "value=\"bring:복습\"");
    }

    private MvcResult tick(String tick, String version) throws Exception {
        return send("/journal/2025-03-07/tick", Map.of("tick", tick, "version", version));
    }

    private MvcResult tickHere(String tick, String version) throws Exception {
        return mvc.perform(post("/journal/2025-03-07/tick")
                        .locale(Locale.KOREAN)
                        .accept("application/json")
                        .with(csrf())
                        .param("tick", tick)
                        .param("version", version))
                .andReturn();
    }

    private static List<String> ticks(String page) {
        return Pattern.compile("name=\"tick\" value=\"([^\"]*)\"")
                .matcher(page)
                .results()
                .map(tick -> HtmlUtils.htmlUnescape(tick.group(1)))
                .toList();
    }

    private static Map<String, String> with(Map<String, String> inputs, String action) {
        Map<String, String> form = new LinkedHashMap<>(inputs);
        form.put("action", action);
        return form;
    }

    private String version(LocalDate day) {
        return String.valueOf(journal.find(day).orElseThrow().version());
    }
}
