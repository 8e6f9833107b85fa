package dev.tilab.labs.autoscaling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tilab.cloud.compute.Activity;
import dev.tilab.cloud.compute.Cause;
import dev.tilab.cloud.compute.Instance;
import dev.tilab.cloud.compute.Policy;
import dev.tilab.cloud.compute.State;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What dies, who notices, and what takes its place. */
class HealthTest {

    private static final String CALM =
            "policies=fixed traffic=constant baseRate=200 peakRate=200 duration=1h desired=4 max=8 healthCheckInterval=10s ";

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void aDeadInstanceIsReplacedWithinAMinuteAndItsShareFailsUntilSomebodyNotices(long seed) {
        Lane lane = Runs.run(CALM + "at=600s:stop-instance:group seed=" + seed);

        Activity replacement = lane.group.activities().get(1);
        assertThat(replacement.cause()).isEqualTo(Cause.REPLACED_DEAD);
        assertThat(replacement.atMicros()).isBetween(600_000_000L, 660_000_000L);
        assertThat(lane.group.replacements()).isEqualTo(1);
        assertThat(lane.load.serving()).isEqualTo(4);
        // a quarter of 200 requests/s, for 20 s at most, or until the group knows
        assertThat(lane.load.failed).isBetween(50L, 1_100L);
    }

    /** Guards against a dead instance that lies about until the end of the run. */
    @Test
    void aDeadInstanceIsGoneWhenTheGroupKnows() {
        Lane lane = Runs.run(CALM + "at=600s:stop-instance:group");
        List<long[]> rows =
                lane.record.instances().stream().filter(row -> row[1] == 1).toList();

        assertThat(rows)
                .extracting(row -> State.values()[(int) row[3]])
                .containsExactly(State.IN_SERVICE, State.FAILED, State.TERMINATED);
        assertThat(rows.get(2)[0]).isEqualTo(lane.group.activities().get(1).atMicros());
        assertThat(lane.group.instances()).hasSize(4).noneMatch(each -> each.number() == 1);
    }

    /** Guards against a group that counts on its cooldown before it replaces what died. */
    @Test
    void aReplacementWaitsForNoCooldown() {
        Lane lane =
                Runs.run(CALM.replace("fixed", "simple") + "cooldown=1h lowThreshold=1 at=600s:stop-instance:group");

        assertThat(Runs.count(lane, Cause.REPLACED_DEAD)).isEqualTo(1);
        assertThat(lane.load.serving()).isEqualTo(4);
    }

    @Test
    void nobodyIsReplacedWhileHealthChecksAreSuspended() {
        Lane lane = Runs.run(CALM + "at=500s:suspend:health-check,600s:stop-instance:group,1800s:resume:health-check");

        assertThat(Runs.history(lane)).containsExactly("0s initial 0→4", "1800s replaced-dead 4→4");
    }

    /** Claim "the grace period that is too short kills healthy instances in a loop". */
    @Test
    void aGracePeriodShorterThanTheStartKillsOneReplacementAfterTheOther() {
        String story = CALM + "healthCheck=elb launchTime=120s at=600s:stop-instance:group ";

        Lane shortGrace = Runs.run(story + "gracePeriod=30s");
        Lane longGrace = Runs.run(story + "gracePeriod=300s");

        assertThat(Runs.count(shortGrace, Cause.REPLACED_UNHEALTHY)).isGreaterThan(20);
        assertThat(shortGrace.load.serving()).isEqualTo(3);
        assertThat(Runs.count(longGrace, Cause.REPLACED_UNHEALTHY)).isZero();
        assertThat(longGrace.load.serving()).isEqualTo(4);
    }

    /** With EC2 checks alone the group does not ask the load balancer, so that no grace period matters. */
    @Test
    void ec2ChecksLetASlowStartBe() {
        Lane lane = Runs.run(CALM + "gracePeriod=0s launchTime=600s at=600s:stop-instance:group");

        assertThat(Runs.count(lane, Cause.REPLACED_UNHEALTHY)).isZero();
        assertThat(lane.group.replacements()).isEqualTo(1);
        assertThat(lane.load.serving()).isEqualTo(4);
    }

    @Test
    void theInstancesOfALostZoneAreReplacedInTheOther() {
        Lane lane = Runs.run(CALM + "zones=2 at=600s:fail-zone:az-a");

        Activity lost = lane.group.activities().get(1);
        assertThat(lost.cause()).isEqualTo(Cause.ZONE_LOST);
        assertThat(List.of(lost.first(), lost.second())).containsExactly(0L, 2L);
        assertThat(lane.group.in(0)).isZero();
        assertThat(lane.group.in(1)).isEqualTo(4);
    }

    @Test
    void aRepairedZoneGetsItsShareBackAndNobodyIsMissedMeanwhile() {
        Lane lane =
                Runs.lane(Runs.scenario(CALM + "zones=2 at=600s:fail-zone:az-a,1800s:repair-zone:az-a"), Policy.FIXED);
        int[] fewest = {4};
        lane.region.afterEvents(() ->
                fewest[0] = lane.region.nowMicros() > 1_500_000_000L ? Math.min(fewest[0], lane.load.serving()) : 4);
        lane.run();

        assertThat(Runs.count(lane, Cause.REBALANCE)).isEqualTo(1);
        assertThat(lane.group.in(0)).isEqualTo(2);
        assertThat(lane.group.in(1)).isEqualTo(2);
        // rebalancing counts on InService, which comes before the application answers
        assertThat(fewest[0]).isGreaterThanOrEqualTo(2);
    }

    @Test
    void aGroupAtItsMaximumRebalancesByOneInstanceMore() {
        Lane lane = Runs.lane(
                Runs.scenario(CALM.replace("max=8", "max=4") + "zones=2 at=600s:fail-zone:az-a,1800s:repair-zone:az-a"),
                Policy.FIXED);
        long[] most = {0};
        lane.region.afterEvents(() -> most[0] = Math.max(
                most[0],
                lane.group.instances().stream().filter(Instance::counts).count()));
        lane.run();

        assertThat(most[0]).isEqualTo(5);
        assertThat(lane.group.in(0)).isEqualTo(2);
    }

    @Test
    void suspendedRebalancingLeavesTheZonesAsTheyAre() {
        Lane lane = Runs.run(CALM + "zones=2 at=500s:suspend:az-rebalance,600s:fail-zone:az-a,1800s:repair-zone:az-a");

        assertThat(lane.group.in(0)).isZero();
        assertThat(lane.group.in(1)).isEqualTo(4);
    }

    /** Requests that were in it, and those that the balancer still sends, fail; a zone without instances hurts nobody. */
    @Test
    void aZoneWithoutInstancesCanFailWithoutAnyHarm() {
        Lane lane = Runs.run(CALM + "zones=2 at=600s:fail-zone:az-c");

        assertThat(lane.load.failed).isZero();
        assertThat(Runs.history(lane)).containsExactly("0s initial 0→4");
    }
}
