package dev.tilab.journal.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import dev.tilab.journal.Limits;
import dev.tilab.journal.template.DaySection;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** A day that fits no form is written as the text that its file is, with nothing less than what the form promises. */
class TextEditingTest extends PageStory {

    private static final LocalDate DAY = LocalDate.of(2025, 3, 6);
    private static final String ADDRESS = "/journal/2025-03-06/text";

    /** Guards against an editor that rewrites a file of which nobody changed a letter. */
    @Test
    void aTextThatIsSavedUnchangedChangesNoByteWhateverEndsItsLinesAndHoweverItIsEncoded() throws Exception {
        byte[] mixed = "## 날짜: 2025-03-06\r\n\n  자유로운 글  \r\n\r끝".getBytes(Charset.forName("x-windows-949"));
        journal.bring(DAY, mixed, "2025-03-06.md");
        long version = journal.find(DAY).orElseThrow().version();

        MvcResult saved = send(ADDRESS, sent(version, browsers(stored(DAY))));

        assertThat(saved.getResponse().getRedirectedUrl()).isEqualTo("/journal/2025-03-06");
        assertThat(journal.find(DAY).orElseThrow().bytes()).isEqualTo(mixed);
        assertThat(journal.find(DAY).orElseThrow().version()).isEqualTo(version);
    }

    @Test
    void theWholeFileIsShownAndWhatIsTypedIsTheFile() throws Exception {
        bring(FILE.replace("\n", "\r\n"), DAY);
        assertThat(html(open("/journal/2025-03-06"))).contains("href=\"" + ADDRESS + "\"");
        assertThat(html(open("/journal/2025-03-06/edit"))).contains("href=\"" + ADDRESS + "\"");
        String page = html(open(ADDRESS));
        assertThat(page).contains("# TIL Template").contains("- 특이사항 : 없음").contains("<strong>데이터베이스</strong>");

        String typed = browsers(FILE).replace("### 오늘의 회고", "## 아무 양식에도 없는 것\r\n\r\n표\r\n\r\n### 오늘의 회고");
        send(ADDRESS, sent(0, typed));

        assertThat(stored(DAY)).isEqualTo(typed);
        assertThat(journal.find(DAY).orElseThrow().fields().retrospective()).isEqualTo("- 조금 어려웠다.");
    }

    /** Guards against a preview that shows Markdown where the page will show a day, and against one that saves. */
    @Test
    void thePreviewIsTheDayAsItsPageShowsIt() throws Exception {
        bring(FILE, DAY);
        assertThat(html(open(ADDRESS)))
                .contains("id=\"preview-topic-1\"", "id=\"preview-challenges\"", "<textarea name=\"text\" id=\"text\"")
                .doesNotContain("id=\"topic-1\"");

        String typed =
                "머리말\r\n\r\n# 새 제목\r\n\r\n## 날짜: 2025-03-06\r\n\r\n### 주간 목표\r\n- 자기\r\n\r\n### 회고\r\n**좋다**\r\n";
        String seen = html(send("/journal/text/preview", Map.of("markdown", typed, "date", "2025-03-06")));

        assertThat(seen)
                .contains("id=\"preview-retrospective\"", "<strong>좋다</strong>", ">주간 목표</h2>", "머리말")
                .doesNotContain("<html", "#");
        assertThat(stored(DAY)).isEqualTo(FILE);
    }

    /** A letter that the file's encoding lacks must not become a question mark. */
    @Test
    void aFileInAnOldEncodingStaysInItUntilALetterIsTypedThatItLacks() throws Exception {
        Charset old = Charset.forName("x-windows-949");
        journal.bring(DAY, "## 날짜: 2025-03-06\r\n오늘은 로드 밸런서를 배웠다\r\n".getBytes(old), "a.md");

        send(ADDRESS, sent(0, "## 날짜: 2025-03-06\r\n오늘은 대상 그룹을 배웠다\r\n"));
        assertThat(journal.find(DAY).orElseThrow().bytes())
                .isEqualTo("## 날짜: 2025-03-06\r\n오늘은 대상 그룹을 배웠다\r\n".getBytes(old));

        send(ADDRESS, sent(1, "## 날짜: 2025-03-06\r\n🙂\r\n"));
        assertThat(journal.find(DAY).orElseThrow().bytes())
                .isEqualTo("## 날짜: 2025-03-06\r\n🙂\r\n".getBytes(StandardCharsets.UTF_8));
        assertThat(html(open("/journal/2025-03-06"))).contains("windows-949");
    }

    /** Whoever saves second sees both and decides; neither text is lost, not even the one that was saved over. */
    @Test
    void aSaveFromElsewhereInBetweenIsComparedAndNotOverwritten() throws Exception {
        bring(FILE, DAY);
        String mine = FILE.replace("조금 어려웠다", "내 글");
        send(ADDRESS, sent(0, browsers(FILE.replace("조금 어려웠다", "다른 글"))));

        MvcResult conflict = send(ADDRESS, sent(0, browsers(mine)));
        assertThat(conflict.getResponse().getStatus()).isEqualTo(409);
        assertThat(html(conflict)).contains("- 내 글.", "- 다른 글.", "action=\"" + ADDRESS + "\"");
        assertThat(stored(DAY)).contains("다른 글");

        Map<String, String> carried = new HashMap<>(Html.inputs(html(conflict)));
        assertThat(carried).containsEntry("version", "1").containsEntry("text", browsers(mine));
        carried.put("action", "continue");
        String both = html(send(ADDRESS, carried));
        assertThat(both).contains("- 내 글.", "- 다른 글.", "data-dirty=\"true\"", "name=\"version\" value=\"1\"");

        carried.put("action", "save");
        assertThat(send(ADDRESS, carried).getResponse().getStatus()).isEqualTo(302);
        assertThat(stored(DAY)).isEqualTo(mine);
        assertThat(html(open("/journal/2025-03-06/versions")).split("<b class=\"serif\"", -1))
                .as("mine, the other one, the file")
                .hasSize(4);
    }

