package dev.tilab.journal.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import dev.tilab.journal.template.DayFields;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.MvcResult;

/** A day is written with the form, without JavaScript and with it, and nothing that was typed is ever lost. */
class WritingTest extends PageStory {

    private static final LocalDate DAY = LocalDate.of(2025, 3, 6);

    @Test
    void aNewDayIsWrittenAndRead() throws Exception {
        Map<String, String> form = newForm();
        form.put("scrum.todo", "대상 그룹 만들기\r\n상태 확인 고치기");
        form.put("topics[0].title", "ELB");
        form.put("topics[0].body", "여러 **대상**에 나눈다.");
        form.put("challenges[0].problem", "상태 확인 실패");
        form.put("retrospective", "느린 하루였다.");
        form.put("references[0].title", "ELB 문서");
        form.put("references[0].url", "https://docs.aws.amazon.com/elb");

        assertThat(send("/journal", form).getResponse().getRedirectedUrl()).isEqualTo("/journal/2025-09-11");

        String page = html(open("/journal/2025-09-11"));
        assertThat(page)
                .contains("9월 11일 목요일")
                .contains("ELB")
                .contains("<strong>대상</strong>")
                .contains("느린 하루였다.")
                .contains("docs.aws.amazon.com");
        assertThat(journal.find(TODAY).orElseThrow().fields().scrum().todo()).isEqualTo("대상 그룹 만들기\n상태 확인 고치기");
    }

    /** Who opens a day that exists must get its text, or the first save would be a second entry for one day. */
    @Test
    void aNewDayThatExistsOpensItsForm() throws Exception {
        bring(FILE, DAY);

        assertThat(open("/journal/new?date=2025-03-06").getResponse().getRedirectedUrl())
                .isEqualTo("/journal/2025-03-06/edit");
        assertThat(open("/journal/new?date=2025-03-07").getResponse().getStatus())
                .isEqualTo(200);
        assertThat(open("/journal/new?date=tomorrow").getResponse().getStatus()).isEqualTo(404);
    }

    /** A lab that handed its figures over must not save for the writer, nor push what is there aside. */
    @Test
    void whatALabHandsOverIsOneMoreTopicThatIsNotSavedYet() throws Exception {
        String page = html(
                send("/journal/note", Map.of("title", "A zone goes dark", "text", "[run](http://localhost/labs/x)")));
        assertThat(page).contains("id=\"topic-1\"").contains("A zone goes dark").contains("http://localhost/labs/x");
        assertThat(page).contains("data-dirty=\"true\"").doesNotContain("id=\"topic-2\"");
        assertThat(journal.find(TODAY)).isEmpty();

        bring(FILE, TODAY);
        page = html(
                send("/journal/note", Map.of("title", "A zone goes dark", "text", "[run](http://localhost/labs/x)")));
        assertThat(page).contains("관리형 **데이터베이스**").contains("id=\"topic-3\"").contains("A zone goes dark");
        assertThat(stored(TODAY)).isEqualTo(FILE);
    }

    /** Guards against a result that is in today's entry twice, takes a byte of it, or is lost because it cannot be saved. */
    @Test
    void whatALabHandsOverIsSavedAtOnePress() throws Exception {
        bring(FILE, TODAY);
        Map<String, String> note =
                Map.of("title", "A zone goes dark", "text", "[run](/labs/x?at=1s:stop:a)", "action", "save");
        for (int i = 0; i < 2; i++) {
            assertThat(send("/journal/note", note).getResponse().getRedirectedUrl())
                    .isEqualTo("/journal/2025-09-11?told=noted#topic-3");
        }
        assertThat(stored(TODAY))
                .isEqualTo(FILE.replace(
                        "여러 대상에 나눈다.\n",
                        "여러 대상에 나눈다.\n\n#### 주제 3: A zone goes dark\n\n[run](/labs/x?at=1s:stop:a)\n"));
        assertThat(html(open("/journal/2025-09-11?told=noted"))).contains("담았습니다", "href=\"/labs/x?at&#61;1s:stop:a\"");

        String before = stored(TODAY);
        MvcResult refused = send("/journal/note", Map.of("title", "긴 ".repeat(200), "text", "표", "action", "save"));
        assertThat(refused.getResponse().getStatus()).isEqualTo(422);
        assertThat(html(refused)).contains("긴 긴 긴", "data-dirty=\"true\"", "id=\"topic-4\"");
        assertThat(stored(TODAY)).isEqualTo(before);
    }

