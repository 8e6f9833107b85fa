package dev.tilab.labs.autoscaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tilab.cloud.compute.Activity;
import dev.tilab.cloud.compute.Cause;
import dev.tilab.cloud.compute.Prices;
import dev.tilab.cloud.compute.State;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a group grows and shrinks: steps of a start, hooks, draining, zones, warm pool, suspended processes, sizes. */
class GroupTest {

    private static final String HAND =
            "policies=manual traffic=constant baseRate=100 peakRate=100 duration=1h min=1 desired=4 max=12 noise=0 ";

    private static List<String> states(Lane lane, int instance) {
        return lane.record.instances().stream()
                .filter(row -> row[1] == instance)
                .map(row -> State.ids().get((int) row[3]))
                .toList();
    }

    private static long at(Lane lane, int instance, State state) {
        return lane.record.instances().stream()
                .filter(row -> row[1] == instance && row[3] == state.ordinal())
                .mapToLong(row -> row[0])
                .findFirst()
                .orElseThrow();
    }

    /** The parts as measured: 19 % and 69 % of 25.8 s, then the application; ±15 % in all, and one health check. */
    @Test
    void anInstanceServesWhenItsLaunchTimeAndAHealthCheckAreOver() {
        Lane lane = Runs.run(HAND + "launchTime=120s healthCheckInterval=10s at=600s:desired:group:5");

        assertThat(states(lane, 5)).containsExactly("requested", "pending", "starting", "checking", "in-service");
        assertThat(at(lane, 5, State.PENDING) - 600_000_000L).isEqualTo(4_902_000);
        assertThat(at(lane, 5, State.STARTING) - at(lane, 5, State.PENDING)).isEqualTo(17_802_000);
        assertThat(at(lane, 5, State.CHECKING) - 600_000_000L).isBetween(102_000_000L, 138_000_000L);
        assertThat(at(lane, 5, State.IN_SERVICE) - at(lane, 5, State.CHECKING)).isBetween(0L, 10_000_000L);
        assertThat(lane.group.activities().get(1).endMicros()).isEqualTo(at(lane, 5, State.STARTING));
    }

    @Test
    void aLaunchHookKeepsAnInstanceWaitingAndATerminateHookKeepsItPaid() {
        Lane lane = Runs.run(HAND + "launchTime=20s launchHook=300s terminateHook=400s deregistrationDelay=60s"
                + " at=600s:desired:group:5,1800s:desired:group:4 terminationPolicy=newest-instance zones=1");

        assertThat(at(lane, 5, State.CHECKING) - at(lane, 5, State.STARTING)).isEqualTo(300_000_000);
        assertThat(at(lane, 5, State.TERMINATED) - at(lane, 5, State.DRAINING)).isEqualTo(460_000_000);
    }

    /** Guards against an instance that is given requests, or no longer paid for, while it is drained. */
    @Test
    void aDrainedInstanceGetsNothingNewAndIsPaidForToItsEnd() {
        Lane lane = Runs.run(HAND + "deregistrationDelay=300s at=600s:desired:group:3");

        assertThat(lane.load.serving()).isEqualTo(3);
        assertThat(lane.billing.hours()).isEqualTo(3 + 900 / 3600.0);
        assertThat(lane.load.failed).isZero();
    }

    @Test
    void whatLivesForAMomentIsPaidForAMinute() {
        Lane lane = Runs.run(HAND + "launchTime=1s deregistrationDelay=0s terminationPolicy=newest-instance zones=1"
                + " at=600s:desired:group:5,610s:desired:group:4");

        long lived = at(lane, 5, State.TERMINATED) - at(lane, 5, State.STARTING);
        assertThat(lived).isLessThan(60_000_000);
        assertThat(lane.billing.hours()).isEqualTo(4 + 60 / 3600.0);
    }

    /** EC2 bills from running: what is given up before costs nothing. */
    @Test
    void whatNeverRanCostsNothing() {
        Lane lane = Runs.run(
                HAND + "terminationPolicy=newest-instance zones=1 at=600s:desired:group:5,602s:desired:group:4");

        assertThat(states(lane, 5)).containsExactly("requested", "terminated");
        assertThat(lane.billing.hours()).isEqualTo(4);
    }

    @Test
    void newInstancesGoToTheZoneWithTheFewest() {
        Lane lane = Runs.run(HAND + "zones=3 at=600s:desired:group:9");

        assertThat(List.of(lane.group.in(0), lane.group.in(1), lane.group.in(2)))
                .containsExactly(3, 3, 3);
    }

    @Test
    void aZoneWithoutCapacitySendsLaunchesToTheOther() {
        Lane lane = Runs.run(HAND + "zones=2 at=500s:no-capacity:az-a,600s:desired:group:7");

        assertThat(Runs.count(lane, Cause.LAUNCH_FAILED)).isEqualTo(1);
        assertThat(lane.load.serving()).isEqualTo(7);
        assertThat(lane.group.in(1)).isEqualTo(5);
    }

    @Test
    void withoutCapacityAnywhereTheGroupTriesAgainUntilThereIsSome() {
        Lane lane = Runs.run(HAND + "zones=1 at=500s:no-capacity:az-a,600s:desired:group:5,1200s:capacity-back:az-a");

        assertThat(Runs.count(lane, Cause.LAUNCH_FAILED)).isBetween(4L, 6L);
        assertThat(lane.load.serving()).isEqualTo(5);
    }

