package dev.tilab.labs.loadbalancing;

import static dev.tilab.labs.loadbalancing.Runs.LAB;
import static dev.tilab.labs.loadbalancing.Runs.column;
import static dev.tilab.labs.loadbalancing.Runs.requests;
import static dev.tilab.labs.loadbalancing.Runs.scenario;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tilab.labs.loadbalancing.LoadBalancingSummary.LaneSummary;
import dev.tilab.simulation.engine.Student;
import dev.tilab.simulation.timeline.Timeline;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs that begin as if they had been running for long, so that their figures owe nothing to an empty start. */
class WarmUpTest {

    /** One target at four fifths of its capacity: M/M/1, in the mean 1 / (μ − λ) = 500 ms in the long run. */
    private static final String QUEUE =
            "strategies=round-robin targets=1 rate=8 serviceMean=100ms healthCheckInterval=300s duration=20s";

    private static final double STATIONARY_MS = 500;
    private static final int SEEDS = 400;

    /** Guards against requests of the warm-up among the figures, and against a state at 0 that is not that of the long run. */
    @Test
    void aWarmRunHasTheStationaryMeanOfTheQueueAndAColdOneFallsShort() {
        Student warm = Student.of(deviations("warmUp=200s"));
        Student cold = Student.of(deviations("warmUp=0s"));

        assertThat(Math.abs(warm.mean())).isLessThan(warm.half());
        assertThat(warm.half()).isLessThan(STATIONARY_MS / 10);
        assertThat(cold.mean()).isLessThan(-cold.half());
    }

    private static List<Double> deviations(String warmUp) {
        return IntStream.rangeClosed(1, SEEDS)
                .mapToObj(seed -> lane(QUEUE + " " + warmUp + " seed=" + seed))
                .map(lane -> lane.responseTimeMs().mean() - STATIONARY_MS)
                .toList();
    }

    /** What else is measured: load is what theory says, and every request of the run is somewhere. */
    @Test
    void figuresOfAWarmRunAreThoseOfItsOwnTime() {
        double utilization = 0;
        double present = 0;
        for (int seed = 1; seed <= SEEDS; seed++) {
            LaneSummary lane = lane(QUEUE + " warmUp=200s seed=" + seed);
            assertThat(lane.requests()).isEqualTo(lane.completed() + lane.rejected() + lane.failed() + lane.inFlight());
            utilization += lane.targets().get(0).utilization() / SEEDS;
            present += lane.targets().get(0).meanInSystem() / SEEDS;
            assertThat(lane.targets().get(0).utilization()).isBetween(0.0, 1.0);
        }
        assertThat(utilization).isBetween(0.78, 0.82);
        assertThat(present).isBetween(3.5, 4.5); // λW = 8 × 0.5
    }

    /** Guards against a warm-up that changes what it leads to: strategies are compared on the same requests, warm or not. */
    @ParameterizedTest
    @ValueSource(strings = {"poisson", "regular"})
    void theRunsOwnRequestsAreTheSameHoweverLongItWarmsUp(String arrivals) {
        String run = QUEUE + " arrivals=" + arrivals;
        long[] cold = arrivals(run);

        for (String warmUp : List.of("1s", "7.5s", "200s")) {
            long[] warm = arrivals(run + " warmUp=" + warmUp);
            int before = warm.length - cold.length;
            assertThat(Arrays.copyOfRange(warm, before, warm.length)).isEqualTo(cold);
            assertThat(LongStream.of(warm).limit(before)).isSorted().allMatch(at -> at < 0);
            assertThat(before / Double.parseDouble(warmUp.replace("s", ""))).isBetween(5.0, 13.0);
        }
    }

    /** Guards against interventions or health checks that happen in the warm-up. */
    @Test
    void whatIsDoneToARunHappensAtItsOwnInstants() {
        String stop = "strategies=round-robin targets=1,1 rate=8 serviceMean=50ms duration=20s healthCheckInterval=5s"
                + " at=10s:stop:target-1";

        LaneSummary cold = lane(stop);
        LaneSummary warm = lane(stop + " warmUp=30s");

        assertThat(warm.requests()).isEqualTo(cold.requests());
        assertThat(warm.failed())
                .isBetween(cold.failed() - 2, cold.failed() + 2)
                .isPositive();
        assertThat(Runs.column(Runs.marks(timeline(stop + " warmUp=30s")), "atMicros"))
                .isEqualTo(Runs.column(Runs.marks(timeline(stop)), "atMicros"));
    }

    private static long[] arrivals(String values) {
        return column(requests(timeline(values)), "arrivalMicros");
    }

    private static Timeline timeline(String values) {
        return LAB.timeline(scenario(values));
    }

    private static LaneSummary lane(String values) {
        return LAB.summary(scenario(values)).lanes().get(0);
    }
}
