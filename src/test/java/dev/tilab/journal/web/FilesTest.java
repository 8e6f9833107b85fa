package dev.tilab.journal.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;

import dev.tilab.journal.Attachment;
import dev.tilab.journal.Attachments;
import dev.tilab.journal.Entry;
import dev.tilab.journal.Eraser;
import dev.tilab.journal.attachment.AttachmentPath;
import dev.tilab.journal.attachment.PageVersion;
import dev.tilab.journal.attachment.Pictures;
import dev.tilab.journal.template.DayFields;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockMultipartHttpServletRequestBuilder;

/** Pictures and files belong to a day: they show where its text calls them, go where it goes, and harm nobody who opens them. */
class FilesTest extends PageStory {

    private static final String PAGE = "/journal/2025-09-11/files";

    private static final String TEXT = """
            ### 새로 배운 내용
            #### 주제 1: 그림
            ![구조도](images/a%20b.png)
            [기록](./notes.txt)
            ![](attachment:12ab-34:Screen.png)
            """;

    @Autowired
    private Attachments attachments;

    @Autowired
    private Eraser eraser;

    @Autowired
    private JdbcTemplate tables;

    @Test
    void aPictureThatIsNotThereIsOfferedAndThenShown() throws Exception {
        bring(TEXT, TODAY);
        assertThat(read())
                .contains("Notion에 남아 있고")
                .contains("class=\"missing-image\"", PAGE + "?path=images%2Fa%20b.png", "파일 추가")
                .contains(PAGE + "?path=attachment%3A12ab-34%3AScreen.png")
                .doesNotContain("<img");
        assertThat(html(at(PAGE + "?path=images%2Fa%20b.png"))).contains("“images/a b.png” 파일이 필요");

        MvcResult sent = mvc.perform(form("whatever.png", Pictures.png(30, 20)).param("path", "images/a b.png"))
                .andReturn();
        assertThat(sent.getResponse().getRedirectedUrl()).isEqualTo("/journal/2025-09-11");
        attachments.attach(TODAY, path("attachment:12ab-34:Screen.png"), Pictures.png(2000, 20));
        attachments.attach(TODAY, path("notes.txt"), "적은 것".getBytes(StandardCharsets.UTF_8));

        String page = read();
        assertThat(page)
                .containsPattern("<img src=\"" + PAGE + "/[0-9a-f]{32}/a%20b.png\\?size=page\" alt=\"구조도\"[^>]*"
                        + " width=\"30\" height=\"20\"")
                .containsPattern("<a [^>]*href=\"" + PAGE + "/[0-9a-f]{32}/notes.txt\"[^>]*>기록</a>")
                .containsPattern("<a class=\"attached\" href=\"[^\"]*/Screen.png\"><img ")
                .contains("그림 “Screen.png”에 설명이 없습니다")
                .doesNotContain("missing-image")
                .doesNotContain("Notion에 남아 있고");
        assertThat(stored(TODAY)).as("the text is its writer's").isEqualTo(TEXT);
    }

