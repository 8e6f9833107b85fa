package dev.tilab.cloud.balancer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tilab.cloud.Endpoint;
import dev.tilab.cloud.Region;
import dev.tilab.cloud.Zones;
import dev.tilab.simulation.lab.Intervention;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Nodes, their checks and the name above them, in a region and nothing else. */
class LoadBalancerTest {

    private static final long SECOND = 1_000_000;
    private static final Endpoint NOBODY = (request, reply) -> {};

    private final Region region = new Region(7, 3, 300 * SECOND, 1);

    private LoadBalancer balancer(boolean crossZone) {
        return new LoadBalancer(
                region,
                new BalancerSettings(
                        List.of(0, 1),
                        LoadBalancingStrategy.ROUND_ROBIN,
                        crossZone,
                        30 * SECOND,
                        60 * SECOND,
                        false,
                        new HealthCheckSettings(10 * SECOND, 5 * SECOND, 2, 3)));
    }

    private static Target in(int zone) {
        return new Target(zone, NOBODY, answer -> answer.accept(CheckResult.PASSED));
    }

    private static List<Integer> choices(LoadBalancer balancer, int node, int count) {
        return IntStream.range(0, count)
                .mapToObj(each -> balancer.choose(node, each))
                .toList();
    }

    @Test
    void aNodeTakesItsTargetsInTurnAndThoseOfOtherZonesOnlyIfItMay() {
        LoadBalancer across = balancer(true);
        LoadBalancer within = balancer(false);
        for (LoadBalancer each : List.of(across, within)) {
            List.of(0, 1, 0).forEach(zone -> each.register(in(zone)));
        }

        assertThat(choices(across, 0, 4)).containsExactly(0, 1, 2, 0);
        assertThat(choices(within, 0, 4)).containsExactly(0, 2, 0, 2);
        assertThat(choices(within, 1, 2)).containsExactly(1, 1);
    }

    /** Guards against a target that comes later and is never asked, and one that has left and still is. */
    @Test
    void targetsComeAndGo() {
        LoadBalancer balancer = balancer(true);
        balancer.register(in(0));
        assertThat(balancer.register(in(1))).isEqualTo(1);
        balancer.deregister(0);
        assertThat(balancer.register(in(0))).as("numbers are not used again").isEqualTo(2);

        region.run();

        assertThat(choices(balancer, 0, 4)).containsExactly(2, 1, 2, 1);
        balancer.deregister(1);
        balancer.deregister(2);
        assertThat(balancer.choose(0, 0)).as("a node without targets").isEqualTo(-1);
    }

    /**
     * Guards against a target that is checked once for each of its groups and so is out sooner, against a group that goes on choosing
     * it, and against one that fails closed and sends nevertheless.
     */
    @Test
    void aTargetOfSeveralGroupsIsCheckedOnceAndOutOfAll() {
        List<String> found = new ArrayList<>();
        LoadBalancer balancer = new LoadBalancer(
                region,
                List.of(0),
                true,
                List.of(
                        new LoadBalancer.Group(LoadBalancingStrategy.ROUND_ROBIN, true),
                        new LoadBalancer.Group(LoadBalancingStrategy.ROUND_ROBIN, false)),
                new HealthCheckSettings(10 * SECOND, 5 * SECOND, 2, 3),
                (node, target, known, changed) ->
                        found.add(target + " " + known.state().id() + " " + known.streak()));
        balancer.register(new Target(0, NOBODY, answer -> answer.accept(CheckResult.REFUSED)), 0, 1);
        balancer.register(new Target(0, NOBODY, answer -> answer.accept(CheckResult.PASSED)), 0);
        balancer.register(new Target(0, NOBODY, answer -> answer.accept(CheckResult.REFUSED)));

        region.later(25 * SECOND, () -> {
            assertThat(balancer.choose(0, 0, 0)).isEqualTo(1);
            assertThat(balancer.choose(0, 1, 0)).as("fails closed").isEqualTo(-1);
            assertThat(balancer.isLeftWithoutHealthy(0, 0)).isTrue();
            assertThat(balancer.serves(0)).isFalse();
            assertThat(found.stream().filter(each -> each.startsWith("0 "))).startsWith("0 healthy 1", "0 unhealthy 0");
        });
        region.run();
        assertThat(found).anyMatch(each -> each.startsWith("1 healthy"));
    }

