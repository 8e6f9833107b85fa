package dev.tilab.journal.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.head;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.options;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.patch;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.tilab.journal.Journal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jdbc.test.autoconfigure.AutoConfigureTestDatabase;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** A program keeps a diary through the API; everything that it does wrong is explained to it. */
@SpringBootTest
@AutoConfigureMockMvc
@AutoConfigureTestDatabase
class EntriesApiTest {

    private static final String ENTRIES = "/api/v1/entries";
    private static final String DAY = ENTRIES + "/2025-03-06";
    private static final MediaType PROBLEM = MediaType.APPLICATION_PROBLEM_JSON;
    private static final String FILE = "# TIL Template\r\n\r\n## 날짜: 2025-03-06\r\n\r\n### 스크럼\r\n"
            + "- 오늘 할 일 : 청소\r\n- 내 메모\r\n\r\n"
            + "### 새로 배운 내용\r\n#### 주제 1: RDB\r\n본문  \r\n#### 주제 2: ELB\r\n본문 둘\r\n\r\n### 내 맘대로\r\n지우지 마\r\n";
    private static final String JSON =
            """
            {"date": "2025-03-06",
             "scrum": {"todo": "청소", "specialNotes": "", "yesterdayTodo": "빨래", "yesterdayRetrospective": "좋았다"},
             "topics": [{"title": "RDB", "body": "관리형\\n\\n- Multi-AZ"}, {"title": "ELB", "body": "라운드 로빈"}],
             "challenges": [{"problem": "안 된다", "solution": "된다"}],
             "retrospective": "느린 하루",
             "references": [{"title": "문서", "url": "https://docs.aws.amazon.com/"}]}""";

    @Autowired
    private MockMvc mvc;

    @Autowired
    private Journal journal;

    @Autowired
    private JdbcClient database;

    @BeforeEach
    void startEmpty() {
        for (String table : new String[] {"topic", "challenge", "reference", "entry"}) {
            database.sql("delete from " + table).update();
        }
    }

