package dev.tilab.journal.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.head;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;

/** A program keeps a diary through the API. */
class EntriesApiTest extends EntriesApiStory {

    @Autowired
    private dev.tilab.journal.Versions texts;

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

        String second =
                eTagAfter(perform(json(put(DAY), JSON.replace("느린", "빠른")).header("If-Match", first))
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
        String tag = eTagAfter(
                perform(post(ENTRIES).contentType(MediaType.TEXT_MARKDOWN).content(cp949))
                        .andExpect(status().isCreated())
                        .andExpect(header().string("Location", DAY)));

        perform(get(DAY).accept(MediaType.TEXT_MARKDOWN))
                .andExpect(status().isOk())
                .andExpect(content().contentType("text/markdown;charset=windows-949"))
                .andExpect(header().string("ETag", tag))
                .andExpect(content().bytes(cp949));

        byte[] other = "\uFEFF## 날짜: 2025-03-06\n### 회고\n새 파일".getBytes(StandardCharsets.UTF_8);
        perform(put(DAY).contentType("text/markdown; charset=UTF-8")
                        .content(other)
                        .header("If-Match", tag))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.retrospective").value("새 파일"));
        perform(get(DAY).accept(MediaType.TEXT_MARKDOWN)).andExpect(content().bytes(other));
    }

    /** {@code for f in *.md; do curl -T $f …/entries/${f%.md}; done}, twice: curl names no type of content. */
    @Test
    void aFileThatIsPutOnAFreeDayMakesItAndPutAgainChangesNothing() throws Exception {
        byte[] file = FILE.getBytes(StandardCharsets.UTF_8);
        String tag = eTagAfter(perform(put(DAY).content(file))
                .andExpect(status().isCreated())
                .andExpect(header().string("Location", DAY)));
        perform(put(DAY).content(file)).andExpect(status().isOk()).andExpect(header().string("ETag", tag));
        perform(markdown(put(DAY), FILE).header("If-Match", "\"998\""))
                .andExpect(status().isOk())
                .andExpect(header().string("ETag", tag));
        assertThat(texts.of(LocalDate.of(2025, 3, 6))).hasSize(1);

        perform(put(DAY).content("다른 글".getBytes(StandardCharsets.UTF_8))).andExpect(status().isPreconditionRequired());
        perform(get(DAY).accept("text/markdown")).andExpect(content().bytes(file));
    }

    @Test
    void onlyWhatIsNewIsSavedWhereThatIsAskedFor() throws Exception {
        perform(markdown(put(DAY), FILE).header("If-None-Match", "*")).andExpect(status().isCreated());
        perform(markdown(put(DAY), FILE).header("If-None-Match", "*"))
                .andExpect(status().isPreconditionFailed())
                .andExpect(content().contentType(PROBLEM))
                .andExpect(header().string("Location", DAY));
        String seventh = ENTRIES + "/2025-03-07";
        perform(json(put(seventh), JSON).header("If-None-Match", "*"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].code").value("other-day"));
        perform(json(put(seventh), "{\"retrospective\": \"짧다\"}").header("If-None-Match", "*"))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.date").value("2025-03-07"));
        perform(markdown(put(ENTRIES + "/2025-03-08"), FILE).header("If-Match", "*"))
                .andExpect(status().isNotFound());
    }

    /** A program says no language mostly, and was answered in Korean. */
    @Test
    void answersAreEnglishUnlessAnotherLanguageIsAskedFor() throws Exception {
        for (String[] asked : new String[][] {{"en", "No entry"}, {"fr", "No entry"}, {"ko", "기록이 없습니다"}}) {
            mvc.perform(get(DAY).header("Accept-Language", asked[0]))
                    .andExpect(jsonPath("$.title").value(asked[1]));
        }
        mvc.perform(get(DAY)).andExpect(jsonPath("$.title").value("No entry"));
        mvc.perform(get("/api/v1/nothing-here")).andExpect(status().isNotFound());
    }

    /** A program reads a day, changes one word and sends the whole day back: the file must change in that one line. */
    @Test
    void changingOneFieldThroughJsonChangesOnlyItsLineOfAnImportedFile() throws Exception {
        String tag = eTagAfter(perform(markdown(post(ENTRIES), FILE)).andExpect(status().isCreated()));
        String read = perform(get(DAY)).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);

        perform(json(put(DAY), read.replace("본문 둘", "고친 본문")).header("If-Match", tag))
                .andExpect(status().isOk());

        perform(get(DAY).accept(MediaType.TEXT_MARKDOWN))
                .andExpect(content().bytes(FILE.replace("본문 둘", "고친 본문").getBytes(StandardCharsets.UTF_8)));
    }

