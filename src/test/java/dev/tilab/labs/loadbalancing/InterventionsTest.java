package dev.tilab.labs.loadbalancing;

import static dev.tilab.labs.loadbalancing.Runs.LAB;
import static dev.tilab.labs.loadbalancing.Runs.column;
import static dev.tilab.labs.loadbalancing.Runs.marks;
import static dev.tilab.labs.loadbalancing.Runs.scenario;
import static dev.tilab.labs.loadbalancing.Runs.words;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tilab.simulation.timeline.Timeline;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One target, requests that need exactly ten seconds, worked out by hand. */
class InterventionsTest {

    private static final String ONE_TARGET =
            "strategies=least-connections targets=1 service=deterministic serviceMean=10s arrivals=regular ";

    @ParameterizedTest
    @CsvSource({
        // The request is in service from 10 s on.
        "'12s:slow:target-1:2', 18",
        "'14s:slow:target-1:2', 16",
        "'14s:slow:target-1:2,20s:slow:target-1:1', 13",
        "'14s:slow:target-1:2,14s:slow:target-1:1', 10",
        "'0s:slow:target-1:3', 30",
        "'10s:slow:target-1:3', 30",
        "'20s:slow:target-1:3', 10"
    })
    void whatIsDoneIsDoneAndOnlyTheRestTakesTheNewSpeed(String at, long seconds) {
        Timeline timeline = LAB.timeline(scenario(ONE_TARGET + "rate=0.1 duration=45s at=" + at));

        assertThat(column(timeline.lanes().get(0), "endedMicros")[0]).isEqualTo(seconds * 1_000_000);
    }

    /** Arrivals at 2, 4, 6, 8 s …; the target takes ten seconds for each and is stopped at 7 s and started at 9 s. */
    @Test
    void aStopFailsWhatIsInServiceAndWhatWaitsAtOnceAndRefusesWhatComesLater() {
        Timeline timeline =
                LAB.timeline(scenario(ONE_TARGET + "rate=0.5 duration=21s at=7s:stop:target-1,9s:start:target-1"));

        assertThat(words(timeline, timeline.lanes().get(0), "outcome"))
                .startsWith("failed", "failed", "failed", "failed", "completed", "in-flight");
        assertThat(column(timeline.lanes().get(0), "waitMicros")).startsWith(0, -1, -1, -1, 0, 8_000_000);
        assertThat(column(timeline.lanes().get(0), "endedMicros"))
                .startsWith(5_000_000, 3_000_000, 1_000_000, 0, 10_000_000, -1);
    }

    /** Guards against the end of a service that was cut short ending the next one. */
    @Test
    void aServiceThatWasCutShortDoesNotEndTheOneAfterIt() {
        Timeline timeline =
                LAB.timeline(scenario(ONE_TARGET + "rate=0.2 duration=40s at=6s:stop:target-1,7s:start:target-1"));

        // First request 5–6 s, cut short; second from 10 s on: the first one's end at 15 s means nothing to it.
        assertThat(column(timeline.lanes().get(0), "endedMicros")).startsWith(1_000_000, 10_000_000);
    }

    @Test
    void anInterventionComesBeforeTheArrivalOfTheSameInstant() {
        Timeline timeline = LAB.timeline(scenario(ONE_TARGET + "rate=0.1 duration=20s at=10s:stop:target-1"));

        assertThat(words(timeline, timeline.lanes().get(0), "outcome")[0]).isEqualTo("failed");
        assertThat(column(timeline.lanes().get(0), "endedMicros")[0]).isZero();
    }

    @Test
    void aRefusalNeedsTheWayThereAndBackToBeKnown() {
        LoadBalancingScenario scenario =
                scenario(ONE_TARGET + "rate=0.1 duration=11.9s latency=1s at=0s:stop:target-1");

        assertThat(LAB.summary(scenario).lanes().get(0).inFlight()).isEqualTo(1);
        assertThat(LAB.summary(Runs.with(scenario, "duration", "12s"))
                        .lanes()
                        .get(0)
                        .failed())
                .isEqualTo(1);
    }

    @Test
    void aFullQueueRejectsAndARejectionIsNoFailure() {
        LoadBalancingSummary.LaneSummary lane = LAB.summary(scenario(ONE_TARGET + "rate=1 duration=10s queueLimit=3"))
                .lanes()
                .get(0);

        assertThat(lane.rejected()).isEqualTo(6);
        assertThat(lane.failed()).isZero();
        assertThat(lane.inFlight()).isEqualTo(4);
        assertThat(lane.targets().get(0).maxInSystem()).isEqualTo(4);
    }

    @Test
    void everyInterventionIsAMarkAndSoIsWhatTheHealthCheckDoes() {
        Timeline timeline = LAB.timeline(
                scenario("targets=1,1 duration=60s healthCheckInterval=5s at=0s:slow:target-2:3.5,10s:stop:target-1"));

        assertThat(words(timeline, marks(timeline), "kind")).containsExactly("slow", "stop", "taken-out");
        assertThat(column(marks(timeline), "target")).containsExactly(1, 0, 0);
        assertThat(column(marks(timeline), "value")).containsExactly(3500, 0, 0);
        assertThat(column(marks(timeline), "person")).containsExactly(1, 1, 0);
    }
}
