package dev.tilab.labweb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.request;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.tilab.simulation.lab.InvalidScenarioException;
import dev.tilab.simulation.lab.Problem;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;

/** How a timeline travels: in which form, compressed or not, and under which tag it may be kept. */
class TimelineAnswerTest {

    private static final String TIMELINE = "/api/v1/labs/load-balancing/timeline";
    private static final String BINARY = "application/vnd.tilab.timeline";
    private static final String AWAITED = "application/vnd.tilab.awaited-timeline";

    private final CannedLab lab = new CannedLab();
    private final MockMvc mvc = LabMvc.of(lab);

    @Test
    void bothFormsCarryTheSameColumnsAndTheScenario() throws Exception {
        TimelineReader.Received binary =
                TimelineReader.binary(answer(BINARY, null).getContentAsByteArray());
        TimelineReader.Received json =
                TimelineReader.json(answer("application/json", null).getContentAsByteArray());

        TimelineAssert.assertSame(binary.timeline(), CannedLab.canned());
        TimelineAssert.assertSame(json.timeline(), CannedLab.canned());
        assertThat(json.scenario())
                .isEqualTo(binary.scenario())
                .containsEntry("seed", "7")
                .containsEntry("rate", "9.5");
        assertThat(binary.lab()).isEqualTo(json.lab()).isEqualTo("load-balancing");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "none | " + BINARY,
                "*/* | " + BINARY,
                "application/* | " + BINARY,
                "text/html,application/xhtml+xml,*/*;q=0.8 | " + BINARY,
                BINARY + " | " + BINARY,
                "application/json | application/json",
                "application/json, text/plain, */* | application/json",
                "application/json, */*;q=0.1 | application/json",
                BINARY + ", application/json | " + BINARY,
                "application/json, " + BINARY + " | " + BINARY,
                "application/json;q=0.5, */* | " + BINARY,
                "application/json;q=0.5, " + BINARY + ";q=0.4 | application/json",
                "*/*, " + BINARY + ";q=0 | application/json",
                "not a type | " + BINARY
            })
    void jsonIsSentToThoseWhoNameItAndLikeItNoLess(String accept, String type) throws Exception {
        assertThat(answer(accept, null).getContentType()).isEqualTo(type);
    }

    @Test
    void whoTakesNeitherFormIsToldWhichThereAre() throws Exception {
        mvc.perform(get(TIMELINE).header("Accept", "text/html"))
                .andExpect(status().isNotAcceptable())
                .andExpect(content().contentType("application/problem+json"))
                .andExpect(jsonPath("$.allowed", hasItem(BINARY)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "none | false",
                "gzip | true",
                "br, GZIP, deflate | true",
                "gzip;q=0.5, br | true",
                "* | true",
                "br | false",
                "gzip;q=0 | false",
                "gzip; q=0.000, * | false",
                "identity, *;q=0 | false"
            })
    void gzipIsForThoseWhoTakeIt(String acceptEncoding, boolean gzip) throws Exception {
        for (String type : List.of(BINARY, "application/json")) {
            MockHttpServletResponse plain = answer(type, null);
            MockHttpServletResponse response = answer(type, acceptEncoding);

            assertThat(response.getHeader("Content-Encoding")).isEqualTo(gzip ? "gzip" : null);
            assertThat(response.getContentLength()).isEqualTo(response.getContentAsByteArray().length);
            byte[] body = response.getContentAsByteArray();
            assertThat(gzip ? new GZIPInputStream(new ByteArrayInputStream(body)).readAllBytes() : body)
                    .isEqualTo(plain.getContentAsByteArray());
        }
    }

    @Test
    void aReaderWhoHasTheTimelineIsToldSoWithoutARun() throws Exception {
        String tag = answer(BINARY, "gzip").getHeader("ETag");
        assertThat(tag).matches("\"[\\w-]{20,}\"");
        assertThat(lab.runs).hasValue(1);

        mvc.perform(get(TIMELINE + "?seed=7")
                        .header("Accept", BINARY)
                        .header("Accept-Encoding", "gzip")
                        .header("If-None-Match", "\"other\", " + tag))
                .andExpect(status().isNotModified())
                .andExpect(header().string("ETag", tag))
                .andExpect(header().string("Vary", "Accept, Accept-Encoding"))
                .andExpect(header().string("Cache-Control", "public, max-age=0, must-revalidate"))
                .andExpect(content().bytes(new byte[0]));
        assertThat(lab.runs).hasValue(1);
    }

    /** Guards against a cache that hands gzip to a reader of JSON, or one run to the reader of another. */
    @Test
    void aTagBelongsToOneRunInOneForm() throws Exception {
        assertThat(List.of(
                        answer(BINARY, null).getHeader("ETag"),
                        answer(BINARY, "gzip").getHeader("ETag"),
                        answer("application/json", null).getHeader("ETag"),
                        answer("application/json", "gzip").getHeader("ETag"),
                        tag("?seed=8"),
                        tag("?seed=7&at=1s:stop:target-1")))
                .doesNotHaveDuplicates();
    }

    @Test
    void theSameRunHasTheSameTagHoweverItIsSpelt() throws Exception {
        assertThat(tag("?rate=9.50&seed=7&duration=1m")).isEqualTo(tag("?duration=60s&seed=007"));
    }

    @Test
    void anotherVersionOfTheModelHasOtherTags() throws Exception {
        ModelVersion current = ModelVersion.current();

        assertThat(current).isEqualTo(ModelVersion.current());
        assertThat(current.tag("a", "b"))
                .isNotEqualTo(new ModelVersion("other").tag("a", "b"))
                .isNotEqualTo(current.tag("ab"));
    }

    /** A run that is fine for figures can be too long to be drawn; the answer must not look like something worth keeping. */
    @Test
    void aRunThatIsTooLongToBeKeptNamesTheLimit() throws Exception {
        MockMvc strict = LabMvc.of(new CannedLab(() -> {
            throw new InvalidScenarioException(List.of(new Problem(
                    "duration", "24h", "too-many-requests", Map.of("max", "200000", "requests", "820800"))));
        }));
        strict.perform(get(TIMELINE + "?duration=24h").header("Accept", BINARY).header("Accept-Encoding", "gzip"))
                .andExpect(status().isBadRequest())
                .andExpect(content().contentType("application/problem+json"))
                .andExpect(header().doesNotExist("ETag"))
                .andExpect(header().doesNotExist("Content-Encoding"))
                .andExpect(header().string("Cache-Control", "no-store"))
                .andExpect(jsonPath("$.errors[0].allowed.max").value("200000"))
                .andExpect(jsonPath("$.errors[0].message")
                        .value("Duration (duration): with “24h” this run has about 820,800 requests (rate × duration)."
                                + " Allowed: 200,000. Shorten the run or lower the rate."));
    }

    /** Guards against a stage that stays empty without a word until a long run is there. */
    @Test
    void whoTakesLinesIsToldHowALongRunComesOnBeforeTheSameColumns() throws Exception {
        String query = "?rate=100&duration=1900s&strategies=round-robin,random,hash,least-connections";
        for (String coding : List.of("identity", "gzip")) {
            MvcResult asked = mvc.perform(
                            get(TIMELINE + query).header("Accept", AWAITED).header("Accept-Encoding", coding))
                    .andExpect(request().asyncStarted())
                    .andExpect(header().string("ETag", startsWith("W/\"")))
                    .andExpect(header().doesNotExist("Content-Encoding"))
                    .andReturn();
            asked.getAsyncResult(10_000);

            byte[] body = asked.getResponse().getContentAsByteArray();
            String last = "{\"state\":\"done\",\"encoding\":\"" + coding + "\"}\n";
            int columns = new String(body, StandardCharsets.ISO_8859_1).indexOf(last) + last.length();
            assertThat(asked.getResponse().getContentType()).isEqualTo(AWAITED);
            byte[] sent = Arrays.copyOfRange(body, columns, body.length);
            byte[] plain =
                    coding.equals("gzip") ? new GZIPInputStream(new ByteArrayInputStream(sent)).readAllBytes() : sent;
            TimelineAssert.assertSame(TimelineReader.binary(plain).timeline(), CannedLab.canned());
            int runs = lab.runs.get();
            mvc.perform(get(TIMELINE + query)
                            .header("Accept", AWAITED)
                            .header("Accept-Encoding", coding)
                            .header("If-None-Match", asked.getResponse().getHeader("ETag")))
                    .andExpect(status().isNotModified());
            assertThat(lab.runs).hasValue(runs);
        }
    }

    @Test
    void aShortRunIsSentToThemAsToEverybody() throws Exception {
        assertThat(answer(AWAITED + ", " + BINARY, null).getContentType()).isEqualTo(BINARY);
    }

    private String tag(String query) throws Exception {
        return mvc.perform(get(TIMELINE + query)).andReturn().getResponse().getHeader("ETag");
    }

    private MockHttpServletResponse answer(String accept, String acceptEncoding) throws Exception {
        var request = get(TIMELINE + "?seed=7");
        if (accept != null) {
            request.header("Accept", accept);
        }
        if (acceptEncoding != null) {
            request.header("Accept-Encoding", acceptEncoding);
        }
        return mvc.perform(request).andExpect(status().isOk()).andReturn().getResponse();
    }
}
