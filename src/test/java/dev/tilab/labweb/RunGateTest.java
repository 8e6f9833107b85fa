package dev.tilab.labweb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.model;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.request;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.tilab.labs.failover.FailoverLab;
import dev.tilab.simulation.engine.Effort;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Somebody's long run does not keep others from looking at short ones. */
@Timeout(30)
class RunGateTest {

    private static final String RUN = "/api/v1/labs/load-balancing/run";
    private static final String LONG = "?rate=1000&duration=1000s";

    private final CountDownLatch started = new CountDownLatch(1);
    private final CountDownLatch mayEnd = new CountDownLatch(1);
    private final CannedLab stubborn = new CannedLab(() -> {
        started.countDown();
        await(mayEnd);
    });

    /** Guards against a run that is thrown away because another came first. */
    @Test
    void aLongRunWaitsItsTurnAndIsAnsweredOnTheSameConnection() throws Exception {
        MockMvc mvc = LabMvc.of(gate(8), stubborn);
        MvcResult first =
                mvc.perform(get(RUN + LONG)).andExpect(request().asyncStarted()).andReturn();
        await(started);
        MvcResult second = mvc.perform(get(RUN + LONG + "&seed=2").accept("application/x-ndjson"))
                .andReturn();
        assertThat(until(second, "position")).startsWith("{\"state\":\"waiting\",\"position\":0,");

        mayEnd.countDown();

        assertThat(until(first, "}")).contains("\"lanes\"");
        assertThat(until(second, "done")).contains("{\"state\":\"done\",\"result\":{\"scenario\"");
        assertThat(stubborn.runs).hasValue(2);
    }

    /** Guards against twenty requests of one client before the first of another, and against a client who fills the queue. */
    @Test
    void clientsTakeTurns() throws Exception {
        MockMvc mvc = LabMvc.of(gate(3), stubborn);
        mvc.perform(get(RUN + LONG).with(from("10.0.0.1")));
        await(started);
        for (int seed = 1; seed <= 3; seed++) {
            mvc.perform(get(RUN + LONG + "&seed=" + seed).with(from("10.0.0.1")))
                    .andExpect(status().isOk());
        }
        mvc.perform(get(RUN + LONG + "&seed=9").with(from("10.0.0.1")).header("Accept-Language", "en"))
                .andExpect(status().isTooManyRequests())
                .andExpect(header().string("Retry-After", "10"))
                .andExpect(content().contentType("application/problem+json"))
                .andExpect(jsonPath("$.detail", containsString("3 of your long runs")));

        MvcResult other = mvc.perform(get(RUN + LONG).with(from("10.0.0.2")).accept("application/x-ndjson"))
                .andReturn();

        assertThat(until(other, "position")).contains("\"position\":1");
        mayEnd.countDown();
        assertThat(until(other, "done")).contains("result");
    }

    @Test
    void aShortRunIsAnsweredWhileLongOnesFillTheQueue() throws Exception {
        RunGate gate = gate(3);
        MockMvc slow = LabMvc.of(gate, stubborn);
        MockMvc quick = LabMvc.of(gate, new CannedLab());
        for (int seed = 1; seed <= 4; seed++) {
            slow.perform(get(RUN + LONG + "&seed=" + seed));
            await(started);
        }
        quick.perform(get(RUN)).andExpect(status().isOk()).andExpect(content().string(containsString("lanes")));
        mayEnd.countDown();
    }

    /** Guards against a lab that calls something short what is not: it may hold a place no longer than twice what is short. */
    @Test
    void aRunThatIsLongAfterAllStandsInTheQueue() throws Exception {
        CannedLab liar = new CannedLab(() -> Effort.current().spend(3 * RunGate.SHORT_NANOS));
        MockMvc mvc = LabMvc.of(gate(3), liar);

        MvcResult answer =
                mvc.perform(get(RUN)).andExpect(request().asyncStarted()).andReturn();

        assertThat(until(answer, "lanes")).contains("round-robin");
        assertThat(liar.runs).hasValue(2);
    }