    @Test
    void aChangeByHandConcernsNoOtherPolicy() {
        assertThat(Runs.run(HAND.replace("manual", "fixed") + "at=600s:desired:group:9")
                        .load
                        .serving())
                .isEqualTo(4);
        assertThat(Runs.run(HAND + "at=600s:desired:group:40").load.serving()).isEqualTo(12);
    }

    @ParameterizedTest
    @CsvSource({"launch, 4", "terminate, 9"})
    void aSuspendedProcessCatchesUpWhenItIsResumed(String process, int meanwhile) {
        String change =
                process.equals("launch") ? ",600s:desired:group:9" : ",300s:desired:group:9,900s:desired:group:4";
        String story = HAND + "launchTime=10s deregistrationDelay=0s at=599s:suspend:" + process + change;

        assertThat(Runs.run(story).load.serving()).isEqualTo(meanwhile);
        assertThat(Runs.run(story + ",1800s:resume:" + process).load.serving())
                .isEqualTo(process.equals("launch") ? 9 : 4);
    }

    @Test
    void suspendedAlarmsAndSchedulesChangeNothing() {
        String rush = "traffic=constant baseRate=900 peakRate=900 duration=14h desired=4 max=18 ";

        assertThat(Runs.history(Runs.run("policies=target-tracking " + rush + "at=0s:suspend:alarm-notification")))
                .hasSize(1);
        assertThat(Runs.history(Runs.run("policies=scheduled " + rush + "at=0s:suspend:scheduled-actions")))
                .hasSize(1);
        assertThat(Runs.history(Runs.run("policies=scheduled " + rush + "at=12h:suspend:scheduled-actions")))
                .containsExactly("0s initial 0→4", "41400s scheduled 4→12");
    }

    /** Why a rush is answered minutes late: each part must be as long as what it is named after, and none counted twice. */
    @Test
    void theWaitForEnoughCapacityIsToldInItsParts() {
        for (int seed = 1; seed <= 20; seed++) {
            var parts = Runs.lane(
                            "policies=step stepAdjustments=100 traffic=spike baseRate=200 peakRate=500 rushAt=30m duration=2h"
                                    + " desired=4 launchTime=120s healthCheckInterval=10s metricPeriod=60s metricDelay=15s seed="
                                    + seed)
                    .secondsToEnoughCapacity();

            assertThat(parts.metric()).isBetween(15.0, 135.0);
            assertThat(parts.alarm()).isBetween(119.0, 121.0);
            assertThat(parts.boot()).isBetween(22.0, 23.0);
            assertThat(parts.boot() + parts.application()).isBetween(0.85 * 120, 1.15 * 120);
            assertThat(parts.healthCheck()).isBetween(0.0, 10.0);
            assertThat(parts.metric()
                            + parts.alarm()
                            + parts.boot()
                            + parts.application()
                            + parts.healthCheck()
                            + parts.further())
                    .isCloseTo(parts.total(), within(1e-5));
        }
    }

    @Test
    void aWarmPoolServesSooner() {
        String rush =
                "traffic=spike baseRate=100 peakRate=700 rushAt=1800s rushLength=3600s duration=3h desired=4 max=18 ";

        double cold = Runs.lane("policies=target-tracking " + rush)
                .secondsToEnoughCapacity()
                .total();
        double warm = Runs.lane("policies=warm-pool warmPool=14 " + rush)
                .secondsToEnoughCapacity()
                .total();

        assertThat(warm).isLessThan(cold - 60);
    }

    /** A stopped instance costs its volume alone; what is taken out is launched again. */
    @Test
    void aWarmPoolIsFilledAgainAndCostsItsVolumes() {
        Lane quiet =
                Runs.run("policies=warm-pool traffic=constant baseRate=100 peakRate=100 duration=2h warmPool=3 min=4");
        Lane rush = Runs.run(
                "policies=warm-pool traffic=spike baseRate=100 peakRate=700 rushAt=600s duration=2h warmPool=3");

        assertThat(quiet.billing.hours()).isEqualTo(8);
        assertThat(quiet.billing.costMicroUsd())
                .isEqualTo(8 * 118_000 + 2 * 3 * Prices.volumeMicroUsdPerHour("ap-northeast-2"));
        assertThat(Runs.count(rush, Cause.WARM_POOL)).isPositive();
        assertThat(rush.group.instances().stream().filter(each -> each.isPooled()))
                .hasSize(3);
    }

    @Test
    void scalingUpStopsTheServiceAndDoublesPriceAndCapacity() {
        Lane lane =
                Runs.run("policies=scale-up traffic=constant baseRate=150 peakRate=150 duration=1h resizeStop=180s");

        Activity resize = lane.group.activities().get(1);
        assertThat(resize.cause()).isEqualTo(Cause.RESIZE);
        assertThat(at(lane, 1, State.CHECKING) - at(lane, 1, State.STOPPED)).isEqualTo(180_000_000);
        assertThat(lane.group.size()).isEqualTo(1);
        assertThat(lane.load.failed).isGreaterThan(180 * 140);
        assertThat(lane.billing.unitHours()).isGreaterThan(1.7 * lane.billing.hours());
    }

    /** The outdated launch template goes first, whatever its age. */
    @Test
    void aDeployMakesThoseBeforeItOutdated() {
        Lane lane = Runs.run(HAND + "zones=1 deregistrationDelay=0s"
                + " at=300s:slow-version:group:1,600s:desired:group:8,1800s:desired:group:4");

        assertThat(lane.group.instances())
                .allMatch(each -> each.template() == 1)
                .hasSize(4);
    }
}
