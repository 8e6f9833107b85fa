package dev.tilab.labweb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasSize;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.DocumentContext;
import com.jayway.jsonpath.JsonPath;
import dev.tilab.labs.Labs;
import dev.tilab.simulation.lab.Lab;
import dev.tilab.simulation.timeline.Table;
import dev.tilab.simulation.timeline.Timeline;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.web.servlet.MockMvc;

/** The first lab as readers meet it: real runs through the real API. */
class LoadBalancingOnTheWebTest {

    private static final String LAB = "/api/v1/labs/load-balancing";
    private static final String QUERY =
            "?strategies=round-robin,least-connections&rate=180&duration=60s&arrivals=poisson"
                    + "&service=exponential&serviceMean=20ms&targets=1,1,1,0.5&clients=200&skew=0.8&seed=42&at=12.3s:stop:target-2";

    private final Lab<?> lab = Labs.find("load-balancing").orElseThrow();
    private final MockMvc mvc = LabMvc.of(lab);

    /** Guards against an interval that the API leaves out, and against a first lane that is compared with itself. */
    @Test
    void otherSeedsAreAnsweredWithTheirIntervals() throws Exception {
        mvc.perform(get(LAB + "/replications" + QUERY + "&runs=20"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.runs").value(20))
                .andExpect(jsonPath("$.lanes[0].p95Ms.length()").value(20))
                .andExpect(jsonPath("$.lanes[0].p95ToFirst").isEmpty())
                .andExpect(jsonPath("$.lanes[1].p95ToFirst.mean").isNumber())
                .andExpect(jsonPath("$.lanes[1].meanToFirst.half").isNumber())
                .andExpect(jsonPath("$.lanes[1].warmUp.half").isNumber())
                .andExpect(jsonPath("$.lanes[1].best").isBoolean());
    }

    @Test
    void aRunIsAnsweredWithTheFiguresOfEveryLane() throws Exception {
        String json = mvc.perform(get(LAB + "/run" + QUERY))
                .andExpect(status().isOk())
                .andExpect(content().contentType("application/json"))
                .andExpect(jsonPath("$.lanes[*].strategy", contains("round-robin", "least-connections")))
                .andExpect(jsonPath(
                        "$.lanes[0].targets[*].name", contains("target-1", "target-2", "target-3", "target-4")))
                .andExpect(jsonPath("$.scenario.at").value("12.3s:stop:target-2"))
                .andExpect(jsonPath("$.scenario.seed").value("42"))
                .andReturn()
                .getResponse()
                .getContentAsString();
        DocumentContext read = JsonPath.parse(json);
        for (int lane = 0; lane < 2; lane++) {
            Map<String, Object> figures = read.read("$.lanes[" + lane + "]");
            assertThat(figures.keySet())
                    .containsExactly(
                            "strategy",
                            "requests",
                            "completed",
                            "rejected",
                            "failed",
                            "inFlight",
                            "responseTimeMs",
                            "targets",
                            "imbalance",
                            "sessions");
            assertThat(count(figures, "completed")
                            + count(figures, "rejected")
                            + count(figures, "failed")
                            + count(figures, "inFlight"))
                    .isEqualTo(count(figures, "requests"))
                    .isBetween(10_000L, 11_600L);
            assertThat(count(figures, "failed")).isPositive();
            assertThat(read.<Map<String, Object>>read("$.lanes[" + lane + "].responseTimeMs"))
                    .containsOnlyKeys("mean", "p50", "p95", "p99", "max");
            assertThat(read.<Map<String, Object>>read("$.lanes[" + lane + "].targets[0]"))
                    .containsOnlyKeys("name", "requests", "utilization", "meanInSystem", "maxInSystem");
            assertThat(read.<Map<String, Object>>read("$.lanes[" + lane + "].sessions"))
                    .containsOnlyKeys("clients", "moved");
        }
    }

    /** Guards against figures and pictures that come from two different models. */
    @Test
    void theTimelineShowsTheRequestsThatTheFiguresCount() throws Exception {
        Timeline binary =
                TimelineReader.binary(body("application/vnd.tilab.timeline")).timeline();
        Timeline json = TimelineReader.json(body("application/json")).timeline();
        TimelineAssert.assertSame(binary, json);

        DocumentContext figures = JsonPath.parse(
                mvc.perform(get(LAB + "/run" + QUERY)).andReturn().getResponse().getContentAsString());
        List<String> outcomes = binary.dictionaries().get("outcome");
        for (int lane = 0; lane < 2; lane++) {
            long[] outcome = column(binary.lanes().get(lane), "outcome");
            for (String name : List.of("completed", "rejected", "failed")) {
                long shown = java.util.Arrays.stream(outcome)
                        .filter(each -> each == outcomes.indexOf(name))
                        .count();
                assertThat(shown)
                        .as("%s in lane %d", name, lane)
                        .isEqualTo(figures.<Number>read("$.lanes[" + lane + "]." + name)
                                .longValue());
            }
        }
    }

    @Test
    void aTimelineOfTooManyRequestsNamesTheLimitWhileItsFiguresAreComputed() throws Exception {
        String query = "?strategies=random&rate=4000&duration=60s&serviceMean=1ms";
        mvc.perform(get(LAB + "/timeline" + query).header("Accept-Language", "ko"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors", hasSize(1)))
                .andExpect(jsonPath("$.errors[0].parameter").value("duration"))
                .andExpect(jsonPath("$.errors[0].code").value("too-many-requests"))
                .andExpect(jsonPath("$.errors[0].allowed.max").value("200000"))
                .andExpect(
                        jsonPath("$.errors[0].message")
                                .value(
                                        "길이 (duration): “60s”이면 이 실행의 요청이 약 240,000개(도착률 × 길이)입니다. 허용: 200,000개까지. 길이를 줄이거나 도착률을 낮춰 주세요."));
        mvc.perform(get(LAB + "/run" + query)).andExpect(status().isOk()).andExpect(jsonPath("$.lanes", hasSize(1)));
        mvc.perform(get(LAB + "/run?rate=100000&duration=101s"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].allowed.max").value("10000000"))
                .andExpect(jsonPath("$.errors[0].allowed.requests").value("10100000"));
    }

    @Test
    void everyPresetHasAPageWithFigures() throws Exception {
        for (var preset : lab.presets()) {
            LabRun<?> run = new LabQuery(preset.values(), 1, List.of()).read(lab);
            assertThat(mvc.perform(get(java.net.URI.create(LabAddress.page(lab, run.query()))))
                            .andExpect(status().isOk())
                            .andReturn()
                            .getModelAndView()
                            .getModel())
                    .extractingByKey("summary")
                    .isNotNull();
        }
    }

    /** Sizes follow from scenario and seed alone: what is true here is true everywhere. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1,1,1,1,1 | 20ms | 0ms",
                "1,1,1,1,1 | 20ms | 10ms",
                "1,1,1,1,1 | 300ms | 0ms",
                "1,1,1,1,1,1,1,1,1,1,1,1 | 50ms | 10ms"
            })
    void aMinuteOfTwoHundredRequestsASecondTakesAtMostEightBytesPerRequestAndLane(
            String targets, String serviceMean, String latency) {
        LabRun<?> run = new LabQuery(
                        Map.of(
                                "strategies",
                                "round-robin,hash,least-connections,response-time",
                                "rate",
                                "200",
                                "duration",
                                "60s",
                                "targets",
                                targets,
                                "serviceMean",
                                serviceMean,
                                "latency",
                                latency),
                        1,
                        List.of())
                .read(lab);
        long rows = run.timeline().lanes().stream().mapToInt(Table::rows).sum();

        assertThat(rows).isBetween(47_000L, 49_000L);
        assertThat((double) TimelineAnswer.encode(run, new TimelineForm(false, true, false))
                                .size()
                        / rows)
                .isLessThanOrEqualTo(8.0);
    }

    private byte[] body(String accept) throws Exception {
        return mvc.perform(get(LAB + "/timeline" + QUERY).header("Accept", accept))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
    }

    private static long count(Map<String, Object> figures, String name) {
        return ((Number) figures.get(name)).longValue();
    }

    private static long[] column(Table table, String name) {
        return table.columns().stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElseThrow()
                .values();
    }
}
