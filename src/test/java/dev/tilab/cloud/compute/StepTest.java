package dev.tilab.cloud.compute;

import static dev.tilab.cloud.compute.Groups.cpu;
import static dev.tilab.cloud.compute.Groups.desiredAfter;
import static dev.tilab.cloud.compute.Groups.settings;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Step scaling with a warm-up: "Step and simple scaling policies", section "Instance warm-up". */
class StepTest {

    private final Step step = new Step(settings(), true);

    /** The documented case: at 60 one is added; at 62, while it warms up, none; at 70, while it does, two and not three. */
    @Test
    void aBreachOfTheSameStepAddsNothingWhileInstancesWarmUpAndOneOfALargerStepTheDifference() {
        assertThat(desiredAfter(3, cpu(81), step, Groups.of(10))).contains(11);
        assertThat(desiredAfter(1, cpu(83), step, Groups.of(11).warming(1))).isEmpty();
        assertThat(desiredAfter(1, cpu(91), step, Groups.of(11).warming(1))).contains(13);
    }

    @Test
    void whenTheyAreWarmTheyCount() {
        assertThat(desiredAfter(3, cpu(91), step, Groups.of(11))).contains(14);
    }

    /** Guards against a group that lets go of instances while those it has asked for are on their way. */
    @Test
    void noneLeavesWhileOthersWarmUp() {
        assertThat(desiredAfter(15, cpu(39), step, Groups.of(14).warming(1))).isEmpty();
        assertThat(desiredAfter(1, cpu(39), step, Groups.of(14))).contains(13);
    }

    @Test
    void instancesOnTheirWayOutCountSoThatTheyLeaveOnce() {
        assertThat(desiredAfter(15, cpu(29), step, Groups.of(13))).contains(10);
        assertThat(desiredAfter(1, cpu(29), step, Groups.of(10).leaving(3))).isEmpty();
        assertThat(desiredAfter(1, cpu(29), step, Groups.of(10))).contains(7);
    }

    /** Guards against steps in that mirror the steps out: whoever doubles at a rush does not want to halve after it. */
    @Test
    void stepsInAreTheirOwn() {
        Step own = new Step(Groups.steps(List.of(25.0, 75.0), List.of(10.0, 30.0)), true);
        assertThat(desiredAfter(3, cpu(91), own, Groups.of(8))).contains(14);
        assertThat(desiredAfter(15, cpu(29), own, Groups.of(15))).contains(11);
        assertThat(desiredAfter(1, cpu(39), own, Groups.of(15))).contains(14);
    }

    @Test
    void withoutWarmUpEveryDatapointAddsAgainAndTakesAwayAgain() {
        Step hasty = new Step(settings(), false);
        assertThat(desiredAfter(3, cpu(91), hasty, Groups.of(10))).contains(13);
        assertThat(desiredAfter(1, cpu(91), hasty, Groups.of(13).warming(3))).contains(16);
        assertThat(desiredAfter(15, cpu(29), hasty, Groups.of(13).warming(3))).contains(10);
        assertThat(desiredAfter(1, cpu(29), hasty, Groups.of(10).leaving(3))).contains(7);
    }

    @Test
    void theGroupsLimitsHold() {
        assertThat(desiredAfter(3, cpu(91), step, Groups.of(10).within(2, 11))).contains(11);
        assertThat(desiredAfter(3, cpu(91), step, Groups.of(11).within(2, 11))).isEmpty();
        assertThat(desiredAfter(15, cpu(1), step, Groups.of(2).within(2, 11))).isEmpty();
    }
}