    @Test
    void yesterdaysToDoIsCarriedIntoANewDay() throws Exception {
        bring(FILE, DAY);

        assertThat(html(open("/journal/new?date=2025-03-07"))).contains("로드 밸런서 만들기");
    }

    @Test
    void anUntouchedFormLeavesEveryByteAndOneFieldChangesOnlyItsLine() throws Exception {
        bring(FILE, DAY);

        send("/journal/2025-03-06", formOf(DAY));
        assertThat(stored(DAY)).isEqualTo(FILE);

        Map<String, String> form = formOf(DAY);
        form.put("topics[1].body", "여러 대상에 고르게 나눈다.");
        send("/journal/2025-03-06", form);
        assertThat(stored(DAY)).isEqualTo(FILE.replace("여러 대상에 나눈다.", "여러 대상에 고르게 나눈다."));
    }

    /** Guards against sections of one's own that the form shows and does not save, or that a form without them takes away. */
    @Test
    void aSectionOfOnesOwnIsWrittenInTheForm() throws Exception {
        String own = FILE + "\n### 주간 목표\n- 더 자기\n- 운동\n";
        bring(own, DAY);
        assertThat(html(open("/journal/2025-03-06/edit")))
                .contains(">주간 목표</label>", "name=\"extras[0].body\"", "- 더 자기\n- 운동");

        Map<String, String> form = formOf(DAY);
        form.put("extras[0].body", "- 더 자기\r\n- 달리기");
        send("/journal/2025-03-06", form);
        assertThat(stored(DAY)).isEqualTo(own.replace("운동", "달리기"));

        form = formOf(DAY);
        form.keySet().removeIf(name -> name.startsWith("extras"));
        form.put("retrospective", "- 쉬웠다.");
        send("/journal/2025-03-06", form);
        assertThat(stored(DAY)).isEqualTo(own.replace("운동", "달리기").replace("조금 어려웠다", "쉬웠다"));

        form = formOf(DAY);
        form.put("extras[0].body", "하나\n### 다음\n둘");
        MvcResult refused = send("/journal/2025-03-06", form);
        assertThat(refused.getResponse().getStatus()).isEqualTo(422);
        assertThat(html(refused)).contains("href=\"#extras[0].body\"", "2번째 줄 “### 다음”", "하나\n### 다음\n둘");
    }

    @Test
    void aSecondSaveShowsBothTextsAndLosesNeither() throws Exception {
        bring(FILE, DAY);
        Map<String, String> first = formOf(DAY);
        Map<String, String> second = formOf(DAY);
        first.put("retrospective", "- 첫 번째 창에서 썼다.");
        second.put("retrospective", "- 두 번째 창에서 썼다.");
        second.put("topics[0].title", "RDS");

        assertThat(send("/journal/2025-03-06", first).getResponse().getStatus()).isEqualTo(302);
        MvcResult conflict = send("/journal/2025-03-06", second);

        assertThat(conflict.getResponse().getStatus()).isEqualTo(409);
        assertThat(html(conflict))
                .contains("첫 번째 창에서 썼다.")
                .contains("두 번째 창에서 썼다.")
                .contains("RDS");
        assertThat(stored(DAY)).contains("첫 번째 창에서 썼다.").doesNotContain("두 번째");
    }

