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
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.options;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.patch;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Everything that a program does wrong is explained to it. */
class EntriesApiRefusalsTest extends EntriesApiStory {

    @Test
    void everythingThatIsWrongWithAListIsSaidAtOnce() throws Exception {
        perform(get(ENTRIES)
                        .param("from", "gestern")
                        .param("to", "2025-02-30")
                        .param("page", "-1")
                        .param("size", "101"))
                .andExpect(status().isBadRequest())
                .andExpect(content().contentType(PROBLEM))
                .andExpect(jsonPath("$.errors[*].field", contains("from", "to", "page", "size")))
                .andExpect(jsonPath(
                        "$.errors[*].code", contains("not-a-date", "not-a-date", "out-of-range", "out-of-range")))
                .andExpect(jsonPath("$.errors[3].allowed.max").value(100))
                .andExpect(jsonPath("$.errors[3].message").value(containsString("101")));
        perform(get(ENTRIES).param("from", "2025-03-02").param("to", "2025-03-01"))
                .andExpect(jsonPath("$.errors[0].code").value("from-after-to"));
        perform(get(ENTRIES).param("page", "99999999999999999999")).andExpect(status().isBadRequest());
    }

    /** Guards against a file of a megabyte whose form is a hundred times as long. */
    @Test
    void aFileOfTooManyItemsIsRefusedWithTheNumberThatIsAllowed() throws Exception {
        String file = "### 참고 자료 및 링크\n" + "- a\n".repeat(20_001);
        String tag = eTagAfter(perform(markdown(post(ENTRIES + "?date=2025-03-06"), FILE)));
        for (MockHttpServletRequestBuilder request : List.of(
                markdown(post(ENTRIES + "?date=2025-03-07"), file),
                markdown(put(DAY), file).header("If-Match", tag))) {
            perform(request)
                    .andExpect(status().isBadRequest())
                    .andExpect(jsonPath("$.errors[0].field").value("references"))
                    .andExpect(jsonPath("$.errors[0].value").value("20001"))
                    .andExpect(jsonPath("$.errors[0].code").value("too-many"))
                    .andExpect(jsonPath("$.errors[0].allowed.max").value(20_000));
        }
    }

    @Test
    void everythingThatIsWrongWithADayIsSaidAtOnceInTheReadersLanguage() throws Exception {
        String bad = """
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
                                "mood",
                                "date",
                                "scrum.todos",
                                "scrum.todo",
                                "topics[1]",
                                "topics[2].titel",
                                "topics[2].body",
                                "challenges",
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
    @ValueSource(
            strings = {
                "{\n  \"date\": ",
                "",
                "{\n  \"date\": 2025-03-06}",
                "{\n \"date\": \"a\", \"date\": \"b\"}",
                "{}\n x",
                "\u00ff"
            })
    void jsonThatCannotBeReadIsRefusedWithItsPlace(String body) throws Exception {
        perform(post(ENTRIES)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body.getBytes(StandardCharsets.ISO_8859_1)))
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
        perform(json(post(ENTRIES), "[1]"))
                .andExpect(jsonPath("$.errors[0].code").value("wrong-type"));
        perform(json(post(ENTRIES), "[".repeat(100_000))).andExpect(status().isBadRequest());
    }

    @Test
    void whatIsReadOutOfTheTextCannotBeSet() throws Exception {
        perform(
                        json(
                                post(ENTRIES),
                                "{\"date\": \"2025-03-06\", \"endDate\": \"2025-03-07\", \"dayNote\": \"☕\", \"title\": \"제목\"}"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[*].code", contains("read-only", "read-only", "read-only")));
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
        perform(markdown(post(ENTRIES), "다른 글\n")
                        .header("Content-Disposition", "attachment; filename=\"2025-03-07.md\""))
                .andExpect(status().isCreated())
                .andExpect(header().string("Location", ENTRIES + "/2025-03-07"));
        perform(markdown(post(ENTRIES).param("date", "morgen"), "글")).andExpect(status().isBadRequest());
    }

    @Test
    void whatIsNoTextIsRefusedWithItsLine() throws Exception {
        perform(post(ENTRIES)
                        .param("date", "2025-03-06")
                        .contentType(MediaType.TEXT_MARKDOWN)
                        .content(new byte[] {'a', '\n', 0, 1}))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].code").value("binary"))
                .andExpect(jsonPath("$.errors[0].allowed.line").value(2));
        perform(markdown(post(ENTRIES).param("date", "2025-03-06"), ""))
                .andExpect(jsonPath("$.errors[0].code").value("text-required"));
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
                .andExpect(jsonPath(
                        "$.notices[?(@.code == 'date-differs')].message", hasItem(containsString("2025-03-06"))));
    }

    /** The body as a whole has no name of its own, and the sentence began with a colon. */
    @Test
    void aBodyThatIsNoDayIsNamedInTheSentence() throws Exception {
        perform(json(post(ENTRIES), "[]"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].message").value(startsWith("What was sent: ")));
    }

    /** The README's promise held for lists only: whoever tried a deletion with "dryRun" had deleted. */
    @Test
    void aParameterThatAnAddressDoesNotKnowIsRefusedBeforeAnythingHappens() throws Exception {
        perform(json(post(ENTRIES), JSON));
        String eTag = perform(get(DAY)).andReturn().getResponse().getHeader("ETag");

        perform(delete(DAY + "?dryRun=true").header("If-Match", eTag)).andExpect(status().isBadRequest());
        perform(markdown(put(DAY + "?x=1").header("If-Match", eTag), "다른 글")).andExpect(status().isBadRequest());
        perform(put(DAY + "/files/a.txt?alt=x").content("a")).andExpect(status().isBadRequest());
        perform(delete(DAY + "/versions?before=2025-01-01")).andExpect(status().isBadRequest());
        perform(json(post(ENTRIES + "?day=2025-03-09"), JSON)).andExpect(status().isBadRequest());

        perform(get(DAY)).andExpect(header().string("ETag", eTag));
        perform(get(DAY + "/files")).andExpect(content().json("{\"files\": []}"));
    }
}
