package dev.tilab.labs.autoscaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tilab.labs.autoscaling.AutoScalingSummary.ActivityRow;
import dev.tilab.labs.autoscaling.AutoScalingSummary.LaneSummary;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Policies at work in whole runs: what the documents say about them, told as stories. */
class PolicyStoriesTest {

    private static final double HOUR = 3600;

    private static LaneSummary lane(String policy, String... values) {
        Map<String, String> given = new HashMap<>(Map.of("policies", policy));
        for (int each = 0; each < values.length; each += 2) {
            given.put(values[each], values[each + 1]);
        }
        return Runs.LAB.summary(Runs.LAB.scenario(given)).lanes().get(0);
    }

    /** What the lane did after it was there. */
    private static List<ActivityRow> activities(LaneSummary lane) {
        return lane.activities().subList(1, lane.activities().size());
    }

    private static double first(LaneSummary lane, int direction) {
        return activities(lane).stream()
                .filter(each -> Integer.signum(each.to() - each.from()) == direction)
                .mapToDouble(ActivityRow::atSeconds)
                .findFirst()
                .orElseThrow();
    }

    /** AWS takes a schedule for UTC unless told otherwise. */
    @Test
    void aLunchScheduleWrittenForSeoulAndReadInUtcComesInTheEvening() {
        LaneSummary inSeoul = lane("scheduled", "schedule", "30 11 * * * 12", "scheduleZone", "Asia/Seoul");
        LaneSummary inUtc = lane("scheduled", "schedule", "30 11 * * * 12", "scheduleZone", "UTC");

        assertThat(first(inSeoul, 1)).isEqualTo(11.5 * HOUR);
        assertThat(first(inUtc, 1)).isEqualTo(20.5 * HOUR);
        assertThat(inUtc.failedRequests()).isGreaterThan(100_000);
    }

    /** In New York clocks go forward on 2026-03-08, the first Sunday of the run. */
    @Test
    void aScheduleInNewYorkComesAnHourEarlierInSeoulAfterTheClocksHaveChanged() {
        List<Double> hours = activities(lane(
                        "scheduled",
                        "traffic",
                        "constant",
                        "duration",
                        "8d",
                        "schedule",
                        "0 9 * * * 9; 0 10 * * * 4",
                        "scheduleZone",
                        "America/New_York"))
                .stream()
                .filter(each -> each.to() == 9)
                .map(each -> each.atSeconds() / HOUR % 24)
                .toList();

        assertThat(hours).containsExactly(23.0, 23.0, 23.0, 23.0, 23.0, 23.0, 22.0, 22.0);
    }

    /** Basic monitoring: three datapoints are fifteen minutes, fifteen are seventy-five. */
    @Test
    void withAMetricEveryFiveMinutesTargetTrackingTakesAQuarterOfAnHourOutAndFiveInside() {
        String[] values = {
            "traffic",
            "spike",
            "rushAt",
            "1h",
            "rushLength",
            "1h",
            "duration",
            "4h",
            "peakRate",
            "600",
            "noise",
            "0",
            "metricPeriod",
            "60s"
        };
        LaneSummary detailed = lane("target-tracking", values);
        values[values.length - 1] = "300s";
        LaneSummary basic = lane("target-tracking", values);

        assertThat(first(detailed, 1)).isCloseTo(HOUR + 3 * 60 + 15, within(1.0));
        assertThat(first(basic, 1)).isCloseTo(HOUR + 15 * 60 + 15, within(1.0));
        assertThat(first(detailed, -1)).isCloseTo(2 * HOUR + 15 * 60 + 15, within(1.0));
        assertThat(first(basic, -1)).isCloseTo(2 * HOUR + 75 * 60 + 15, within(1.0));
    }

    /** Guards against a forecast that has no way down even beside a policy that watches the metric. */
    @Test
    void besideTargetTrackingTheForecastIsAFloorAndTheDayCostsLess() {
        LaneSummary alone = lane("predictive");
        LaneSummary combined = lane("combined");
        LaneSummary tracking = lane("target-tracking");

        assertThat(alone.costUsd()).isGreaterThan(1.2 * combined.costUsd());
        assertThat(combined.secondsOutsideObjective()).isLessThan(tracking.secondsOutsideObjective());
        assertThat(first(combined, -1)).isBetween(13 * HOUR, 14 * HOUR);
    }

    @Test
    void aForecastThatBeginsWithTwelveHoursOfHistoryWakesUpWhenItHasTwentyFour() {
        LaneSummary late = lane("predictive", "history", "12h", "rushAt", "9h");

        assertThat(first(late, 1)).isGreaterThan(12 * HOUR);
    }

    @Test
    void requestsPerTargetSeeHowFarTheGroupIsBehindWhereUtilizationEndsAtAHundred() {
        String[] values = {"traffic", "spike", "rushAt", "1h", "duration", "3h", "peakRate", "900"};
        ActivityRow onCpu = activities(lane("target-tracking", values)).get(0);
        ActivityRow onRequests = activities(lane("requests-per-target", values)).get(0);

        assertThat(onCpu.to()).as("four at 100 %% need ⌈400 ÷ 60⌉").isEqualTo(7);
        assertThat(onRequests.to()).as("900 requests a second at 60 each").isBetween(15, 16);
    }
}