    /** What nobody may have computed is said with a number, by the field that makes it so long. */
    @Test
    void whatIsBeyondAllBoundsIsRefusedWithANumber() throws Exception {
        MockMvc mvc = LabMvc.of(new FailoverLab());
        String dear = "/api/v1/labs/failover/replications?writeRate=50&readRate=5&duration=1h&at=1s:fail-zone:az-a";
        mvc.perform(get(dear).header("Accept-Language", "en"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].parameter").value("runs"))
                .andExpect(jsonPath("$.errors[0].code").value("too-many-seeds"))
                .andExpect(jsonPath("$.errors[0].allowed.max").exists())
                .andExpect(jsonPath("$.errors[0].message", containsString("seeds of this run take about")));
    }

    @Test
    void timelinesAreBoundedToo() throws Exception {
        MockMvc mvc = LabMvc.of(gate(3), stubborn);
        String timeline = "/api/v1/labs/load-balancing/timeline";
        whileOneRuns(
                mvc,
                timeline,
                () -> mvc.perform(get(timeline))
                        .andExpect(status().isServiceUnavailable())
                        .andExpect(header().string("Retry-After", "1"))
                        .andExpect(header().doesNotExist("ETag")));
    }

    /** The page is worth more than the figures on it. */
    @Test
    void aPageIsShownWithoutFiguresWhenThePlacesAreTaken() throws Exception {
        MockMvc mvc = LabMvc.of(gate(3), stubborn);
        whileOneRuns(
                mvc,
                RUN,
                () -> mvc.perform(get("/labs/load-balancing?seed=1").header("Accept-Language", "en"))
                        .andExpect(status().isOk())
                        .andExpect(model().attributeDoesNotExist("summary"))
                        .andExpect(model().attribute("notice", containsString("Ask again in 1 s"))));
    }

    /** Guards against a place that is lost for ever when a run fails. */
    @Test
    void aFailedRunGivesItsPlaceBack() throws Exception {
        RunGate gate = gate(3);
        for (int i = 0; i < 3; i++) {
            try {
                gate.runShort(() -> {
                    throw new IllegalStateException("broken model");
                });
            } catch (IllegalStateException expected) {
                assertThat(expected).hasMessage("broken model");
            }
        }
        assertThat(gate.<String>runShort(() -> "computed")).isEqualTo("computed");
    }

    /** One place for short runs and nobody who waits for it, one worker for long ones. */
    private static RunGate gate(int mostOfAClient) {
        return new RunGate(1, 0, new LongRuns(1, mostOfAClient, 20, new RightOfWay(2)));
    }

    private static RequestPostProcessor from(String address) {
        return request -> {
            request.setRemoteAddr(address);
            return request;
        };
    }

    /** What has been answered, once it contains the words. */
    private static String until(MvcResult answer, String words) throws Exception {
        for (int look = 0; look < 2_000; look++) {
            String text = answer.getResponse().getContentAsString();
            if (text.contains(words)) {
                return text;
            }
            TimeUnit.MILLISECONDS.sleep(5);
        }
        throw new AssertionError(
                "never came: " + words + " in " + answer.getResponse().getContentAsString());
    }

    private interface Story {
        Object tell() throws Exception;
    }

    private void whileOneRuns(MockMvc mvc, String address, Story story) throws Exception {
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            Future<Integer> first = other.submit(
                    () -> mvc.perform(get(address)).andReturn().getResponse().getStatus());
            await(started);
            try {
                story.tell();
            } finally {
                mayEnd.countDown();
            }
            assertThat(first.get(10, TimeUnit.SECONDS)).isEqualTo(200);
        } finally {
            other.shutdownNow();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(20, TimeUnit.SECONDS)) {
                throw new IllegalStateException("nobody came");
            }
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
