package dev.tilab.cloud.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tilab.cloud.Region;
import dev.tilab.cloud.balancer.HealthCheckSettings;
import dev.tilab.simulation.lab.Intervention;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A group in a region, without any lab: what whoever builds on it may count on. */
class GroupTest {

    private static final long SECOND = Groups.SECOND;

    private final Region region = new Region(3, 3, 3_600 * SECOND, 1);
    private final Billing billing = new Billing(region, 3_600_000_000L, 0);
    private final List<String> told = new ArrayList<>();

    /** Remembers what it was told, and sends nobody anything. */
    private final class Watched implements Load {
        private int serving;
        private int dead;

        @Override
        public void sendsTo(int instances, int measured, int unnoticed) {
            serving = instances;
            dead = unnoticed;
        }

        @Override
        public void losesOne() {
            told.add("loses one");
        }

        @Override
        public void becomes(int size, double workFactor) {
            told.add("size " + size + ", work × " + workFactor);
        }
    }

    private final Watched load = new Watched();

    private Group group(int desired, int zones) {
        LifecycleSettings lifecycle = new LifecycleSettings(
                new LaunchSettings(120 * SECOND, 30 * SECOND, 10 * SECOND), 0, 0, 60 * SECOND, 0, 180 * SECOND);
        Group group = new Group(
                region,
                new GroupSettings(
                        new GroupSettings.Limits(1, desired, 9),
                        zones,
                        TerminationPolicy.DEFAULT,
                        true,
                        false,
                        1,
                        0,
                        lifecycle,
                        new HealthSettings(false, new HealthCheckSettings(10 * SECOND, 5 * SECOND, 2, 5), 0)),
                billing,
                load);
        group.begin();
        return group;
    }

    private static Intervention at(long seconds, String action, int index, double value) {
        return new Intervention(seconds * SECOND, action, "any", index, value);
    }

    private static Stream<Instance> serving(Group group) {
        return group.instances().stream().filter(each -> each.state().serves());
    }

    @Test
    void whatAZoneLosesComesBackInTheOthers() {
        Group group = group(6, 3);
        region.disturb(List.of(at(600, "fail-zone", 1, 0)));

        region.run();

        assertThat(List.of(group.in(0), group.in(1), group.in(2))).containsExactly(3, 0, 3);
        assertThat(serving(group)).hasSize(6).noneMatch(each -> each.zone() == 1);
        assertThat(group.activities()).extracting(Activity::cause).containsExactly(Cause.INITIAL, Cause.ZONE_LOST);
        assertThat(group.replacements()).isEqualTo(2);
        assertThat(told).containsExactly("size 0, work × 1.0", "loses one", "loses one");
        assertThat(load.serving).isEqualTo(6);
    }

    /** A region has more zones than a group lives in; guards against an outage elsewhere that costs it anything. */
    @Test
    void zonesThatItDoesNotSpanAreNoneOfItsBusiness() {
        Group group = group(4, 2);
        region.disturb(List.of(
                at(600, "fail-zone", 2, 0),
                at(900, "repair-zone", 2, 0),
                at(950, "no-capacity", 2, 0),
                at(960, "capacity-back", 2, 0)));

        region.run();

        assertThat(group.activities()).hasSize(1);
        assertThat(serving(group)).extracting(Instance::zone).containsExactly(0, 1, 0, 1);
    }

    /** Who serves and who does not is what a load balancer registers and drains by. */
    @Test
    void whoeverListensHearsWhoServesAndWhoLeaves() {
        Group group = group(2, 1);
        group.tell(new Group.Listener() {
            @Override
            public void grows() {
                told.add("grows");
            }

            @Override
            public void serves(Instance instance) {
                told.add(instance.number() + " serves");
            }

            @Override
            public void leaves(Instance instance) {
                told.add(instance.number() + " leaves " + instance.state());
            }
        });
        told.clear();
        region.disturb(List.of(at(60, "desired", 0, 3), at(600, "desired", 0, 2), at(1200, "stop-instance", 0, 0)));

        region.run();

        assertThat(told.subList(0, 2)).containsExactly("grows", "3 serves");
        assertThat(told.get(2)).matches("[123] leaves DRAINING");
        assertThat(told.get(3)).matches("[123] leaves FAILED");
        assertThat(told.subList(4, told.size())).containsExactly("loses one", "4 serves");
    }

    /** Until the load balancer has looked twice, a dead instance gets its share of the requests. */
    @Test
    void theLoadKnowsOfTheDeadUntilTheBalancerDoes() {
        group(3, 1);
        List<Integer> dead = new ArrayList<>();
        region.afterEvents(() -> dead.add(load.dead));
        region.disturb(List.of(at(600, "stop-instance", 0, 0)));

        region.run();

        assertThat(dead).contains(1).endsWith(0);
    }

    /** Four for an hour at a dollar a second, and one that was there for ten minutes and drained for one more. */
    @Test
    void itIsBilledFromRunningToTheEnd() {
        Group group = group(4, 1);
        region.disturb(List.of(at(600, "desired", 0, 3)));

        region.run();
        billing.advanceTo(region.nowMicros());

        assertThat(serving(group)).hasSize(3);
        assertThat(billing.costMicroUsd()).isEqualTo((3 * 3_600 + 660) * 1_000_000L);
    }

    /** An action of somebody else's is no fault of a group: guards against a default that takes it for one. */
    @Test
    void aFaultThatIsNotItsOwnIsRefused() {
        group(2, 1);

        assertThatThrownBy(() -> region.disturb(List.of(at(5, "reboot", 0, 0))))
                .isInstanceOf(IllegalStateException.class);
    }
}
