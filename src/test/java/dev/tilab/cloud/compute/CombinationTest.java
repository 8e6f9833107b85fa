package dev.tilab.cloud.compute;

import static dev.tilab.cloud.compute.Groups.HOUR;
import static dev.tilab.cloud.compute.Groups.cpu;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** "Multiple scaling policies" and "Predictive scaling": who decides when several policies have their say. */
class CombinationTest {

    /** Wants the same capacity at every datapoint. */
    private record Wanting(int to) implements ScalingPolicy {

        @Override
        public Optional<Change> onDatapoint(Datapoint datapoint, GroupView group) {
            return to == group.desired() ? Optional.empty() : Optional.of(new Change(to, Cause.ALARM_HIGH, 0, 0, 0));
        }
    }

    /** Forecasts that an hour needs so many. */
    private record Forecasting(int floor) implements ScalingPolicy {

        @Override
        public int floor(long nowMicros) {
            return floor;
        }

        @Override
        public boolean scalesIn() {
            return false;
        }
    }

    private static Optional<Integer> desired(int now, ScalingPolicy... parts) {
        return new Combination(List.of(parts))
                .onDatapoint(cpu(50), Groups.of(now))
                .map(Change::to);
    }

    @Test
    void theGroupScalesOutIfAnyPolicySaysSoAndByTheLargest() {
        assertThat(desired(4, new Wanting(4), new Wanting(5))).contains(5);
        assertThat(desired(4, new Wanting(6), new Wanting(5))).contains(6);
        assertThat(desired(4, new Wanting(2), new Wanting(5))).contains(5);
    }

    /** The documented case: of eight, one policy removes three and another 25 percent: two go. */
    @Test
    void theGroupScalesInOnlyIfAllSaySoAndByTheFewest() {
        assertThat(desired(8, new Wanting(5), new Wanting(6))).contains(6);
        assertThat(desired(8, new Wanting(5), new Wanting(8))).isEmpty();
    }

    /** Guards against a forecast that keeps the group from ever scaling in because it never says so. */
    @Test
    void aForecastHasNoVoteButKeepsWhatItsHourNeeds() {
        assertThat(desired(8, new Wanting(5), new Forecasting(3))).contains(5);
        assertThat(desired(8, new Wanting(5), new Forecasting(7))).contains(7);
        assertThat(desired(8, new Wanting(5), new Forecasting(9))).isEmpty();
    }

    /** The documented case: target tracking needs ten, the forecast eight: ten. */
    @Test
    void whatIsNeededMostDecides() {
        ScalingPolicy combined =
                Policy.COMBINED.policy(Groups.settings(Groups.NO_SCHEDULE, Groups.DAY, (from, to) -> 480));
        Groups six = Groups.of(6);
        assertThat(combined.onClock(six.at(0)).map(Change::to)).contains(8);
        Groups.after(2, cpu(75), combined, Groups.of(8));
        assertThat(combined.onDatapoint(cpu(75), Groups.of(8)))
                .contains(new Change(10, Cause.TARGET_HIGH, 750, 600, 3));
    }

    /** Every part has to see every datapoint, or an alarm misses some while another one speaks. */
    @Test
    void allAlarmsCountWhoeverSpeaks() {
        ScalingPolicy combined = Policy.COMBINED.policy(Groups.settings());
        Groups.after(15, cpu(20), combined, Groups.of(10).warming(1));
        // both step (−30 % of 10) and target tracking (⌈10 × 20 ÷ 60⌉ = 4) are ready
        assertThat(combined.onDatapoint(cpu(20), Groups.of(10)).map(Change::to)).contains(7);
    }

    @Test
    void onlyPoliciesWhoseInstantHasComeAreAskedByTheClock() {
        ScalingPolicy combined =
                Policy.COMBINED.policy(Groups.settings(Groups.NO_SCHEDULE, Groups.DAY, (from, to) -> 480));
        assertThat(combined.nextMicros(-1)).isZero();
        assertThat(combined.nextMicros(0)).isEqualTo(HOUR - 300 * Groups.SECOND);
        assertThat(combined.onClock(Groups.of(6).at(17))).isEmpty();
    }

    @Test
    void aPolicyWithoutPartsDoesNothing() {
        ScalingPolicy fixed = Policy.FIXED.policy(Groups.settings());
        assertThat(Groups.after(20, cpu(100), fixed, Groups.of(3))).isEmpty();
        assertThat(fixed.nextMicros(-1)).isEqualTo(ScalingPolicy.NEVER);
        assertThat(fixed.highAlarm()).isEmpty();
    }
}
