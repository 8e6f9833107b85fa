package dev.tilab.cloud.compute;

import static dev.tilab.cloud.compute.Adjustment.CHANGE_IN_CAPACITY;
import static dev.tilab.cloud.compute.Adjustment.EXACT_CAPACITY;
import static dev.tilab.cloud.compute.Adjustment.PERCENT_CHANGE_IN_CAPACITY;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The worked examples of "Step and simple scaling policies" in the Amazon EC2 Auto Scaling User Guide. */
class AdjustmentTest {

    @Test
    void threeAndFiveAreEightWhereCapacityIsChangedAndFiveWhereItIsSet() {
        assertThat(CHANGE_IN_CAPACITY.apply(3, 5, 0)).isEqualTo(8);
        assertThat(CHANGE_IN_CAPACITY.apply(3, -5, 0)).isZero();
        assertThat(EXACT_CAPACITY.apply(3, 5, 0)).isEqualTo(5);
    }

    /** Guards against rounding that loses a small change, or makes a large one larger. */
    @ParameterizedTest
    @CsvSource({"100, 12.7, 12", "100, 0.67, 1", "100, -0.58, -1", "100, -6.67, -6", "10, 10, 1", "11, 30, 3", "5, 0, 0"
    })
    void percentAreRoundedTowardsZeroButNeverToNothing(long current, double percent, long by) {
        assertThat(PERCENT_CHANGE_IN_CAPACITY.by(current, percent)).isEqualTo(by);
    }

    @Test
    void aQuarterOfFourIsTwoWhereTwoIsTheLeast() {
        assertThat(PERCENT_CHANGE_IN_CAPACITY.apply(4, 25, 2)).isEqualTo(6);
        assertThat(PERCENT_CHANGE_IN_CAPACITY.apply(4, -25, 2)).isEqualTo(2);
        assertThat(PERCENT_CHANGE_IN_CAPACITY.apply(40, 25, 2)).isEqualTo(50);
    }

    /** Threshold 50; out by 0, 10, 30 % from 50, 60, 70 on; in by the same from 50, 40, 30 down. */
    @Test
    void theDocumentedGroupGoesFromTenToElevenToFourteenToThirteenToTen() {
        StepAdjustments out = StepAdjustments.every(10, 50, 1, List.of(0.0, 10.0, 30.0));
        StepAdjustments in = StepAdjustments.every(10, 50, -1, List.of(0.0, 10.0, 30.0));

        assertThat(out.apply(10, 60)).isEqualTo(11);
        assertThat(out.apply(11, 70)).isEqualTo(14);
        assertThat(in.apply(14, 40)).isEqualTo(13);
        assertThat(in.apply(13, 30)).isEqualTo(10);
    }

    /** Above the threshold a step owns its lower bound, below it the upper one: both are the bound nearer to it. */
    @ParameterizedTest
    @CsvSource({"50, 10", "59.99, 10", "60, 11", "69.99, 11", "70, 13", "100, 13"})
    void aStepBeginsAtTheBoundNearerToTheThreshold(double metric, long capacity) {
        assertThat(StepAdjustments.every(10, 50, 1, List.of(0.0, 10.0, 30.0)).apply(10, metric))
                .isEqualTo(capacity);
        assertThat(StepAdjustments.every(10, 50, -1, List.of(0.0, 10.0, 30.0)).apply(10, 100 - metric))
                .isEqualTo(20 - capacity);
    }

    @Test
    void aMetricOnTheOtherSideOfTheThresholdChangesNothing() {
        assertThat(StepAdjustments.every(10, 50, 1, List.of(10.0)).apply(10, 49.9))
                .isEqualTo(10);
        assertThat(StepAdjustments.every(10, 50, -1, List.of(10.0)).apply(10, 50.1))
                .isEqualTo(10);
    }
}
