package dev.tilab.cloud.compute;

import static dev.tilab.cloud.compute.Groups.cpu;
import static dev.tilab.cloud.compute.Groups.desiredAfter;
import static dev.tilab.cloud.compute.Groups.requests;
import static dev.tilab.cloud.compute.Groups.settings;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** "Target tracking scaling policies": rounding, the two alarms, and what keeps it from scaling in. */
class TargetTrackingTest {

    private TargetTracking tracking;

    @BeforeEach
    void newPolicy() {
        tracking = TargetTracking.onCpu(settings());
    }

    @Test
    void oneAndAHalfInstancesTooFewAreTwoToAdd() {
        assertThat(Groups.after(3, cpu(90), tracking, Groups.of(3)))
                .contains(new Change(5, Cause.TARGET_HIGH, 900, 600, 3));
    }

    @Test
    void oneAndAHalfInstancesTooManyAreOneToRemove() {
        // 10 × 39 ÷ 60 = 6.5
        assertThat(desiredAfter(15, cpu(39), tracking, Groups.of(10))).contains(7);
        // 4 × 37.5 ÷ 60 = 2.5
        assertThat(Groups.after(1, cpu(37.5), tracking, Groups.of(4)))
                .contains(new Change(3, Cause.TARGET_LOW, 375, 420, 16));
    }

    @Test
    void itScalesInBelowSeventyPercentOfTheTargetAndAfterFifteenDatapoints() {
        assertThat(desiredAfter(100, cpu(42), tracking, Groups.of(10))).isEmpty();
        assertThat(desiredAfter(14, cpu(41.9), tracking, Groups.of(10))).isEmpty();
        assertThat(desiredAfter(1, cpu(41.9), tracking, Groups.of(10))).contains(7);
    }

    /** Guards against a group that scales in and out again. */
    @Test
    void itNeverRemovesSoManyThatTheMetricIsOverTheTargetAgain() {
        for (int desired = 1; desired <= 40; desired++) {
            for (double metric = 0.5; metric < 42; metric += 0.5) {
                Optional<Integer> to = desiredAfter(15, cpu(metric), tracking, Groups.of(desired));
                if (to.isPresent()) {
                    assertThat(to.get()).isLessThan(desired);
                    assertThat(metric * desired / to.get())
                            .as("%s at %s", desired, metric)
                            .isLessThanOrEqualTo(60 + 1e-9);
                }
            }
        }
        assertThat(desiredAfter(15, cpu(41), tracking, Groups.of(2)))
                .as("one would have 82 %%")
                .isEmpty();
    }

    @Test
    void itDoesNotScaleInWhileInstancesWarmUp() {
        assertThat(desiredAfter(20, cpu(10), tracking, Groups.of(10).warming(1)))
                .isEmpty();
        assertThat(desiredAfter(1, cpu(10), tracking, Groups.of(10))).contains(2);
    }

    @Test
    void instancesThatWarmUpAreNotAskedForAgain() {
        // six warm ones at 100 % need ten
        assertThat(desiredAfter(3, cpu(100), tracking, Groups.of(6))).contains(10);
        assertThat(desiredAfter(1, cpu(100), tracking, Groups.of(10).warming(4)))
                .isEmpty();
        assertThat(desiredAfter(1, cpu(100), tracking, Groups.of(9).warming(3))).contains(10);
    }

    @Test
    void requestsPerTargetFollowTheSameRuleWithTheirOwnLowAlarm() {
        TargetTracking onRequests = TargetTracking.onRequests(settings());
        assertThat(desiredAfter(3, requests(5000), onRequests, Groups.of(10))).contains(14);
        assertThat(desiredAfter(100, requests(3240), onRequests, Groups.of(10))).isEmpty();
        assertThat(desiredAfter(15, requests(3239), onRequests, Groups.of(20))).contains(18);
        assertThat(desiredAfter(3, cpu(100), onRequests, Groups.of(10)))
                .as("another metric")
                .isEmpty();
    }

    @Test
    void withoutDatapointsItDoesNothing() {
        assertThat(desiredAfter(3, cpu(Double.NaN), tracking, Groups.of(3))).isEmpty();
        desiredAfter(3, cpu(90), tracking, Groups.of(3));
        assertThat(desiredAfter(1, cpu(Double.NaN), tracking, Groups.of(3))).isEmpty();
    }
}