    /** Guards against a balancer that goes on to check what it sends nothing to any more. */
    @Test
    void whoHasLeftIsNotChecked() {
        LoadBalancer balancer = balancer(true);
        List<Long> checks = new ArrayList<>();
        int target = balancer.register(new Target(0, NOBODY, answer -> {
            checks.add(region.nowMicros());
            answer.accept(CheckResult.PASSED);
        }));
        region.later(100 * SECOND, () -> balancer.deregister(target));

        region.run();

        assertThat(checks).hasSizeBetween(18, 22).allMatch(micros -> micros <= 100 * SECOND);
    }

    /** Two failures in a row, then three successes: a target that answers too late has failed as well. */
    @Test
    void aTargetThatDoesNotAnswerIsOutUntilItHasAnsweredOftenEnough() {
        LoadBalancer balancer = balancer(true);
        boolean[] silent = {false};
        balancer.register(in(0));
        balancer.register(new Target(0, NOBODY, answer -> {
            if (silent[0]) {
                region.later(6 * SECOND, () -> answer.accept(CheckResult.PASSED));
            } else {
                answer.accept(CheckResult.PASSED);
            }
        }));
        region.later(50 * SECOND, () -> silent[0] = true);
        region.later(150 * SECOND, () -> silent[0] = false);
        List<Boolean> asked = new ArrayList<>();
        for (int second : List.of(49, 90, 155, 200)) {
            region.later(
                    second * SECOND, () -> asked.add(choices(balancer, 0, 2).contains(1)));
        }

        region.run();

        assertThat(asked).containsExactly(true, false, false, true);
        assertThat(region.log().table("health").rows()).hasSize(4).allMatch(row -> row[2] == 1);
    }

    /** Guards against requests to a target that nobody has checked yet, and against one to whom none go as there is no other. */
    @Test
    void aTargetThatHasJustComeUpWaitsForItsFirstSuccessUnlessItIsAlone() {
        LoadBalancer balancer = balancer(true);
        balancer.registerNew(in(0));
        assertThat(choices(balancer, 0, 2)).as("nobody else").containsExactly(0, 0);
        region.later(100 * SECOND, () -> {
            balancer.registerNew(in(1));
            assertThat(choices(balancer, 0, 2)).as("not checked yet").containsExactly(0, 0);
            assertThat(balancer.health(0, 1).state().id()).isEqualTo("initial");
        });
        List<Integer> afterAnInterval = new ArrayList<>();
        region.later(111 * SECOND, () -> afterAnInterval.addAll(choices(balancer, 0, 2)));

        region.run();

        assertThat(afterAnInterval).containsExactlyInAnyOrder(0, 1);
    }

    /** Guards against states and reasons that are not AWS's, or those of another target. */
    @Test
    void aNodeTellsOfEachTargetWhatAwsWouldWrite() {
        LoadBalancer balancer = balancer(false);
        balancer.register(in(0));
        balancer.register(in(1));
        balancer.register(new Target(0, NOBODY, answer -> {}));
        balancer.register(new Target(0, NOBODY, answer -> answer.accept(CheckResult.REFUSED)));
        balancer.register(new Target(0, NOBODY, answer -> answer.accept(CheckResult.MISMATCHED)));
        balancer.register(in(0));
        balancer.deregister(5);

        region.run();

        assertThat(IntStream.range(0, 6).mapToObj(each -> balancer.health(0, each)))
                .map(each -> (each.state().id() + " " + each.reason().code()).strip())
                .containsExactly(
                        "healthy",
                        "unused Target.NotInUse",
                        "unhealthy Target.Timeout",
                        "unhealthy Target.FailedHealthChecks",
                        "unhealthy Target.ResponseCodeMismatch",
                        "unused Target.NotRegistered");
    }

    @Test
    void theNameListsWhatCanBeReachedAndEverythingIfNothingCan() {
        LoadBalancer balancer = balancer(true);
        List<List<Integer>> listed = new ArrayList<>();
        for (int second : List.of(20, 35, 50, 100, 140)) {
            region.later(second * SECOND, () -> listed.add(balancer.listed()));
        }
        region.disturb(List.of(
                new Intervention(10 * SECOND, Zones.FAIL.id(), "az-a", 0, 0),
                new Intervention(60 * SECOND, Zones.CUT.id(), "az-b", 1, 0),
                new Intervention(105 * SECOND, Zones.REPAIR.id(), "az-b", 1, 0)));

        region.run();

        assertThat(listed).containsExactly(List.of(0, 1), List.of(0, 1), List.of(1), List.of(0, 1), List.of(1));
    }
}
