package dev.tilab.labweb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.web.servlet.MockMvc;

/** The list of labs, the figures of a run, and what is said about queries that describe none. */
class LabApiTest {

    private static final String RUN = "/api/v1/labs/load-balancing/run";

    private final MockMvc mvc = LabMvc.of(new CannedLab());

    @Test
    void theListSaysEverythingThatACorrectQueryNeeds() throws Exception {
        mvc.perform(get("/api/v1/labs"))
                .andExpect(status().isOk())
                .andExpect(content().contentType("application/json"))
                .andExpect(jsonPath("$.labs", hasSize(1)))
                .andExpect(jsonPath("$.labs[0].id").value("load-balancing"))
                .andExpect(jsonPath("$.labs[0].name").value("Load balancing"))
                .andExpect(jsonPath("$.labs[0].page").value("/labs/load-balancing"))
                .andExpect(jsonPath("$.labs[0].run").value(RUN))
                .andExpect(
                        jsonPath("$.labs[0].parameters[?(@.id == 'rate')].type").value("decimal"))
                .andExpect(jsonPath("$.labs[0].parameters[?(@.id == 'rate')].default")
                        .value("9.5"))
                .andExpect(jsonPath("$.labs[0].parameters[?(@.id == 'rate')].range.min")
                        .value("0.1"))
                .andExpect(jsonPath("$.labs[0].parameters[?(@.id == 'rate')].range.max")
                        .value("100000"))
                .andExpect(
                        jsonPath("$.labs[0].parameters[?(@.id == 'rate')].unit").value("requests/s"))
                .andExpect(jsonPath("$.labs[0].parameters[?(@.id == 'rate')].source")
                        .isEmpty())
                .andExpect(jsonPath("$.labs[0].parameters[?(@.id == 'targets')].items.max")
                        .value(12))
                .andExpect(jsonPath(
                        "$.labs[0].parameters[?(@.id == 'strategies')].options[*].value", hasItems("hash", "random")))
                .andExpect(jsonPath(
                        "$.labs[0].parameters[?(@.id == 'healthCheckInterval')].source",
                        hasItem(containsString("docs.aws.amazon.com"))))
                .andExpect(jsonPath("$.labs[0].actions[*].id", hasItems("stop", "start", "slow")))
                .andExpect(jsonPath("$.labs[0].actions[?(@.id == 'slow')].value.max")
                        .value(20.0))
                .andExpect(
                        jsonPath("$.labs[0].actions[?(@.id == 'slow')].syntax").value("<time>:slow:target-<n>:<value>"))
                .andExpect(jsonPath("$.labs[0].presets[0].id").value("one-slow-one-stopped"))
                .andExpect(jsonPath("$.labs[0].presets[0].values.latency").value("120ms"));
    }

    @Test
    void theListIsInTheReadersLanguage() throws Exception {
        mvc.perform(get("/api/v1/labs").header("Accept-Language", "ko"))
                .andExpect(jsonPath("$.labs[0].name").value("로드 밸런싱"))
                .andExpect(jsonPath("$.labs[0].parameters[0].label").value("전략"));
    }

    /** Guards against presets that a reader cannot open. */
    @Test
    void everyPresetsAddressDescribesTheRunThatItNames() throws Exception {
        for (var preset : new CannedLab().presets()) {
            String list = mvc.perform(get("/api/v1/labs"))
                    .andReturn()
                    .getResponse()
                    .getContentAsString(StandardCharsets.UTF_8);
            var read = com.jayway.jsonpath.JsonPath.parse(list);
            String at = "$.labs[0].presets[?(@.id == '" + preset.id() + "')]";
            String run = read.<java.util.List<String>>read(at + ".run").get(0);
            Object values = read.<java.util.List<Object>>read(at + ".values").get(0);

            mvc.perform(get(URI.create(run)))
                    .andExpect(status().isOk())
                    .andExpect(jsonPath("$.scenario").value(values));
        }
    }

