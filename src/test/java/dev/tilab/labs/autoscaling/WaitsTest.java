package dev.tilab.labs.autoscaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tilab.labs.autoscaling.AutoScalingSummary.EnoughCapacity;
import dev.tilab.labs.autoscaling.Waits.Part;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is drawn of a wait is what was waited for, to the microsecond, and not what was configured. */
class WaitsTest {

    private static final String LUNCH = "policies=simple desired=4 duration=14h seed=7";

    private static final String SPIKE = "traffic=spike duration=2h rushAt=30m noise=0 ";

    /** Guards against a picture that says other seconds than the table below it. */
    @Test
    void theFirstWaitIsThatOfTheFigures() {
        EnoughCapacity told = Runs.lane(LUNCH).secondsToEnoughCapacity();
        List<long[]> rows = Runs.run(LUNCH).waits.rows();
        int first = 0;
        while (rows.get(first)[0] < 43_200_000_000L) {
            first++;
        }

        assertThat(seconds(rows.get(first), Part.METRIC)).isCloseTo(told.metric(), within(1e-5));
        assertThat(seconds(rows.get(first + 1), Part.ALARM)).isCloseTo(told.alarm(), within(1e-5));
        assertThat(seconds(rows.get(first + 2), Part.BOOT)).isCloseTo(told.boot() + told.application(), within(1e-5));
        assertThat(seconds(rows.get(first + 3), Part.CHECK)).isCloseTo(told.healthCheck(), within(1e-5));
        assertThat(parts(rows.subList(first + 4, rows.size()))).contains(Part.REST);
    }

    /** Guards against a wait for an alarm where the group is as large as it may be. */
    @Test
    void whoIsAsLargeAsAllowedWaitsForNothingThatCanCome() {
        assertThat(parts("policies=target-tracking max=5 " + SPIKE)).endsWith(Part.FULL);
        assertThat(parts("policies=fixed desired=4 " + SPIKE)).containsExactly(Part.FULL);
    }

    /** A zone without capacity: more is wanted than can be launched. */
    @Test
    void noCapacityIsAsFinalAsAMaximum() {
        String full = "at=5m:no-capacity:az-a,5m:no-capacity:az-b,5m:no-capacity:az-c";
        assertThat(parts("policies=target-tracking max=20 " + SPIKE + full)).endsWith(Part.FULL);
    }

    /** A larger instance instead of one more: its group never has more than one, and is not full. */
    @Test
    void scalingUpIsNotFullBecauseItIsOne() {
        assertThat(parts("policies=scale-up desired=1 min=1 baseRate=40 peakRate=150 " + SPIKE))
                .startsWith(Part.METRIC, Part.ALARM, Part.BOOT);
    }

    static LongStream seeds() {
        return LongStream.range(0, 40);
    }

    /** Guards against parts that overlap, go backwards or reach out of the run, whatever is done to the group. */
    @ParameterizedTest
    @MethodSource("seeds")
    void partsFollowEachOther(long seed) {
        AutoScalingScenario scenario = Runs.any(seed);
        long before = 0;
        for (long[] row : Runs.run(scenario, () -> {}).waits.rows()) {
            assertThat(row[0]).isGreaterThanOrEqualTo(before);
            assertThat(row[1]).isGreaterThan(row[0]).isLessThanOrEqualTo(scenario.durationMicros());
            before = row[1];
        }
    }

    private static List<Part> parts(String values) {
        return parts(Runs.run(values).waits.rows());
    }

    private static List<Part> parts(List<long[]> rows) {
        return rows.stream().map(row -> Part.values()[(int) row[2]]).toList();
    }

    private static double seconds(long[] row, Part part) {
        assertThat(Part.values()[(int) row[2]]).isEqualTo(part);
        return (row[1] - row[0]) / 1e6;
    }
}
