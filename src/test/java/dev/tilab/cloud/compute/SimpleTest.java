package dev.tilab.cloud.compute;

import static dev.tilab.cloud.compute.Groups.SECOND;
import static dev.tilab.cloud.compute.Groups.cpu;
import static dev.tilab.cloud.compute.Groups.desiredAfter;
import static dev.tilab.cloud.compute.Groups.settings;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Simple scaling, and scaling up, which waits in the same way. */
class SimpleTest {

    private final Simple simple = new Simple(settings(), true);

    @Test
    void twoAreAddedAtTheThirdDatapointAndOneIsTakenAwayAtTheFifteenth() {
        assertThat(desiredAfter(2, cpu(90), simple, Groups.of(4))).isEmpty();
        assertThat(simple.onDatapoint(cpu(90), Groups.of(4))).contains(new Change(6, Cause.ALARM_HIGH, 900, 800, 3));
        assertThat(desiredAfter(14, cpu(10), simple, Groups.of(6))).isEmpty();
        assertThat(simple.onDatapoint(cpu(10), Groups.of(6))).contains(new Change(5, Cause.ALARM_LOW, 100, 400, 15));
    }

    /** Guards against a cooldown that begins when the change is decided: it begins when the last instance is there. */
    @Test
    void nothingHappensUntilTheActivityHasEndedAndTheCooldownAfterIt() {
        Groups group = Groups.of(4);
        assertThat(desiredAfter(3, cpu(90), simple, group.busy())).isEmpty();
        Groups done = group.doneAt(1000 * SECOND);
        assertThat(desiredAfter(3, cpu(90), simple, done.at(1299 * SECOND))).isEmpty();
        assertThat(desiredAfter(3, cpu(90), simple, done.at(1300 * SECOND))).contains(6);
    }

    @Test
    void withoutCooldownEveryDatapointOfAnAlarmAddsTwoMore() {
        Simple hasty = new Simple(settings(), false);
        assertThat(desiredAfter(3, cpu(90), hasty, Groups.of(4))).contains(6);
        assertThat(desiredAfter(1, cpu(90), hasty, Groups.of(6).busy())).contains(8);
    }

    /** "How scaling policies work", examples 1 and 2. */
    @Test
    void aGroupStaysWithinItsLimits() {
        assertThat(desiredAfter(3, cpu(90), simple, Groups.of(2).within(1, 3))).contains(3);
        assertThat(desiredAfter(3, cpu(90), simple, Groups.of(3).within(1, 3))).isEmpty();
        assertThat(desiredAfter(15, cpu(10), simple, Groups.of(2).within(2, 3))).isEmpty();
    }

    @Test
    void anInstanceGetsTheNextSizeAndAtTheLargestNoMore() {
        Resize resize = new Resize(settings());
        Groups one = Groups.of(1);
        assertThat(Groups.after(3, cpu(90), resize, one.size(0, 3))).contains(new Change(1, Cause.RESIZE, 0, 1, 0));
        assertThat(Groups.after(3, cpu(90), resize, one.size(0, 3).busy())).isEmpty();
        assertThat(Groups.after(3, cpu(90), resize, one.size(2, 3))).isEmpty();
        assertThat(Groups.after(15, cpu(10), resize, one.size(2, 3))).contains(new Change(1, Cause.RESIZE, 2, 1, 0));
        assertThat(Groups.after(15, cpu(10), resize, one.size(0, 3))).isEmpty();
    }
}