    @Test
    void theAnswerEchoesTheScenarioInCanonicalOrderAndSpelling() throws Exception {
        mvc.perform(get(RUN + "?seed=042&serviceMean=0.02s&rate=180.0&at=30s:start:target-2&at=12.3s:stop:target-2"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.scenario.seed").value("42"))
                .andExpect(jsonPath("$.scenario.serviceMean").value("20ms"))
                .andExpect(jsonPath("$.scenario.rate").value("180"))
                .andExpect(jsonPath("$.scenario.at").value("12.3s:stop:target-2,30s:start:target-2"))
                .andExpect(content()
                        .string(containsString(
                                "\"duration\":\"60s\",\"warmUp\":\"0s\",\"arrivals\":\"poisson\",\"service\"")));
    }

    /** Guards against NaN, which no JSON reader takes: nothing completed means no response time. */
    @Test
    void whatDoesNotExistIsNull() throws Exception {
        mvc.perform(get(RUN)).andExpect(content().string(containsString("\"mean\":null")));
    }

    @Test
    void everyProblemIsNamedAtOnce() throws Exception {
        mvc.perform(get(RUN + "?strategies=round-robin,fastest&rate=-3&duration=soon&targets=1,x,99&seed=1.5"
                        + "&at=5s:stop:target-9,5s:explode:target-1,never&cliens=7&clients=1&clients=2"))
                .andExpect(status().isBadRequest())
                .andExpect(content().contentType("application/problem+json"))
                .andExpect(jsonPath("$.status").value(400))
                .andExpect(jsonPath("$.title").value("The query does not describe a run"))
                .andExpect(jsonPath(
                        "$.errors[*].parameter",
                        contains(
                                "strategies",
                                "rate",
                                "duration",
                                "targets",
                                "targets",
                                "clients",
                                "seed",
                                "at",
                                "at",
                                "at",
                                "cliens")))
                .andExpect(jsonPath(
                        "$.errors[*].code",
                        contains(
                                "not-a-choice",
                                "out-of-range",
                                "not-a-duration",
                                "not-a-number",
                                "out-of-range",
                                "repeated",
                                "not-a-number",
                                "unknown-subject",
                                "unknown-action",
                                "not-an-intervention",
                                "unknown-parameter")))
                .andExpect(jsonPath("$.errors[1].value").value("-3"))
                .andExpect(jsonPath("$.errors[1].allowed.max").value("100000"))
                .andExpect(
                        jsonPath("$.errors[1].message")
                                .value(
                                        "Arrival rate λ (rate): “-3” is out of range. Allowed: a number from 0.1 to 100000 requests/s."));
    }

    /** Every message names what was given and what would be right; none shows a hole or a piece of a pattern. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rate=fast | ko | 초당 요청 수(도착률 λ) (rate): “fast”은 여기에 맞는 수로 읽을 수 없습니다. 허용: 0.1부터 100000 요청/초까지의 수.",
                "seed=1.5 | en | Seed (seed): “1.5” cannot be read as a number here. Allowed: a whole number from 0 to 9007199254740991.",
                "duration=2w | en | Duration (duration): “2w” cannot be read as a time. Allowed: a time from 1s to 24h with its unit (us, ms, s, m, h, d), such as 20ms or 1.5s.",
                "service=gauss | en | Distribution of service times (service): there is no “gauss”. Allowed: exponential, deterministic, erlang-2, hyperexponential.",
                "strategies=hash,hash | en | Strategies (strategies): “hash” is there twice. Allowed: once each.",
                "targets=1,1,1,1,1,1,1,1,1,1,1,1,1 | ko | 대상 (targets): “1,1,1,1,1,1,1,1,1,1,1,1,1”은 개수가 너무 많습니다. 허용: 최대 12개.",
                "at=61s:stop:target-1 | en | Interventions (at): “61s:stop:target-1” is out of range. Allowed: 0s to 60s.",
                "at=1s:slow:target-1:fast | en | Interventions (at): “1s:slow:target-1:fast” cannot be read as a number here. Allowed: any number.",
                "at=1s:halt:target-1 | ko | 개입 (at): “1s:halt:target-1”에 있는 동작은 이 실험실에 없습니다. 허용: stop, start, slow.",
                "rate=100000&duration=24h | en | Duration (duration): with “24h” this run has about 8,640,000,000 requests (rate × duration). Allowed: 10,000,000. Shorten the run or lower the rate.",
                "seed=1&seed=2 | en | Seed (seed): given more than once (“1, 2”). Allowed: one value."
            })
    void aMessageNamesTheParameterTheValueAndWhatIsAllowed(String query, String language, String message)
            throws Exception {
        mvc.perform(get(URI.create(RUN + "?" + query)).header("Accept-Language", language))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors", hasSize(1)))
                .andExpect(jsonPath("$.errors[0].message").value(message));
    }

    @Test
    void textThatLooksLikeAPatternIsShownAsItIs() throws Exception {
        mvc.perform(get(RUN).param("rate", "{0} 'x' <b>").header("Accept-Language", "en"))
                .andExpect(jsonPath("$.errors[0].message", containsString("“{0} 'x' <b>”")));
    }

    /** The whole value comes back as data; the sentence stays a sentence. */
    @Test
    void aLongValueIsShortenedInTheMessageOnly() throws Exception {
        String value = "9".repeat(500) + "x";
        mvc.perform(get(RUN).param("rate", value))
                .andExpect(jsonPath("$.errors[0].value").value(value))
                .andExpect(jsonPath("$.errors[0].message", allOf(containsString("9…”"), not(containsString("x”")))));
    }

    @Test
    void anUnknownLabIsNotFound() throws Exception {
        for (String what : new String[] {"run", "timeline"}) {
            mvc.perform(get("/api/v1/labs/time-travel/" + what).header("Accept-Language", "ko"))
                    .andExpect(status().isNotFound())
                    .andExpect(content().contentType("application/problem+json"))
                    .andExpect(jsonPath("$.detail", containsString("time-travel")))
                    .andExpect(jsonPath("$.title").value("없는 실험실입니다"));
        }
    }

    @Test
    void figuresDependOnTheLanguageOnlyWhereTheyMayBeKept() throws Exception {
        mvc.perform(get("/api/v1/labs")).andExpect(header().string("Vary", "Accept-Language"));
        assertThat(mvc.perform(get(RUN + "?rate=x")).andReturn().getResponse().getHeaderValue("Cache-Control"))
                .isEqualTo("no-store");
    }
}
