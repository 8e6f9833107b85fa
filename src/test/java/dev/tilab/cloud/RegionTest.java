package dev.tilab.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tilab.simulation.lab.Intervention;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RegionTest {

    private static final Fault CRASH = Fault.of("crash", "instance");

    private final Region region = new Region(1, 3, 1_000, 1);
    private final List<String> happened = new ArrayList<>();

    private static Intervention at(long micros, String action, int index) {
        return new Intervention(micros, action, "any", index, 0);
    }

    private final class Inhabitant implements Zones.Listener {
        private final String name;

        Inhabitant(String name) {
            this.name = name;
            region.zones().tell(this);
        }

        @Override
        public void failed(int zone) {
            happened.add(name + " fails in " + zone);
        }

        @Override
        public void cut(int zone) {
            happened.add(name + " is cut off in " + zone);
        }

        @Override
        public void linksChanged() {
            happened.add(name + " looks round");
        }

        @Override
        public void repaired(int zone) {
            happened.add(name + " is repaired in " + zone);
        }

        @Override
        public void recover(int zone) {
            happened.add(name + " comes back in " + zone);
        }

        @Override
        public void hasCapacity(int zone) {
            happened.add(name + " may launch in " + zone);
        }
    }

    /** Guards against somebody who looks round while others are still standing that the same outage takes. */
    @Test
    void allLoseWhatTheyHadBeforeAnybodyLooksRound() {
        new Inhabitant("a");
        new Inhabitant("b");
        region.disturb(List.of(at(5, "fail-zone", 2), at(6, "repair-zone", 2)));

        region.run();

        assertThat(happened)
                .containsExactly(
                        "a fails in 2",
                        "b fails in 2",
                        "a looks round",
                        "b looks round",
                        "a is repaired in 2",
                        "b is repaired in 2",
                        "a looks round",
                        "b looks round",
                        "a comes back in 2",
                        "b comes back in 2");
    }

    @Test
    void whatChangesNothingIsToldToNobody() {
        new Inhabitant("a");
        region.disturb(List.of(
                at(1, "repair-zone", 0),
                at(2, "fail-zone", 0),
                at(3, "fail-zone", 0),
                at(4, "cut-zone", 0),
                at(5, "cut-zone", 1),
                at(6, "cut-zone", 1),
                at(7, "no-capacity", 1),
                at(8, "capacity-back", 1)));

        region.run();

        assertThat(happened)
                .containsExactly(
                        "a fails in 0", "a looks round", "a is cut off in 1", "a looks round", "a may launch in 1");
    }

    @Test
    void messagesGetWhereThereIsPowerAndALink() {
        Zones zones = region.zones();
        zones.cut(0);
        zones.fail(1);

        assertThat(zones.connects(0, 0)).as("within a zone that is cut off").isTrue();
        assertThat(zones.connects(0, 2)).isFalse();
        assertThat(zones.connects(Zones.OUTSIDE, 0)).isFalse();
        assertThat(zones.connects(1, 1)).as("within a dark zone").isFalse();
        assertThat(zones.connects(Zones.OUTSIDE, 2)).isTrue();
        assertThat(List.of(zones.state(0), zones.state(1), zones.state(2)))
                .containsExactly(Zones.State.CUT, Zones.State.DARK, Zones.State.UP);
    }

    /** Guards against a default branch that does something else instead. */
    @Test
    void aFaultThatNobodyKnowsIsAnErrorBeforeTheRunBegins() {
        region.faults().on(CRASH, what -> happened.add("crash of " + what.index()));

        assertThatThrownBy(() -> region.disturb(List.of(at(5, "crash", 1), at(6, "unplug", 1))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("unplug");
        region.run();
        assertThat(happened).isEmpty();
    }

    @Test
    void twoComponentsCannotMeanDifferentThingsByOneFault() {
        assertThatThrownBy(() -> region.faults().on(Zones.FAIL, what -> {})).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void whoWantsToKnowIsCalledAroundEveryEventAndAfterEveryIntervention() {
        region.faults().on(CRASH, what -> happened.add("crash"));
        region.faults().afterwards(() -> happened.add("afterwards"));
        region.beforeEvents(() -> happened.add("before"));
        region.afterEvents(() -> happened.add("after"));
        region.afterEvents(() -> happened.add("after that"));
        region.later(5, () -> happened.add("event"));
        region.disturb(List.of(at(5, "crash", 0)));

        region.run();

        assertThat(happened)
                .containsExactly(
                        "before",
                        "crash",
                        "afterwards",
                        "after",
                        "after that",
                        "before",
                        "event",
                        "after",
                        "after that");
    }

    @Test
    void nothingHappensAfterTheEnd() {
        region.later(1_000, () -> {
            happened.add("at the end");
            region.later(1, () -> happened.add("too late"));
            region.later(Long.MAX_VALUE / 2, () -> happened.add("far too late"));
        });

        region.run();

        assertThat(happened).containsExactly("at the end");
        assertThat(region.happened()).isEqualTo(1);
    }

    /** The picture of a zone is what was done to it, whether or not that changed anything. */
    @Test
    void theLogSaysWhatEachZoneIsAtFirstAndAfterEverythingDoneToIt() {
        region.disturb(
                List.of(at(5, "fail-zone", 1), at(6, "fail-zone", 1), at(7, "repair-zone", 1), at(8, "cut-zone", 0)));

        region.run();

        assertThat(region.log().table("zones").rows())
                .containsExactly(
                        new long[] {0, 0, 0},
                        new long[] {0, 1, 0},
                        new long[] {0, 2, 0},
                        new long[] {5, 1, 1},
                        new long[] {6, 1, 1},
                        new long[] {7, 1, 0},
                        new long[] {8, 0, 2});
    }

    @Test
    void aZoneGivesMachinesWhileItHasPowerAndSomeLeft() {
        List<Boolean> given = new ArrayList<>();
        for (long micros : List.of(1L, 3L, 5L, 7L)) {
            region.later(micros, () -> given.add(region.zones().canLaunch(2)));
        }
        region.disturb(List.of(at(2, "no-capacity", 2), at(4, "capacity-back", 2), at(6, "fail-zone", 2)));

        region.run();

        assertThat(given).containsExactly(true, false, true, false);
        assertThat(region.zones().count()).isEqualTo(3);
    }

    @Test
    void theLogKeepsRowsByTableWithTheirInstant() {
        EventLog.Table first = region.log().table("roles", "machine", "role");
        region.later(7, () -> first.add(1, 4));
        region.later(9, () -> region.log().table("roles", "machine", "role").add(2, 5));

        region.run();

        assertThat(first.rows()).containsExactly(new long[] {7, 1, 4}, new long[] {9, 2, 5});
        assertThatThrownBy(() -> first.add(1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> region.log().table("roles", "machine")).isInstanceOf(IllegalStateException.class);
    }
}