    @Test
    void afterAConflictMineCanBeSavedOverItKnowingly() throws Exception {
        bring(FILE, DAY);
        Map<String, String> mine = formOf(DAY);
        Map<String, String> theirs = formOf(DAY);
        theirs.put("topics[0].body", "남이 고친 글");
        mine.put("retrospective", "- 내 회고");
        send("/journal/2025-03-06", theirs);
        Map<String, String> carried = Html.inputs(html(send("/journal/2025-03-06", mine)));

        carried.put("action", "save");
        assertThat(send("/journal/2025-03-06", carried).getResponse().getRedirectedUrl())
                .isEqualTo("/journal/2025-03-06");

        assertThat(stored(DAY)).isEqualTo(FILE.replace("조금 어려웠다.", "내 회고"));
    }

    @Test
    void afterAConflictBothCanBeSeenWhileEditingGoesOn() throws Exception {
        bring(FILE, DAY);
        Map<String, String> mine = formOf(DAY);
        Map<String, String> theirs = formOf(DAY);
        theirs.put("topics[0].body", "남이 고친 글");
        mine.put("topics[0].body", "내가 고친 글");
        send("/journal/2025-03-06", theirs);
        Map<String, String> carried = Html.inputs(html(send("/journal/2025-03-06", mine)));

        carried.put("action", "continue");
        MvcResult form = send("/journal/2025-03-06", carried);

        assertThat(form.getResponse().getStatus()).isEqualTo(200);
        assertThat(html(form)).contains("남이 고친 글").contains("내가 고친 글");
        assertThat(Html.inputs(html(form)).get("topics[0].body")).isEqualTo("내가 고친 글");
        assertThat(Html.inputs(html(form)).get("compare")).isEqualTo("true");
    }

    /** The answer of an autosave can get lost; saying the same again is no conflict. */
    @Test
    void savingTheSameTextLateIsNoConflict() throws Exception {
        bring(FILE, DAY);
        Map<String, String> form = formOf(DAY);
        form.put("retrospective", "- 같은 글");
        send("/journal/2025-03-06", form);

        assertThat(send("/journal/2025-03-06", form).getResponse().getRedirectedUrl())
                .isEqualTo("/journal/2025-03-06");
    }

    @Test
    void aDayThatWasPutAwayMeanwhileGivesTheTextBack() throws Exception {
        bring(FILE, DAY);
        Map<String, String> form = formOf(DAY);
        form.put("retrospective", "- 아직 쓰는 중");
        journal.trash(DAY, journal.find(DAY).orElseThrow().version());

        MvcResult answer = send("/journal/2025-03-06", form);

        assertThat(answer.getResponse().getStatus()).isEqualTo(409);
        assertThat(Html.inputs(html(answer)).get("retrospective")).isEqualTo("- 아직 쓰는 중");
        assertThat(html(answer)).contains("action=\"/journal\"");
    }

    @Test
    void everythingTypedIsStillThereWhenSomethingIsWrong() throws Exception {
        Map<String, String> form = newForm();
        form.put("date", "");
        form.put("topics[0].title", "제목 <b>\"그대로\"</b>");
        form.put("topics[0].body", "\r\n  첫 줄\r\n```java\r\ncode\r\n```");
        form.put("references[0].title", "나쁜 주소");
        form.put("references[0].url", "javascript:alert(1)");

        MvcResult answer = send("/journal", form);

        assertThat(answer.getResponse().getStatus()).isEqualTo(422);
        Map<String, String> shown = Html.inputs(html(answer));
        assertThat(shown.get("topics[0].title")).isEqualTo("제목 <b>\"그대로\"</b>");
        assertThat(shown.get("topics[0].body")).isEqualTo("\r\n  첫 줄\r\n```java\r\ncode\r\n```");
        assertThat(shown.get("references[0].url")).isEqualTo("javascript:alert(1)");
        assertThat(html(answer))
                .contains("href=\"#date\"")
                .contains("href=\"#references[0].url\"")
                .contains("aria-describedby=\"date.problem\"")
                .contains("id=\"date.problem\"");
        assertThat(journal.count()).isZero();
    }

