package dev.tilab.labs.autoscaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tilab.cloud.compute.State;
import dev.tilab.cloud.traffic.Traffic;
import dev.tilab.labs.autoscaling.AutoScalingSummary.LaneSummary;
import dev.tilab.simulation.timeline.Table;
import dev.tilab.simulation.timeline.Timeline;
import java.util.Arrays;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What users feel and what CloudWatch sees of it, where it can be computed by hand. */
class LoadTest {

    private static final String CONSTANT = "policies=fixed traffic=constant noise=0 ";

    /** Four instances at half load: M/M/1 says p_t = ln(1/(1−p)) ÷ (μ − λ), and 4 h × price. */
    @Test
    void aSteadyGroupIsAQueueOfTheBooksAtThePriceOfTheTable() {
        LaneSummary lane = Runs.lane(CONSTANT + "baseRate=200 peakRate=200 desired=4 duration=1h");

        assertThat(lane.requests()).isCloseTo(720_000, Percentage.withPercentage(0.5));
        assertThat(lane.failedRequests()).isZero();
        assertThat(lane.responseTimeMs().p50()).isCloseTo(1000 * Math.log(2) / 50, Percentage.withPercentage(1.5));
        assertThat(lane.responseTimeMs().p99()).isCloseTo(1000 * Math.log(100) / 50, Percentage.withPercentage(2));
        assertThat(lane.instanceHours()).isEqualTo(4);
        assertThat(lane.costUsd()).isEqualTo(0.472);
        assertThat(lane.costPerMonthUsd()).isCloseTo(730 * 0.472, within(1e-6));
        assertThat(lane.secondsOutsideObjective()).isZero();
    }

    /** Twice what four instances can do: half of it fails, and every second is outside the objective. */
    @Test
    void whatFindsNoRoomFails() {
        LaneSummary lane = Runs.lane(CONSTANT + "baseRate=800 peakRate=800 desired=4 duration=1h");

        assertThat((double) lane.failedRequests() / lane.requests()).isCloseTo(0.5, within(0.01));
        assertThat(lane.secondsOutsideObjective()).isGreaterThan(3_590);
        assertThat(lane.responseTimeMs().p99()).isBetween(1_000.0, 1_300.0);
    }

    @Test
    void withoutInstancesEverythingFailsAndNothingIsPaid() {
        LaneSummary lane = Runs.lane(CONSTANT + "baseRate=50 peakRate=50 min=0 desired=0 duration=601s");

        assertThat(lane.failedRequests()).isEqualTo(lane.requests()).isPositive();
        assertThat(lane.secondsOutsideObjective()).isEqualTo(601);
        assertThat(lane.responseTimeMs().p50()).isNull();
        assertThat(lane.costUsd()).isZero();
    }

    /** Guards against a division by an instance that can do nothing. */
    @Test
    void anObjectiveThatNobodyCanMeetHasNoBounds() {
        AutoScalingSummary summary = Runs.LAB.summary(Runs.scenario(CONSTANT + "objective=1ms duration=10m"));

        assertThat(summary.bounds()).isNull();
        assertThat(summary.lanes().get(0).wastedInstanceHours()).isNull();
        assertThat(summary.lanes().get(0).secondsOutsideObjective()).isEqualTo(600);
        assertThat(Runs.table(Runs.LAB.timeline(Runs.scenario(CONSTANT + "objective=1ms duration=10m")), "capped")
                        .rows())
                .isZero();
    }

    @Test
    void aSlowVersionDoublesTheUtilizationUntilAGoodOneComes() {
        Lane lane = Runs.run(CONSTANT + "baseRate=120 peakRate=120 desired=4 duration=30m"
                + " at=600s:slow-version:group:2,1200s:good-version:group");
        long[] utilization = Runs.column(lane.rows.table(), "utilizationPermille");

        assertThat(Arrays.stream(utilization, 0, 120).average().orElseThrow()).isCloseTo(300, within(6.0));
        assertThat(Arrays.stream(utilization, 121, 240).average().orElseThrow()).isCloseTo(600, within(12.0));
        assertThat(Arrays.stream(utilization, 241, 360).average().orElseThrow()).isCloseTo(300, within(6.0));
    }

    /** A queue cannot grow faster than arrivals exceed service: the first second of an overload is not yet a lost one. */
    @Test
    void aQueueFillsNoFasterThanRequestsCome() {
        Lane lane = Runs.run("policies=fixed traffic=spike noise=0 baseRate=100 peakRate=220 rushAt=600s rushLength=10m"
                + " desired=2 timeout=10s duration=30m");
        long[] failed = Runs.column(lane.rows.table(), "failed");

        // 1,000 places in each of two instances fill at 10 requests/s each: 100 s
        assertThat(Arrays.stream(failed, 0, 120 + 15).sum()).isLessThan(150);
        assertThat(Arrays.stream(failed, 120 + 40, 120 + 120).average().orElseThrow())
                .isCloseTo(100, within(15.0));
    }

    @ParameterizedTest
    @CsvSource({"60s, 15s, 75", "300s, 15s, 315", "60s, 0s, 60", "60s, 5m, 360"})
    void cloudWatchKnowsAPeriodWhenItIsOverAndItsDelayToo(String period, String delay, long firstSeconds) {
        Lane lane = Runs.run(
                CONSTANT + "policies=simple metricPeriod=" + period + " metricDelay=" + delay + " duration=1h");

        assertThat(lane.record.datapoints().get(0)[0]).isEqualTo(firstSeconds * 1_000_000);
    }