    /** Guards against sections of one's own that a program is told and cannot change, or takes away by saying nothing. */
    @Test
    void sectionsOfOnesOwnAreTakenAndStayWhereNothingIsSaidOfThem() throws Exception {
        String own = FILE + "\n### 주간 목표\n- 더 자기\n";
        String tag = eTagAfter(perform(markdown(post(ENTRIES), own))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.extras[0].title").value("주간 목표"))
                .andExpect(jsonPath("$.leftOver[0].body").value("- 내 메모")));
        String read = perform(get(DAY)).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);

        tag = eTagAfter(perform(json(put(DAY), read.replace("더 자기", "달리기")).header("If-Match", tag))
                .andExpect(status().isOk()));
        perform(get(DAY).accept(MediaType.TEXT_MARKDOWN))
                .andExpect(content().bytes(own.replace("더 자기", "달리기").getBytes(StandardCharsets.UTF_8)));

        perform(json(put(DAY), "{\"extras\": [{\"title\": \"점심\", \"body\": \"국수\"}]}")
                        .header("If-Match", tag))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value("extras[0].title"))
                .andExpect(jsonPath("$.errors[0].code").value("unknown-section"));
        perform(json(put(DAY), "{\"retrospective\": \"짧다\"}").header("If-Match", tag))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.topics").isEmpty())
                .andExpect(jsonPath("$.extras[0].body").value("- 달리기"));
    }

    /** The day's own title, too, which no field takes. */
    @Test
    void sendingBackWhatWasReadChangesNothing() throws Exception {
        String file = FILE.replace("TIL Template", "웹 개념, JS");
        String tag = eTagAfter(perform(markdown(post(ENTRIES), file)).andExpect(status().isCreated()));
        String read = perform(get(DAY))
                .andExpect(jsonPath("$.title").value("웹 개념, JS"))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);

        perform(json(put(DAY), read).header("If-Match", tag))
                .andExpect(status().isOk())
                .andExpect(header().string("ETag", tag));
        perform(get(DAY).accept(MediaType.TEXT_MARKDOWN))
                .andExpect(content().bytes(file.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void aChangeNeedsTheVersionThatItIsBasedOn() throws Exception {
        String tag = eTagAfter(perform(json(post(ENTRIES), JSON)));

        perform(json(put(DAY), JSON))
                .andExpect(status().isPreconditionRequired())
                .andExpect(content().contentType(PROBLEM));
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

        perform(get(DAY).header("If-None-Match", tag))
                .andExpect(status().isNotModified())
                .andExpect(content().string(""));
        perform(get(DAY).header("If-None-Match", "\"999\"")).andExpect(status().isOk());
        perform(head(DAY)).andExpect(status().isOk()).andExpect(header().string("ETag", tag));
    }

    @Test
    void aDayThatIsTakenIsRefusedWithTheAddressOfItsEntry() throws Exception {
        perform(json(post(ENTRIES), JSON)).andExpect(status().isCreated());

        perform(json(post(ENTRIES), JSON)).andExpect(status().isConflict()).andExpect(header().string("Location", DAY));
        perform(markdown(post(ENTRIES), FILE))
                .andExpect(status().isConflict())
                .andExpect(content().contentType(PROBLEM));
        String other = eTagAfter(
                perform(json(post(ENTRIES), JSON.replace("03-06", "03-07"))).andExpect(status().isCreated()));
        perform(json(put(ENTRIES + "/2025-03-07"), JSON).header("If-Match", other))
                .andExpect(status().isConflict());
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
        perform(get(ENTRIES + "/2025-03-09"))
                .andExpect(jsonPath("$.topics[0].title").value("RDB"));
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

    /** A program removes a secret as a person does: nothing of the day is left in the trash, nothing before what it says now. */
    @Test
    void whatWasThrownAwayAndWhatWasSaidBeforeIsDeletedForGood() throws Exception {
        perform(markdown(post(ENTRIES), FILE)).andExpect(status().isCreated());
        perform(markdown(put(DAY), "### 회고\n둘\n").header("If-Match", "*")).andExpect(status().isOk());
        perform(delete(DAY + "/versions")).andExpect(status().isNoContent());
        assertThat(texts.of(LocalDate.of(2025, 3, 6))).hasSize(1);
        perform(get(DAY).accept("text/markdown")).andExpect(content().string("### 회고\n둘\n"));

        perform(delete(DAY + "/trash")).andExpect(status().isNotFound());
        perform(delete(DAY).header("If-Match", "*")).andExpect(status().isNoContent());
        perform(delete(DAY + "/trash")).andExpect(status().isNoContent());
        perform(post(DAY + "/restore")).andExpect(status().isNotFound());
        perform(delete(DAY + "/versions")).andExpect(status().isNotFound());
        perform(put(DAY + "/trash"))
                .andExpect(status().isMethodNotAllowed())
                .andExpect(header().string("Allow", containsString("DELETE")));
    }
}