    /** Two seconds after a keystroke the day is saved, also when that was one amid an address. */
    @Test
    void anAddressThatIsHalfTypedHoldsNothingBack() throws Exception {
        Map<String, String> form = newForm();
        form.put("retrospective", "저장되어야 하는 글");
        form.put("references[0].title", "문서");
        form.put("references[0].url", "naver");
        assertThat(autosave("/journal", form).getResponse().getStatus()).isEqualTo(201);
        assertThat(stored(TODAY)).contains("저장되어야 하는 글", "문서 naver");

        Map<String, String> next = formOf(TODAY);
        next.put("references[0].title", "문서");
        next.put("references[0].url", "naver.com/x");
        assertThat(autosave("/journal/2025-09-11", next).getResponse().getStatus())
                .isEqualTo(200);
        assertThat(stored(TODAY)).contains("[문서](https://naver.com/x)").doesNotContain("문서 naver");
        Map<String, String> wrong = formOf(TODAY);
        wrong.put("references[0].url", "javascript:alert(1)");
        assertThat(html(autosave("/journal/2025-09-11", wrong)))
                .contains("references[0].url")
                .contains("https");
    }

    /** A draft that the browser kept is sent once more for a day that it has already been saved as. */
    @Test
    void aNewDayThatWasSavedOnLeavingIsNotTakenByItself() throws Exception {
        Map<String, String> form = newForm();
        form.put("retrospective", "저장되고 나서 되살린 글");
        send("/journal", form);

        assertThat(send("/journal", form).getResponse().getRedirectedUrl()).isEqualTo("/journal/2025-09-11");
    }

    @Test
    void aDayThatIsTakenIsNotOverwritten() throws Exception {
        bring(FILE, DAY);
        Map<String, String> form = newForm();
        form.put("date", "2025-03-06");
        form.put("retrospective", "다른 글");

        MvcResult answer = send("/journal", form);

        assertThat(answer.getResponse().getStatus()).isEqualTo(409);
        assertThat(html(answer)).contains("2025년 3월 6일").contains("다른 글").contains("href=\"/journal/2025-03-06\"");
        assertThat(stored(DAY)).isEqualTo(FILE);
    }

    @Test
    void aDayMovesToAnotherDate() throws Exception {
        bring(FILE, DAY);
        Map<String, String> form = formOf(DAY);
        form.put("date", "2025-03-07");

        assertThat(send("/journal/2025-03-06", form).getResponse().getRedirectedUrl())
                .isEqualTo("/journal/2025-03-07");
        assertThat(journal.find(DAY)).isEmpty();
        assertThat(stored(DAY.plusDays(1))).isEqualTo(FILE.replace("2025-03-06", "2025-03-07"));
    }

    @Test
    void rowsMoveWithoutJavaScriptAndNothingIsSavedByIt() throws Exception {
        bring(FILE, DAY);
        Map<String, String> form = formOf(DAY);
        form.put("retrospective", "- 아직 저장하지 않은 글");
        form.put("action", "topic-down:0");

        Map<String, String> shown = Html.inputs(html(send("/journal/2025-03-06", form)));

        assertThat(shown.get("topics[0].title")).isEqualTo("ELB");
        assertThat(shown.get("topics[1].title")).isEqualTo("RDB");
        assertThat(shown.get("topics[1].origin")).isEqualTo("0");
        assertThat(shown.get("retrospective")).isEqualTo("- 아직 저장하지 않은 글");
        assertThat(stored(DAY)).isEqualTo(FILE);
        shown.put("action", "save");
        send("/journal/2025-03-06", shown);
        assertThat(journal.find(DAY).orElseThrow().fields().topics())
                .extracting(DayFields.Topic::title)
                .containsExactly("ELB", "RDB");
    }