    /** Whoever opens what somebody else made: nothing is guessed, nothing runs, and only colours are opened. */
    @Test
    void whatIsServedIsWhatItIsAndDoesNothing() throws Exception {
        bring(TEXT, TODAY);
        MockHttpServletResponse gif = served("trap.html", Pictures.GIF_AND_SCRIPT, "");
        assertThat(gif.getContentType()).isEqualTo("image/gif");
        assertThat(gif.getHeader("Content-Disposition")).startsWith("inline");
        MockHttpServletResponse svg = served(
                "trap.svg",
                "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"
                        .getBytes(StandardCharsets.UTF_8),
                "");
        assertThat(svg.getContentType()).isEqualTo("image/svg+xml");
        MockHttpServletResponse text = served("표 ; 1.csv", "a,b\n".getBytes(StandardCharsets.UTF_8), "");
        assertThat(text.getContentType()).isEqualTo("text/csv");
        for (MockHttpServletResponse one : java.util.List.of(gif, svg, text)) {
            assertThat(one.getHeaders("X-Content-Type-Options")).containsExactly("nosniff");
            assertThat(one.getHeaders("Content-Security-Policy")).containsExactly("default-src 'none'; sandbox");
            assertThat(one.getHeaders("Cache-Control")).containsExactly("max-age=31536000, private, immutable");
            assertThat(one.getHeader("Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
        }
        assertThat(svg.getHeader("Content-Disposition")).startsWith("attachment");
        assertThat(text.getHeader("Content-Disposition"))
                .startsWith("attachment")
                .contains("filename*=UTF-8''");
    }

    @Test
    void aPageGetsNoMoreOfAPictureThanItShowsAndAsksOnce() throws Exception {
        bring(TEXT, TODAY);
        byte[] large = Pictures.png(3000, 30);
        assertThat(served("large.png", large, "").getContentAsByteArray()).isEqualTo(large);
        MockHttpServletResponse shown = served("large.png", large, "?size=page");
        assertThat(ImageIO.read(new ByteArrayInputStream(shown.getContentAsByteArray()))
                        .getWidth())
                .isEqualTo(PageVersion.WIDTH);
        Attachment there = attachments.of(TODAY).get(0);
        String address = DayFiles.address(TODAY, there);
        assertThat(mvc.perform(get(address + "?size=page").header("If-None-Match", shown.getHeader("ETag")))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(304);
        assertThat(open(address + "?size=99999").getResponse().getStatus()).isEqualTo(404);
        assertThat(open(address.replace("09-11", "09-12")).getResponse().getStatus())
                .isEqualTo(404);
    }

    @Test
    void whatIsNoPictureIsRefusedInWordsAndNothingIsSaved() throws Exception {
        bring(TEXT, TODAY);
        byte[] html = "<!doctype html><script>alert(1)</script>".getBytes(StandardCharsets.UTF_8);
        MvcResult refused =
                mvc.perform(form("사진.png", html).param("alt", "쓰던 설명")).andReturn();
        assertThat(refused.getResponse().getStatus()).isEqualTo(415);
        assertThat(html(refused)).contains("“사진.png” 파일의 내용은 text/html 형식입니다", "쓸 수 있는 것: PNG", "쓰던 설명");
        MvcResult told = mvc.perform(form("a.png", html).accept(MediaType.APPLICATION_JSON))
                .andReturn();
        assertThat(told.getResponse().getStatus()).isEqualTo(415);
        assertThat(told.getResponse().getContentAsString(StandardCharsets.UTF_8))
                .contains("“a.png” 파일의 내용은");
        assertThat(html(mvc.perform(form("", new byte[0])).andReturn())).contains("파일을 먼저 골라 주세요");
        assertThat(mvc.perform(form("a.png", Pictures.png(1, 1)).param("path", "/etc/passwd"))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(400);
        assertThat(attachments.of(TODAY)).isEmpty();
        assertThat(mvc.perform(multipart("/journal/2025-09-12/files")
                                .file(new MockMultipartFile("file", "a.png", "image/png", Pictures.png(1, 1)))
                                .with(csrf()))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(404);
    }

    /** The same name twice is two pictures, the same picture twice is one. */
    @Test
    void whatIsAddedGetsAPathOfItsOwn() throws Exception {
        bring(TEXT, TODAY);
        MvcResult first = mvc.perform(form("그림 1.png", Pictures.png(3, 3)).param("alt", "셋 [넷]"))
                .andReturn();
        assertThat(html(at(first.getResponse().getRedirectedUrl()))).contains("![셋 넷](2025-09-11/그림-1.png)");
        MvcResult again = mvc.perform(form("그림 1.png", Pictures.png(3, 3)).accept(MediaType.APPLICATION_JSON))
                .andReturn();
        assertThat(again.getResponse().getContentAsString(StandardCharsets.UTF_8))
                .contains("\"path\":\"2025-09-11/그림-1.png\"", "\"picture\":true");
        assertThat(attachments.add(TODAY, "그림 1.png", Pictures.png(4, 4)).path().value())
                .isEqualTo("2025-09-11/그림-1-2.png");
        assertThat(attachments.of(TODAY)).hasSize(2);
    }

    @Test
    void filesGoWhereTheirDayGoes() throws Exception {
        Entry entry = bring(TEXT, TODAY);
        Attachment there = attachments.add(TODAY, "a.png", Pictures.png(3, 3));
        LocalDate other = TODAY.plusDays(3);
        DayFields fields = entry.fields();
        Entry moved = journal.edit(TODAY, entry.version(), fields.dated(other));
        assertThat(attachments.of(TODAY)).isEmpty();
        assertThat(attachments.of(other)).containsExactly(there);
        journal.trash(other, moved.version());
        assertThat(attachments.of(other)).isEmpty();
        journal.restore(other);
        assertThat(attachments.of(other)).containsExactly(there);
        journal.trash(other, journal.find(other).orElseThrow().version());
        eraser.trash(other);
        assertThat(rows("attachment") + rows("file_content") + rows("file_piece"))
                .isZero();
    }

    /** A content that two days have is there once, and stays while one of them has it; in pieces, it comes back whole. */
    @Test
    void aContentIsThereOnceAndAsLongAsADayHasIt() throws Exception {
        bring(TEXT, TODAY);
        bring(FILE, TODAY.plusDays(1));
        byte[] long_ = "0123456789".repeat(60_000).getBytes(StandardCharsets.US_ASCII);
        attachments.add(TODAY, "a.txt", long_);
        Attachment second = attachments.add(TODAY.plusDays(1), "b.txt", long_);
        assertThat(rows("file_content")).isEqualTo(1);
        assertThat(rows("file_piece")).isEqualTo(3);
        MvcResult removed = mvc.perform(filled(PAGE + "/remove", Map.of("path", "2025-09-11/a.txt")))
                .andReturn();
        assertThat(html(at(removed.getResponse().getRedirectedUrl()))).contains("“a.txt” 파일을 삭제했습니다");
        assertThat(attachments.of(TODAY)).isEmpty();
        assertThat(attachments.bytes(second)).hasValue(long_);
        attachments.attach(TODAY.plusDays(1), second.path(), "짧다".getBytes(StandardCharsets.UTF_8));
        assertThat(rows("file_content")).as("what was replaced is gone").isEqualTo(1);
    }

    private MockHttpServletResponse served(String name, byte[] bytes, String query) throws Exception {
        Attachment file = attachments.attach(TODAY, path(name), bytes);
        MockHttpServletResponse answer = mvc.perform(get(java.net.URI.create(DayFiles.address(TODAY, file) + query)))
                .andReturn()
                .getResponse();
        assertThat(answer.getStatus()).isEqualTo(200);
        return answer;
    }

    /** The day's page; the sanitizer writes some signs of addresses in a way of its own. */
    private String read() throws Exception {
        return html(open("/journal/2025-09-11")).replace("&#61;", "=");
    }

    /** An address that is spelt as a browser spells it. */
    private MvcResult at(String address) throws Exception {
        return mvc.perform(get(java.net.URI.create(address)).locale(java.util.Locale.KOREAN))
                .andReturn();
    }

    private static MockMultipartHttpServletRequestBuilder form(String name, byte[] bytes) {
        MockMultipartHttpServletRequestBuilder form = multipart(PAGE);
        form.file(new MockMultipartFile("file", name, "image/png", bytes));
        form.with(csrf()).locale(java.util.Locale.KOREAN);
        form.accept(MediaType.TEXT_HTML);
        return form;
    }

    private static AttachmentPath path(String path) {
        return AttachmentPath.of(path).orElseThrow();
    }

    private int rows(String table) {
        return tables.queryForObject("select count(*) from " + table, Integer.class);
    }
}