    /** 200 requests/s on 4 instances of 100: 50 % and 3,000 a minute each. */
    @ParameterizedTest
    @CsvSource({"simple, 500", "requests-per-target, 30000"})
    void theMetricIsWhatTheInstancesDo(String policy, double tenths) {
        Lane lane = Runs.run("policies=" + policy + " traffic=constant noise=0 baseRate=200 peakRate=200 desired=4"
                + " duration=10m requestsPerTarget=3300 scaleInBy=1");

        assertThat(lane.record.datapoints()).hasSize(9);
        assertThat(lane.record.datapoints())
                .allSatisfy(row -> assertThat((double) row[1]).isCloseTo(tenths, within(tenths / 30)));
    }

    /** Warm-up keeps the metric from the young: it stands still while they serve and do not count. */
    @Test
    void aWarmingInstanceServesAndDoesNotCount() {
        String story = "traffic=constant noise=0 baseRate=370 peakRate=370 desired=4 max=9 warmup=1200s duration=40m"
                + " launchTime=60s alarmDatapoints=1";
        Lane warming = Runs.run("policies=step " + story);

        assertThat(warming.record.instances()).anyMatch(row -> row[3] == State.WARMING.ordinal());
        assertThat(Runs.run("policies=step-no-warmup " + story).record.instances())
                .noneMatch(row -> row[3] == State.WARMING.ordinal());
        assertThat(warming.load.peakServing).isGreaterThan(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"day", "constant", "ramp", "spike", "flash-crowd", "curve"})
    void aJumpOfTheTrafficChangesHalfAnHourAndNothingElse(String traffic) {
        String story = "policies=fixed duration=3h curve=100,300,200 rushAt=30m traffic=" + traffic;
        int[] calm = Runs.requests(Runs.scenario(story));
        int[] jump = Runs.requests(Runs.scenario(story + " at=3600s:traffic:group:3"));

        assertThat(Arrays.copyOf(jump, 720)).isEqualTo(Arrays.copyOf(calm, 720));
        assertThat(Arrays.copyOfRange(jump, 1080, 2160)).isEqualTo(Arrays.copyOfRange(calm, 1080, 2160));
        assertThat(Arrays.stream(jump, 720, 1080).sum())
                .isCloseTo(3 * Arrays.stream(calm, 720, 1080).sum(), Percentage.withPercentage(1));
    }

    /** The number in a slot is Poisson: its variance is its mean. */
    @ParameterizedTest
    @ValueSource(strings = {"2", "19", "21", "1000"})
    void requestsComeByChance(String rate) {
        int[] requests = Runs.requests(Runs.scenario(CONSTANT + "duration=3d peakRate=100000 baseRate=" + rate));
        double mean = Arrays.stream(requests).average().orElseThrow();
        double variance = Arrays.stream(requests)
                        .mapToDouble(each -> (each - mean) * (each - mean))
                        .sum()
                / requests.length;

        assertThat(mean).isCloseTo(5 * Double.parseDouble(rate), Percentage.withPercentage(0.5));
        assertThat(variance / mean).isCloseTo(1, within(0.03));
    }

    /** The weekend of the daily wave has no rush, and every day before the run is like one of the week. */
    @Test
    void theWaveKnowsWeekends() {
        Traffic traffic = new Traffic(Runs.scenario("traffic=day").traffic);
        long noon = Traffic.DAY_MICROS / 2 + 1_800_000_000L;

        assertThat(traffic.perSecond(noon)).isEqualTo(1000);
        assertThat(traffic.perSecond(5 * Traffic.DAY_MICROS + noon)).isLessThan(500);
        assertThat(traffic.perSecond(noon - 7 * Traffic.DAY_MICROS)).isEqualTo(1000);
        assertThat(traffic.perSecond(noon - Traffic.DAY_MICROS)).isLessThan(500);
        assertThat(traffic.rushes()).containsExactly(Traffic.DAY_MICROS / 2);
    }

    /** Lanes do not touch each other, and a picture shows what the figures say. */
    @Test
    void everyLaneSeesTheSameTrafficAndTheRowsAddUpToTheFigures() {
        AutoScalingScenario scenario =
                Runs.scenario("policies=simple,step,combined traffic=spike rushAt=1h duration=3h");
        AutoScalingSummary summary = Runs.LAB.summary(scenario);
        Timeline timeline = Runs.LAB.timeline(scenario);

        assertThat(summary.lanes())
                .extracting(LaneSummary::requests)
                .containsOnly(summary.lanes().get(0).requests());
        assertThat(summary.lanes().get(1)).isEqualTo(Runs.lane("policies=step traffic=spike rushAt=1h duration=3h"));
        for (int lane = 0; lane < 3; lane++) {
            Table rows = timeline.lanes().get(lane);
            LaneSummary figures = summary.lanes().get(lane);
            long[] cost = Runs.column(rows, "costMicroUsd");
            assertThat(Arrays.stream(Runs.column(rows, "failed")).sum()).isEqualTo(figures.failedRequests());
            assertThat(Arrays.stream(Runs.column(rows, "outsideMicros")).sum() / 1e6)
                    .isEqualTo(figures.secondsOutsideObjective());
            assertThat(cost[cost.length - 1] / 1e6).isEqualTo(figures.costUsd());
        }
    }
}
