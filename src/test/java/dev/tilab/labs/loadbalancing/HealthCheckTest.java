package dev.tilab.labs.loadbalancing;

import static dev.tilab.labs.loadbalancing.Runs.LAB;
import static dev.tilab.labs.loadbalancing.Runs.column;
import static dev.tilab.labs.loadbalancing.Runs.requests;
import static dev.tilab.labs.loadbalancing.Runs.scenario;
import static dev.tilab.labs.loadbalancing.Runs.words;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tilab.simulation.timeline.Timeline;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HealthCheckTest {

    /** facts: k failures in a row at interval I, uniform phase: between (k − 1) I and k I, mean (k − ½) I. */
    @ParameterizedTest
    @CsvSource({"30, 2", "5, 2", "10, 3", "7, 10"})
    void aStoppedTargetIsTakenOutBetweenKMinusOneAndKIntervalsLater(int interval, int failures) {
        double[] delays = LongStream.range(0, 400)
                .mapToDouble(seed -> delaySeconds(seed, interval, failures, "stop", Mark.Kind.TAKEN_OUT))
                .toArray();

        assertThat(Arrays.stream(delays).boxed())
                .allSatisfy(delay ->
                        assertThat(delay).isBetween((failures - 1.0) * interval, (double) failures * interval));
        double deviation = interval / Math.sqrt(12 * 400.0);
        assertThat(Arrays.stream(delays).average().orElseThrow())
                .isCloseTo((failures - 0.5) * interval, within(2.576 * deviation));
        assertThat(Arrays.stream(delays).max().orElseThrow()
                        - Arrays.stream(delays).min().orElseThrow())
                .isGreaterThan(0.95 * interval);
    }

    @Test
    void aTargetComesBackAfterAsManySuccessesAsTheHealthyThresholdAsks() {
        for (long seed = 0; seed < 100; seed++) {
            LoadBalancingScenario scenario = scenario("duration=1000s healthCheckInterval=10s healthyThreshold=4"
                    + " seed=" + seed + " at=100s:stop:target-2,500s:start:target-2");
            List<Mark> marks = HealthCheck.marks(scenario);

            assertThat(marks)
                    .extracting(Mark::kind)
                    .containsExactly(Mark.Kind.STOP, Mark.Kind.TAKEN_OUT, Mark.Kind.START, Mark.Kind.BACK_IN);
            assertThat(marks.get(3).atMicros() - 500_000_000L).isBetween(30_000_000L, 40_000_000L);
        }
    }

    @Test
    void aTargetThatIsBackBeforeTheThresholdIsNeverTakenOut() {
        for (long seed = 0; seed < 100; seed++) {
            LoadBalancingScenario scenario =
                    scenario("duration=1000s healthCheckInterval=10s unhealthyThreshold=3" + " seed=" + seed
                            + " at=100s:stop:target-2,119s:start:target-2,130s:stop:target-2,149s:start:target-2");

            assertThat(HealthCheck.marks(scenario)).hasSize(4).noneMatch(mark -> !mark.kind().intervention);
        }
    }

    /** Guards against phases that all targets share, or that the traffic decides. */
    @Test
    void targetsAreCheckedIndependentlyOfEachOtherAndOfTheTraffic() {
        String stopAll = " duration=200s at=50s:stop:target-1,50s:stop:target-2,50s:stop:target-3 targets=1,1,1";
        List<Mark> calm = HealthCheck.marks(scenario("rate=1" + stopAll));
        List<Mark> busy = HealthCheck.marks(scenario("rate=900 serviceMean=1s strategies=hash" + stopAll));

        assertThat(busy).isEqualTo(calm);
        assertThat(calm.stream()
                        .filter(mark -> mark.kind() == Mark.Kind.TAKEN_OUT)
                        .map(Mark::atMicros))
                .hasSize(3)
                .doesNotHaveDuplicates();
    }

    @Test
    void aSlowTargetPassesItsChecks() {
        assertThat(HealthCheck.marks(scenario("duration=600s at=0s:slow:target-1:20")))
                .hasSize(1);
    }

    /** What the load balancer does not know yet costs requests; once it knows, it costs none. */
    @Test
    void requestsFailBetweenTheStopAndItsDetectionAndNotAfterwards() {
        Timeline timeline = LAB.timeline(scenario("strategies=round-robin rate=50 serviceMean=10ms duration=100s"
                + " healthCheckInterval=10s healthyThreshold=2 at=20s:stop:target-3,60s:start:target-3"));
        long out = HealthCheck.marks(scenario("duration=100s healthCheckInterval=10s at=20s:stop:target-3"))
                .get(1)
                .atMicros();
        long[] arrival = column(requests(timeline), "arrivalMicros");
        String[] outcome = words(timeline, timeline.lanes().get(0), "outcome");
        long[] target = column(timeline.lanes().get(0), "target");
        long refused = 0;
        for (int row = 0; row < arrival.length; row++) {
            boolean stopped = arrival[row] >= 20_000_000L && arrival[row] < 60_000_000L;
            if (target[row] == 2 && stopped) {
                assertThat(outcome[row]).isEqualTo("failed");
                assertThat(arrival[row]).isLessThan(out);
                refused++;
            } else if (target[row] != 2) {
                assertThat(outcome[row]).isIn("completed", "in-flight");
            }
        }
        assertThat(refused).isGreaterThan(50);
        assertThat(LAB.summary(
                                scenario(
                                        "strategies=round-robin rate=50 serviceMean=10ms duration=100s"
                                                + " healthCheckInterval=10s healthyThreshold=2 at=20s:stop:target-3,60s:start:target-3"))
                        .lanes()
                        .get(0)
                        .failed())
                .isEqualTo(Arrays.stream(outcome).filter("failed"::equals).count());
    }

    @Test
    void whenNoTargetIsHealthyRequestsGoToAllAndFailThere() {
        String all = "0s:stop:target-1,0s:stop:target-2,0s:stop:target-3";
        LoadBalancingSummary.LaneSummary lane = LAB.summary(scenario("strategies=round-robin targets=1,1,1 rate=10"
                        + " duration=300s healthCheckInterval=5s at=" + all))
                .lanes()
                .get(0);

        assertThat(lane.failed()).isEqualTo(lane.requests()).isGreaterThan(2_500);
        assertThat(lane.targets())
                .allSatisfy(target -> assertThat(target.requests()).isGreaterThan(900));
        assertThat(lane.responseTimeMs().mean()).isNull();
    }

    private static double delaySeconds(long seed, int interval, int failures, String action, Mark.Kind kind) {
        LoadBalancingScenario scenario = scenario("duration=1000s healthCheckInterval=" + interval
                + "s unhealthyThreshold=" + failures + " seed=" + seed + " at=300s:" + action + ":target-1");
        return HealthCheck.marks(scenario).stream()
                                .filter(mark -> mark.kind() == kind)
                                .mapToLong(Mark::atMicros)
                                .findFirst()
                                .orElseThrow()
                        / 1e6
                - 300;
    }
}