    private ResultActions perform(MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request.header("Accept-Language", "en"));
    }

    private static MockHttpServletRequestBuilder json(MockHttpServletRequestBuilder request, String body) {
        return request.contentType(MediaType.APPLICATION_JSON).content(body);
    }

    private static MockHttpServletRequestBuilder markdown(MockHttpServletRequestBuilder request, String body) {
        return request.contentType(MediaType.TEXT_MARKDOWN).content(body.getBytes(StandardCharsets.UTF_8));
    }

    private String eTagAfter(ResultActions answer) throws Exception {
        return answer.andReturn().getResponse().getHeader("ETag");
    }

    @Test
    void aDayIsWrittenReadChangedThrownAwayAndBroughtBack() throws Exception {
        String first = eTagAfter(perform(json(post(ENTRIES), JSON))
                .andExpect(status().isCreated())
                .andExpect(header().string("Location", DAY))
                .andExpect(jsonPath("$.topics[1].title").value("ELB")));

        perform(get(DAY))
                .andExpect(status().isOk())
                .andExpect(header().string("ETag", first))
                .andExpect(header().stringValues("Vary", hasItem(containsString("Accept"))))
                .andExpect(content().contentType(MediaType.APPLICATION_JSON))
                .andExpect(jsonPath("$.date").value("2025-03-06"))
                .andExpect(jsonPath("$.endDate").isEmpty())
                .andExpect(jsonPath("$.scrum.yesterdayTodo").value("빨래"))
                .andExpect(jsonPath("$.topics[0].body").value("관리형\n\n- Multi-AZ"))
                .andExpect(jsonPath("$.challenges[0].solution").value("된다"))
                .andExpect(jsonPath("$.retrospective").value("느린 하루"))
                .andExpect(jsonPath("$.references[0].url").value("https://docs.aws.amazon.com/"))
                .andExpect(jsonPath("$.updatedAt").isString());

        String second = eTagAfter(perform(json(put(DAY), JSON.replace("느린", "빠른")).header("If-Match", first))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.retrospective").value("빠른 하루")));
        assertThat(second).isNotEqualTo(first);

        perform(delete(DAY).header("If-Match", second)).andExpect(status().isNoContent());
        perform(get(DAY)).andExpect(status().isNotFound()).andExpect(content().contentType(PROBLEM));
        perform(post(DAY + "/restore"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.retrospective").value("빠른 하루"));
        perform(get(DAY)).andExpect(status().isOk());
    }

    @Test
    void theFileItselfIsReadAndReplacedAtTheSameAddress() throws Exception {
        byte[] cp949 = FILE.getBytes(Charset.forName("x-windows-949"));
        String tag = eTagAfter(perform(post(ENTRIES).contentType(MediaType.TEXT_MARKDOWN).content(cp949))
                .andExpect(status().isCreated())
                .andExpect(header().string("Location", DAY)));

        perform(get(DAY).accept(MediaType.TEXT_MARKDOWN))
                .andExpect(status().isOk())
                .andExpect(content().contentType("text/markdown;charset=windows-949"))
                .andExpect(header().string("ETag", tag))
                .andExpect(content().bytes(cp949));

        byte[] other = "\uFEFF## 날짜: 2025-03-06\n### 회고\n새 파일".getBytes(StandardCharsets.UTF_8);
        perform(put(DAY).contentType("text/markdown; charset=UTF-8").content(other).header("If-Match", tag))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.retrospective").value("새 파일"));
        perform(get(DAY).accept(MediaType.TEXT_MARKDOWN)).andExpect(content().bytes(other));
    }

    /** A program reads a day, changes one word and sends the whole day back: the file must change in that one line. */
    @Test
    void changingOneFieldThroughJsonChangesOnlyItsLineOfAnImportedFile() throws Exception {
        String tag = eTagAfter(perform(markdown(post(ENTRIES), FILE)).andExpect(status().isCreated()));
        String read = perform(get(DAY)).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);

        perform(json(put(DAY), read.replace("본문 둘", "고친 본문")).header("If-Match", tag)).andExpect(status().isOk());

        perform(get(DAY).accept(MediaType.TEXT_MARKDOWN))
                .andExpect(content().bytes(FILE.replace("본문 둘", "고친 본문").getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void sendingBackWhatWasReadChangesNothing() throws Exception {
        String tag = eTagAfter(perform(markdown(post(ENTRIES), FILE)).andExpect(status().isCreated()));
        String read = perform(get(DAY)).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);

        perform(json(put(DAY), read).header("If-Match", tag)).andExpect(status().isOk()).andExpect(header()
                .string("ETag", tag));
        perform(get(DAY).accept(MediaType.TEXT_MARKDOWN)).andExpect(content().bytes(FILE.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void aChangeNeedsTheVersionThatItIsBasedOn() throws Exception {
        String tag = eTagAfter(perform(json(post(ENTRIES), JSON)));

        perform(json(put(DAY), JSON)).andExpect(status().isPreconditionRequired()).andExpect(content().contentType(PROBLEM));
        perform(delete(DAY)).andExpect(status().isPreconditionRequired());
        perform(json(put(DAY), JSON).header("If-Match", "\"999\""))
                .andExpect(status().isPreconditionFailed())
                .andExpect(content().contentType(PROBLEM))
                .andExpect(header().string("ETag", tag));
        perform(delete(DAY).header("If-Match", "W/" + tag)).andExpect(status().isPreconditionFailed());
        perform(delete(DAY).header("If-Match", "\"998\", " + tag)).andExpect(status().isNoContent());
    }

    @Test
    void whatTheReaderHasAlreadyIsNotSentAgain() throws Exception {
        String tag = eTagAfter(perform(json(post(ENTRIES), JSON)));

        perform(get(DAY).header("If-None-Match", tag)).andExpect(status().isNotModified()).andExpect(content().string(""));
        perform(get(DAY).header("If-None-Match", "\"999\"")).andExpect(status().isOk());
        perform(head(DAY)).andExpect(status().isOk()).andExpect(header().string("ETag", tag));
    }

    @Test
    void aDayThatIsTakenIsRefusedWithTheAddressOfItsEntry() throws Exception {
        perform(json(post(ENTRIES), JSON)).andExpect(status().isCreated());

        perform(json(post(ENTRIES), JSON)).andExpect(status().isConflict()).andExpect(header().string("Location", DAY));
        perform(markdown(post(ENTRIES), FILE)).andExpect(status().isConflict()).andExpect(content().contentType(PROBLEM));
        String other = eTagAfter(perform(json(post(ENTRIES), JSON.replace("03-06", "03-07"))).andExpect(status()
                .isCreated()));
        perform(json(put(ENTRIES + "/2025-03-07"), JSON).header("If-Match", other)).andExpect(status().isConflict());
        perform(post(DAY + "/restore")).andExpect(status().isConflict());
        perform(post(ENTRIES + "/2025-03-08/restore")).andExpect(status().isNotFound());
    }

    @Test
    void aNewDateMovesTheDay() throws Exception {
        String tag = eTagAfter(perform(json(post(ENTRIES), JSON)));

        perform(json(put(DAY), JSON.replace("03-06", "03-09")).header("If-Match", tag))
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Location", ENTRIES + "/2025-03-09"));
        perform(get(DAY)).andExpect(status().isNotFound());
        perform(get(ENTRIES + "/2025-03-09")).andExpect(jsonPath("$.topics[0].title").value("RDB"));
    }

    @Test
    void theListIsPagedFromTheNewestDay() throws Exception {
        for (int day = 1; day <= 5; day++) {
            perform(json(post(ENTRIES), JSON.replace("03-06", "03-0" + day))).andExpect(status().isCreated());
        }

        perform(get(ENTRIES).param("size", "2"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.items[*].date", contains("2025-03-05", "2025-03-04")))
                .andExpect(jsonPath("$.items[0].topics", contains("RDB", "ELB")))
                .andExpect(jsonPath("$.items[0].excerpt").value("느린 하루"))
                .andExpect(jsonPath("$.items[0].links.self").value(ENTRIES + "/2025-03-05"))
                .andExpect(jsonPath("$.page").value(0))
                .andExpect(jsonPath("$.size").value(2))
                .andExpect(jsonPath("$.total").value(5))
                .andExpect(jsonPath("$.links.next").value(ENTRIES + "?page=1&size=2"));
        perform(get(ENTRIES).param("from", "2025-03-02").param("to", "2025-03-03"))
                .andExpect(jsonPath("$.items[*].date", contains("2025-03-03", "2025-03-02")))
                .andExpect(jsonPath("$.size").value(20));
        perform(get(ENTRIES).param("page", "7")).andExpect(status().isOk()).andExpect(jsonPath("$.items", hasSize(0)));
    }

    @Test
    void everythingThatIsWrongWithAListIsSaidAtOnce() throws Exception {
        perform(get(ENTRIES).param("from", "gestern").param("to", "2025-02-30").param("page", "-1").param("size", "101"))
                .andExpect(status().isBadRequest())
                .andExpect(content().contentType(PROBLEM))
                .andExpect(jsonPath("$.errors[*].field", contains("from", "to", "page", "size")))
                .andExpect(jsonPath("$.errors[*].code", contains("not-a-date", "not-a-date", "out-of-range",
                        "out-of-range")))
                .andExpect(jsonPath("$.errors[3].allowed.max").value(100))
                .andExpect(jsonPath("$.errors[3].message").value(containsString("101")));
        perform(get(ENTRIES).param("from", "2025-03-02").param("to", "2025-03-01"))
                .andExpect(jsonPath("$.errors[0].code").value("from-after-to"));
        perform(get(ENTRIES).param("page", "99999999999999999999")).andExpect(status().isBadRequest());
    }

    @Test
    void everythingThatIsWrongWithADayIsSaidAtOnceInTheReadersLanguage() throws Exception {
        String bad =
                """
                {"date": "2025-02-30", "mood": "ok",
                 "scrum": {"todo": 7, "todos": ""},
                 "topics": [{"title": "a"}, 5, {"titel": "b", "body": ["x"]}],
                 "challenges": {}, "retrospective": null, "references": [{"title": "", "url": true}]}""";
        perform(json(post(ENTRIES), bad))
                .andExpect(status().isBadRequest())
                .andExpect(content().contentType(PROBLEM))
                .andExpect(jsonPath("$.status").value(400))
                .andExpect(jsonPath(
                        "$.errors[*].field",
                        containsInAnyOrder(
                                "mood", "date", "scrum.todos", "scrum.todo", "topics[1]", "topics[2].titel",
                                "topics[2].body", "challenges",
                                "references[0].url")));
        String rules = JSON.replace("\"RDB\"", "\"" + "가".repeat(301) + "\"").replace("https://docs", "ftp://docs");
        mvc.perform(json(post(ENTRIES), rules).header("Accept-Language", "ko"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[*].code", contains("too-long", "not-an-address")))
                .andExpect(jsonPath("$.errors[0].field").value("topics[0].title"))
                .andExpect(jsonPath("$.errors[0].message").value(containsString("주제 1의 제목")))
                .andExpect(jsonPath("$.errors[0].allowed.max").value(300))
                .andExpect(jsonPath("$.errors[1].value").value("ftp://docs.aws.amazon.com/"));
        assertThat(journal.count()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\n  \"date\": ", "", "{\n  \"date\": 2025-03-06}", "{\n \"date\": \"a\", \"date\": \"b\"}",
            "{}\n x", "\u00ff"})
    void jsonThatCannotBeReadIsRefusedWithItsPlace(String body) throws Exception {
        perform(post(ENTRIES).contentType(MediaType.APPLICATION_JSON).content(body.getBytes(StandardCharsets.ISO_8859_1)))
                .andExpect(status().isBadRequest())
                .andExpect(content().contentType(PROBLEM))
                .andExpect(jsonPath("$.errors", hasSize(1)))
                .andExpect(jsonPath("$.detail").value(not(containsString("tools.jackson"))));
    }

    @Test
    void theLineAndColumnOfBrokenJsonAreNamed() throws Exception {
        perform(json(post(ENTRIES), "{\n  \"date\": oops}"))
                .andExpect(jsonPath("$.errors[0].code").value("malformed"))
                .andExpect(jsonPath("$.errors[0].allowed.line").value(2))
                .andExpect(jsonPath("$.errors[0].allowed.column").isNumber());
        perform(json(post(ENTRIES), "[1]")).andExpect(jsonPath("$.errors[0].code").value("wrong-type"));
        perform(json(post(ENTRIES), "[".repeat(100_000))).andExpect(status().isBadRequest());
    }

    @Test
    void whatIsReadOutOfTheTextCannotBeSet() throws Exception {
        perform(json(post(ENTRIES), "{\"date\": \"2025-03-06\", \"endDate\": \"2025-03-07\", \"dayNote\": \"☕\"}"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[*].code", contains("read-only", "read-only")));
        perform(json(post(ENTRIES), "{\"date\": \"2025-03-06\"}")).andExpect(status().isCreated());
    }

    @ParameterizedTest
    @ValueSource(strings = {"2025-02-30", "gestern", "20250306", "2025-3-6", "+99999-01-01"})
    void anAddressThatIsNoDayIsABadRequest(String day) throws Exception {
        perform(get(ENTRIES + "/{day}", day))
                .andExpect(status().isBadRequest())
                .andExpect(content().contentType(PROBLEM))
                .andExpect(jsonPath("$.errors[0].field").value("date"))
                .andExpect(jsonPath("$.errors[0].value").value(day));
        perform(get(ENTRIES + "/0001-01-01")).andExpect(status().isNotFound());
    }

    @Test
    void aDayOverTheLimitIsRefusedWithTheLimit() throws Exception {
        perform(markdown(post(ENTRIES).param("date", "2025-03-06"), "a".repeat(1_048_577)))
                .andExpect(status().isContentTooLarge())
                .andExpect(content().contentType(PROBLEM))
                .andExpect(jsonPath("$.limit").value(1_048_576))
                .andExpect(jsonPath("$.detail").value(containsString("1,048,576")));
        perform(json(post(ENTRIES), "{\"date\": \"2025-03-06\", \"retrospective\": \"" + "a".repeat(1_048_577) + "\"}"))
                .andExpect(status().isContentTooLarge());
    }

    @Test
    void aFileWithoutADayNeedsToBeToldOne() throws Exception {
        perform(markdown(post(ENTRIES), "자유로운 글\n"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value("date"))
                .andExpect(jsonPath("$.errors[0].code").value("required"));
        perform(markdown(post(ENTRIES).param("date", "2025-03-06"), "자유로운 글\n")).andExpect(status().isCreated());
        perform(markdown(post(ENTRIES), "다른 글\n").header("Content-Disposition", "attachment; filename=\"2025-03-07.md\""))
                .andExpect(status().isCreated())
                .andExpect(header().string("Location", ENTRIES + "/2025-03-07"));
        perform(markdown(post(ENTRIES).param("date", "morgen"), "글")).andExpect(status().isBadRequest());
    }

    @Test
    void whatIsNoTextIsRefusedWithItsLine() throws Exception {
        perform(post(ENTRIES).param("date", "2025-03-06").contentType(MediaType.TEXT_MARKDOWN)
                .content(new byte[] {'a', '\n', 0, 1}))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].code").value("binary"))
                .andExpect(jsonPath("$.errors[0].allowed.line").value(2));
        perform(markdown(post(ENTRIES).param("date", "2025-03-06"), "")).andExpect(jsonPath("$.errors[0].code")
                .value("text-required"));
    }

    @Test
    void otherFormsAndMethodsAreRefusedWithWhatIsKnown() throws Exception {
        perform(json(post(ENTRIES), JSON));

        perform(post(ENTRIES).contentType(MediaType.APPLICATION_XML).content("<a/>"))
                .andExpect(status().isUnsupportedMediaType())
                .andExpect(content().contentType(PROBLEM))
                .andExpect(header().string("Accept", containsString("text/markdown")));
        perform(post(ENTRIES).content("x")).andExpect(status().isUnsupportedMediaType());
        perform(get(DAY).accept(MediaType.APPLICATION_PDF))
                .andExpect(status().isNotAcceptable())
                .andExpect(content().contentType(PROBLEM));
        perform(patch(DAY))
                .andExpect(status().isMethodNotAllowed())
                .andExpect(content().contentType(PROBLEM))
                .andExpect(header().string("Allow", containsString("PUT")));
        perform(get(DAY + "/restore")).andExpect(status().isMethodNotAllowed());
        perform(options(DAY)).andExpect(status().isOk()).andExpect(header().string("Allow", containsString("DELETE")));
        perform(get(DAY).header("Accept", "text/html,text/markdown;q=0.9,*/*;q=0.1"))
                .andExpect(content().contentTypeCompatibleWith(MediaType.TEXT_MARKDOWN));
        perform(get(DAY).accept(MediaType.ALL)).andExpect(content().contentType(MediaType.APPLICATION_JSON));
    }

    /** A caller who asks for Markdown only must be able to read why there is none. */
    @Test
    void aRefusalIsAProblemDetailWhateverWasAskedFor() throws Exception {
        perform(get(DAY).accept(MediaType.TEXT_MARKDOWN))
                .andExpect(status().isNotFound())
                .andExpect(content().contentType(PROBLEM))
                .andExpect(jsonPath("$.title").value("No entry"))
                .andExpect(jsonPath("$.instance").value(DAY));
    }

    @Test
    void noticesAreToldInTheReadersLanguage() throws Exception {
        perform(markdown(post(ENTRIES).param("date", "2025-03-07"), FILE))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.date").value("2025-03-07"))
                .andExpect(jsonPath("$.notices[?(@.code == 'date-differs')].message",
                        hasItem(containsString("2025-03-06"))));
    }

    /** The body as a whole has no name of its own, and the sentence began with a colon. */
    @Test
    void aBodyThatIsNoDayIsNamedInTheSentence() throws Exception {
        perform(json(post(ENTRIES), "[]"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].message").value(startsWith("What was sent: ")));
    }
}
