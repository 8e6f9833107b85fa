package dev.tilab.labweb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.model;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.test.web.servlet.MockMvc;

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

    @Test
    void aLongRunIsTurnedAwayWhileAnotherHoldsThePlace() throws Exception {
        MockMvc mvc = LabMvc.of(new RunGate(1, 1, 0), stubborn);
        whileOneRuns(mvc, RUN + LONG, () -> mvc.perform(get(RUN + LONG).header("Accept-Language", "en"))
                .andExpect(status().isServiceUnavailable())
                .andExpect(header().string("Retry-After", "10"))
                .andExpect(content().contentType("application/problem+json"))
                .andExpect(jsonPath("$.detail", containsString("in 10 s"))));
        assertThat(stubborn.runs).hasValue(1);
    }

    @Test
    void aShortRunIsAnsweredWhileALongOneComputes() throws Exception {
        RunGate gate = new RunGate(1, 1, 0);
        MockMvc slow = LabMvc.of(gate, stubborn);
        MockMvc quick = LabMvc.of(gate, new CannedLab());
        whileOneRuns(slow, RUN + LONG, () -> quick.perform(get(RUN)).andExpect(status().isOk()));
    }

    @Test
    void timelinesAreBoundedToo() throws Exception {
        MockMvc mvc = LabMvc.of(new RunGate(1, 1, 0), stubborn);
        String timeline = "/api/v1/labs/load-balancing/timeline";
        whileOneRuns(mvc, timeline, () -> mvc.perform(get(timeline))
                .andExpect(status().isServiceUnavailable())
                .andExpect(header().string("Retry-After", "1"))
                .andExpect(header().doesNotExist("ETag")));
    }

    /** The page is worth more than the figures on it. */
    @Test
    void aPageIsShownWithoutFiguresWhenThePlacesAreTaken() throws Exception {
        MockMvc mvc = LabMvc.of(new RunGate(1, 1, 0), stubborn);
        whileOneRuns(mvc, RUN, () -> mvc.perform(get("/labs/load-balancing?seed=1").header("Accept-Language", "en"))
                .andExpect(status().isOk())
                .andExpect(model().attributeDoesNotExist("summary"))
                .andExpect(model().attribute("notice", containsString("Ask again in 1 s"))));
    }

    /** Guards against a place that is lost for ever when a run fails. */
    @Test
    void aFailedRunGivesItsPlaceBack() throws Exception {
        RunGate gate = new RunGate(1, 1, 0);
        for (int i = 0; i < 3; i++) {
            try {
                gate.run(1, () -> {
                    throw new IllegalStateException("broken model");
                });
            } catch (IllegalStateException expected) {
                assertThat(expected).hasMessage("broken model");
            }
        }
        assertThat(gate.<String>run(1, () -> "computed")).isEqualTo("computed");
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