    @Test
    void whatWasSavedOnceAndSentAgainIsNotAConflictWithItself() throws Exception {
        bring(FILE, DAY);
        send(ADDRESS, sent(0, browsers(FILE + "더\n")));

        assertThat(send(ADDRESS, sent(0, browsers(FILE + "더\n"))).getResponse().getStatus())
                .isEqualTo(302);
    }

    @Test
    void aNewDayBeginsWithTheTemplateAndYesterdaysToDo() throws Exception {
        bring(FILE, LocalDate.of(2025, 9, 10));
        String page = html(open("/journal/new/text"));
        assertThat(page).contains("## 날짜: 2025-09-11", "로드 밸런서 만들기", "name=\"date\" id=\"date\" value=\"2025-09-11\"");
        assertThat(html(open("/journal/new"))).contains("href=\"/journal/new/text?date=2025-09-11\"");

        Map<String, String> form = sent(-1, "## 날짜: 2025-09-11\r\n\r\n# 내 방식대로\r\n");
        form.put("date", "2025-09-11");
        assertThat(send("/journal/text", form).getResponse().getRedirectedUrl()).isEqualTo("/journal/2025-09-11");
        assertThat(stored(TODAY)).isEqualTo("## 날짜: 2025-09-11\n\n# 내 방식대로\n");

        assertThat(open("/journal/new/text").getResponse().getRedirectedUrl()).isEqualTo("/journal/2025-09-11/text");
        form.put("text", "다른 글");
        MvcResult taken = send("/journal/text", form);
        assertThat(taken.getResponse().getStatus()).isEqualTo(409);
        assertThat(html(taken)).contains("다른 글", "이미 기록이 있습니다");
        assertThat(open("/journal/2025-01-01/text").getResponse().getStatus()).isEqualTo(404);
    }

    @Test
    void whatCannotBeSavedIsSaidAndStays() throws Exception {
        bring(FILE, DAY);

        MvcResult empty = send(ADDRESS, sent(0, " \r\n "));
        assertThat(empty.getResponse().getStatus()).isEqualTo(422);
        assertThat(html(empty)).contains("하루의 원문: 꼭 있어야 하는데");

        MvcResult large = send(ADDRESS, sent(0, "x".repeat(Limits.FILE_BYTES + 1)));
        assertThat(large.getResponse().getStatus()).isEqualTo(413);
        assertThat(html(large)).contains("1,048,576", "x".repeat(1000));

        MvcResult many = autosave(
                ADDRESS, sent(0, "### 새로 배운 내용\n" + "#### 긴 제목의 주제\n".repeat(DaySection.TOPICS.mostRowsOfFile() + 1)));
        assertThat(many.getResponse().getStatus()).isEqualTo(422);
        assertThat(stored(DAY)).isEqualTo(FILE);
    }

    /** In the trash meanwhile: what was typed stays and becomes a new entry. */
    @Test
    void aDayThatWasPutIntoTheTrashMeanwhileCanStillBeSaved() throws Exception {
        bring(FILE, DAY);
        journal.trash(DAY, 0);

        MvcResult gone = send(ADDRESS, sent(0, browsers(FILE + "더\n")));
        assertThat(gone.getResponse().getStatus()).isEqualTo(409);
        assertThat(html(gone)).contains("action=\"/journal/text\"", "더");

        send("/journal/text", sent(-1, browsers(FILE + "더\n")));
        assertThat(stored(DAY)).isEqualTo(FILE + "더\n");
    }

    /** The page saves by itself as the form does, and is told the version to go on from. */
    @Test
    void thePageSavesByItself() throws Exception {
        bring(FILE, DAY);

        MvcResult saved = autosave(ADDRESS, sent(0, FILE + "더\n"));
        assertThat(saved.getResponse().getStatus()).isEqualTo(200);
        assertThat(html(saved)).contains("\"version\":\"1\"", "\"date\":\"2025-03-06\"");
        MvcResult stale = autosave(ADDRESS, sent(0, FILE + "anders\n"));
        assertThat(stale.getResponse().getStatus()).isEqualTo(409);
        assertThat(html(stale)).contains("\"reason\":\"stale\"");
        Map<String, String> fresh = sent(-1, "새 글");
        fresh.put("date", "2025-09-11");
        assertThat(autosave("/journal/text", fresh).getResponse().getStatus()).isEqualTo(201);
        assertThat(stored(TODAY)).isEqualTo("새 글");
    }

    private MvcResult autosave(String address, Map<String, String> form) throws Exception {
        MockHttpServletRequestBuilder request =
                post(address).accept("application/json").with(csrf());
        form.forEach(request::param);
        return mvc.perform(request).andReturn();
    }

    private static Map<String, String> sent(long version, String text) {
        Map<String, String> form = new HashMap<>();
        form.put("date", "2025-03-06");
        form.put("version", version < 0 ? "" : String.valueOf(version));
        form.put("text", text);
        return form;
    }

    private static String browsers(String text) {
        return text.replace("\r\n", "\n").replace('\r', '\n').replace("\n", "\r\n");
    }
}