    @Test
    void thePreviewIsShownOnTheSamePageAndIsHarmless() throws Exception {
        Map<String, String> form = newForm();
        form.put("topics[0].body", "# 제목\n\n<script>alert(1)</script><img src=x onerror=alert(1)>\n\n**굵게**");
        form.put("action", "preview:0");

        assertThat(html(send("/journal", form)))
                .contains("<strong>굵게</strong>")
                .doesNotContain("<script>alert")
                .doesNotContain("onerror=alert(1)>");

        String fragment = mvc.perform(post("/journal/preview")
                        .param("markdown", "**a** <script>b</script>")
                        .with(csrf()))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        assertThat(fragment).contains("<strong>a</strong>", "&lt;script&gt;b").doesNotContain("<script");
    }

    @Test
    void tooMuchTextIsRefusedWithTheLimitNamedAndComesBack() throws Exception {
        Map<String, String> form = newForm();
        form.put("topics[0].title", "long");
        form.put("topics[0].body", "a".repeat(1_100_000));

        MvcResult answer = send("/journal", form);

        assertThat(answer.getResponse().getStatus()).isEqualTo(413);
        assertThat(html(answer)).contains("1,048,576");
        assertThat(Html.inputs(html(answer)).get("topics[0].body")).hasSize(1_100_000);
    }

    @Test
    void theAutosaveTellsWhereTheRowsStandNow() throws Exception {
        Map<String, String> form = newForm();
        form.put("topics[0].title", "ELB");
        form.put("topics[1].origin", "-1");
        form.put("topics[1].title", "");
        form.put("topics[1].body", "");
        form.put("topics[2].origin", "-1");
        form.put("topics[2].title", "RDS");
        form.put("topics[2].body", "");

        MvcResult created = autosave("/journal", form);
        assertThat(created.getResponse().getStatus()).isEqualTo(201);
        assertThat(html(created)).contains("\"date\":\"2025-09-11\"").contains("\"topics\":[0,-1,1]");

        form.put("version", String.valueOf(journal.find(TODAY).orElseThrow().version()));
        form.put("topics[0].origin", "0");
        form.put("topics[2].origin", "1");
        form.put("topics[2].body", "이제 쓴 글");
        assertThat(autosave("/journal/2025-09-11", form).getResponse().getStatus())
                .isEqualTo(200);
        assertThat(journal.find(TODAY).orElseThrow().fields().topics()).hasSize(2);
        assertThat(stored(TODAY)).contains("이제 쓴 글");
    }

    @Test
    void theAutosaveSaysInWordsWhyItDidNotSave() throws Exception {
        bring(FILE, DAY);
        Map<String, String> stale = formOf(DAY);
        Map<String, String> other = formOf(DAY);
        other.put("retrospective", "- 먼저");
        stale.put("retrospective", "- 나중");
        send("/journal/2025-03-06", other);

        MvcResult late = autosave("/journal/2025-03-06", stale);
        assertThat(late.getResponse().getStatus()).isEqualTo(409);
        assertThat(html(late)).contains("\"reason\":\"stale\"");

        Map<String, String> wrong = formOf(DAY);
        wrong.put("references[0].url", "javascript:alert(1)");
        MvcResult refused = autosave("/journal/2025-03-06", wrong);
        assertThat(refused.getResponse().getStatus()).isEqualTo(422);
        assertThat(html(refused)).contains("\"field\":\"references[0].url\"");
    }

    @Test
    void aForgedRowNumberIsRefusedInsteadOfGrowingAListWithoutEnd() throws Exception {
        Map<String, String> form = newForm();
        form.put("topics[999999].title", "far");

        assertThat(send("/journal", form).getResponse().getStatus()).isEqualTo(400);
    }

    private MvcResult autosave(String address, Map<String, String> form) throws Exception {
        var request =
                post(address).locale(Locale.KOREAN).accept("application/json").with(csrf());
        form.forEach(request::param);
        return mvc.perform(request).andReturn();
    }

    private Map<String, String> newForm() throws Exception {
        return new LinkedHashMap<>(Html.inputs(html(open("/journal/new"))));
    }
}
