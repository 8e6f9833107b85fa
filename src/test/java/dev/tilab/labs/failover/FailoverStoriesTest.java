package dev.tilab.labs.failover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tilab.labs.failover.FailoverSummary.LaneSummary;
import dev.tilab.labs.failover.FailoverSummary.LostWrites;
import dev.tilab.labs.failover.FailoverSummary.Outage;
import dev.tilab.simulation.timeline.Table;
import dev.tilab.simulation.timeline.Timeline;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a learner should see happen. */
class FailoverStoriesTest {

    private static final String ALL = "topologies=single-az,read-replica,multi-az-instance,multi-az-cluster";

    @Test
    void aDarkZonePutsEverythingSinceTheBackupOutOfReachUntilItIsRepaired() {
        LaneSummary dark = Runs.lane("topologies=single-az at=30s:fail-zone:az-a");
        LaneSummary repaired = Runs.lane("topologies=single-az at=30s:fail-zone:az-a,90s:repair-zone:az-a");

        assertThat(dark.acknowledgedWritesLost())
                .as("what can come back is not lost")
                .isZero();
        assertThat(dark.acknowledgedWritesOutOfReach()).isBetween(80L, 160L);
        assertThat(dark.outageSeconds().first()).isNull();
        assertThat(repaired.acknowledgedWritesLost()).isZero();
        assertThat(repaired.acknowledgedWritesOutOfReach()).isZero();
        assertThat(repaired.lostWrites()).extracting(LostWrites::cause).containsExactly("out-of-reach");
        assertThat(repaired.lostWrites()).extracting(LostWrites::untilSeconds).containsExactly(90.0);
        assertThat(repaired.outageSeconds().first()).isBetween(90.0, 130.0);
    }

    /** Guards against a partition that loses data or has two primaries: the cut-off primary acknowledges nothing. */
    @Test
    void aPrimaryThatIsCutOffAcknowledgesNothing() {
        FailoverScenario scenario = Runs.scenario(
                "topologies=multi-az-instance clientZones=az-a readRate=0 at=30s:cut-zone:az-a,150s:repair-zone:az-a");
        Timeline timeline = Runs.LAB.timeline(scenario);
        long[] arrival = Runs.column(Runs.table(timeline, "requests"), "arrivalMicros");
        Table lane = timeline.lanes().get(0);
        long[] ended = Runs.column(lane, "endedMicros");
        long[] outcome = Runs.column(lane, "outcome");

        for (int row = 0; row < arrival.length; row++) {
            long at = arrival[row] + ended[row];
            if (ended[row] >= 0 && at > 30_000_000 && at < 150_000_000) {
                assertThat(outcome[row]).as("at %d", at).isNotEqualTo(1);
            }
        }
        assertThat(Runs.says(timeline, "cannot-acknowledge")).isTrue();
        assertThat(Runs.says(timeline, "fenced")).isTrue();
        assertThat(Runs.says(timeline, "caught-up")).isTrue();
    }

    @Test
    void aLinkThatIsBackBeforeAnybodyNoticedIsNoFailover() {
        Timeline timeline = Runs.LAB.timeline(
                Runs.scenario("topologies=multi-az-instance at=30s:cut-zone:az-a,33s:repair-zone:az-a"));

        assertThat(Runs.says(timeline, "promoting")).isFalse();
        assertThat(Runs.column(Runs.table(timeline, "names"), "machine")).containsExactly(0);
    }

    @Test
    void everyCopyObeysAWrongDeleteAndOnlyARestoreBringsTheRowsBack() {
        for (LaneSummary lane : Runs.LAB
                .summary(Runs.scenario(ALL + " at=40s:delete-wrong:database"))
                .lanes()) {
            assertThat(lane.lostWrites()).extracting(LostWrites::cause).containsExactly("deleted");
            assertThat(lane.acknowledgedWritesLost()).isGreaterThan(100);
            assertThat(lane.failedRequests()).isZero();
        }
        String restored = " at=40s:delete-wrong:database,60s:restore:database";
        for (LaneSummary lane : Runs.LAB.summary(Runs.scenario(ALL + restored)).lanes()) {
            assertThat(lane.acknowledgedWritesLost()).isZero();
        }
    }

    /** Guards against rows that are said to be back while they are gone, or gone while they are back. */
    @Test
    void aWrongDeleteSaysFromWhenAndUntilWhenItsRowsAreGone() {
        for (LaneSummary lane :
                Runs.LAB.summary(Runs.preset("wrong-delete", 11)).lanes()) {
            LostWrites lost = lane.lostWrites().get(0);
            assertThat(lane.lostWrites()).hasSize(1);
            assertThat(lost.cause()).isEqualTo("deleted");
            assertThat(lost.firstLsn()).isEqualTo(1);
            assertThat(lost.lastLsn()).isEqualTo(lost.count());
            assertThat(lost.count()).isBetween(180L, 300L);
            assertThat(lost.fromSeconds()).isBetween(40.0, 40.02);
            assertThat(lost.untilSeconds()).isBetween(60 + 0.85 * 90, 60 + 1.15 * 90);
            assertThat(lane.acknowledgedWritesLost()).isZero();
        }
        LaneSummary alone = Runs.lane("topologies=multi-az-cluster at=40s:delete-wrong:database");
        assertThat(alone.lostWrites()).extracting(LostWrites::untilSeconds).containsOnlyNulls();
        assertThat(alone.acknowledgedWritesLost())
                .isEqualTo(alone.lostWrites().get(0).count());
    }

    @Test
    void aSecondDeleteTakesWhatWasWrittenSinceTheFirst() {
        String deletes = "topologies=multi-az-instance at=40s:delete-wrong:database,80s:delete-wrong:database";
        LaneSummary gone = Runs.lane(deletes);
        LaneSummary restored = Runs.lane(deletes + ",90s:restore:database");

        assertThat(gone.lostWrites()).extracting(LostWrites::cause).containsExactly("deleted", "deleted");
        assertThat(gone.acknowledgedWritesLost())
                .isEqualTo(gone.lostWrites().get(0).count()
                        + gone.lostWrites().get(1).count());
        assertThat(gone.lostWrites().get(1).count()).isGreaterThan(150);
        assertThat(restored.acknowledgedWritesLost()).isZero();
        assertThat(restored.lostWrites())
                .extracting(LostWrites::untilSeconds)
                .doesNotContainNull()
                .hasSize(2);
    }

    /** Guards against a table that says "back" of writes whose loss only has another cause from now on. */
    @Test
    void aLossThatAnotherOneTakesOverIsNotOver() {
        LaneSummary lane = Runs.lane("topologies=single-az at=30s:fail-zone:az-a,60s:restore:database");

        assertThat(lane.lostWrites()).extracting(LostWrites::cause).containsExactly("not-restored");
        assertThat(lane.lostWrites()).extracting(LostWrites::untilSeconds).containsOnlyNulls();
        assertThat(lane.lostWrites()).extracting(LostWrites::fromSeconds).containsExactly(30.0);
        assertThat(lane.lostWrites()).extracting(LostWrites::count).containsExactly(lane.acknowledgedWritesLost());
    }

    @Test
    void aLostVolumeIsRestoredToTheLastBackup() {
        LaneSummary lane = Runs.lane("topologies=single-az at=30s:fail-storage:instance-1,60s:restore:database");

        assertThat(lane.lostWrites()).extracting(LostWrites::cause).contains("not-restored");
        assertThat(lane.outageSeconds().first()).isGreaterThan(90);
        assertThat(lane.acknowledgedWritesLost()).isPositive();
    }

    /** A cut-off primary knows nothing of the replica that was promoted: both tell their clients that their writes are safe. */
    @Test
    void bothTakeWritesWhereAReplicaIsPromotedBesideAPrimaryThatIsOnlyCutOff() {
        String cut =
                "topologies=read-replica clientZones=az-a-and-az-b readRate=0 writeRate=20 duration=600s at=30s:cut-zone:az-a";
        FailoverScenario scenario = Runs.scenario(cut + ",400s:repair-zone:az-a");
        Timeline timeline = Runs.LAB.timeline(scenario);
        LaneSummary lane = Runs.LAB.summary(scenario).lanes().get(0);
        long[] arrival = Runs.column(Runs.table(timeline, "requests"), "arrivalMicros");
        long[] outcome = Runs.column(timeline.lanes().get(0), "outcome");
        long[] machine = Runs.column(timeline.lanes().get(0), "machine");
        long[] acknowledged = new long[2];
        long cutOff = 0;
        for (int row = 0; row < arrival.length; row++) {
            if (outcome[row] == 1 && arrival[row] > 280_000_000 && arrival[row] < 390_000_000) {
                acknowledged[(int) machine[row]]++;
            }
            cutOff += outcome[row] == 1 && machine[row] == 0 && arrival[row] > 30_000_000 ? 1 : 0;
        }

        assertThat(List.of(acknowledged[0], acknowledged[1])).allMatch(count -> count > 500);
        assertThat(Runs.says(timeline, "two-primaries")).isTrue();
        assertThat(lane.lostWrites()).extracting(LostWrites::cause).containsOnly("split-brain");
        assertThat(lane.lostWrites()).extracting(LostWrites::fromSeconds).containsOnly(400.0);
        assertThat(lane.acknowledgedWritesLost())
                .as("what it was told alone, and what was on its way to the replica when it was cut off")
                .isBetween(cutOff, cutOff + 60);
        assertThat(Runs.lane(cut).acknowledgedWritesLost())
                .as("as long as it is there")
                .isZero();
    }

    /** Guards against a standby that takes over from a process which would have been back sooner. */
    @Test
    void aCrashedProcessIsStartedWhereItWasUnlessThatTakesLongerThanItMay() {
        for (int seed = 0; seed < 20; seed++) {
            String crash = " at=30s:crash:instance-1 seed=" + seed;
            Outage alone = Runs.lane("topologies=single-az" + crash).outageSeconds();
            for (String topology : List.of("multi-az-instance", "multi-az-proxy")) {
                LaneSummary inPlace = Runs.lane("topologies=" + topology + crash);
                assertThat(inPlace.outageSeconds().first()).isCloseTo(alone.first(), within(2.0));
                assertThat(inPlace.acknowledgedWritesLost()).isZero();
            }
            assertThat(Runs.lane("topologies=multi-az-instance restartLimit=0s" + crash)
                            .outageSeconds()
                            .first())
                    .as("at once to the standby, as after a failed host but sooner noticed")
                    .isBetween(60.0, 100.0);
        }
        String slow = "topologies=multi-az-instance restart=60s restartLimit=30s duration=900s at=30s:crash:instance-1";
        Timeline timeline = Runs.LAB.timeline(Runs.scenario(slow));
        assertThat(Runs.says(timeline, "restarting")).isTrue();
        assertThat(Runs.says(timeline, "promoted")).isTrue();
        assertThat(Runs.lane(slow).outageSeconds().first()).isBetween(90.0, 130.0);
    }

    /** What could have taken over is gone when the limit is reached: the process starts where it was after all. */
    @Test
    void aRestartThatTookTooLongGoesOnWhereTheStandbyHasGone() {
        Timeline timeline = Runs.LAB.timeline(
                Runs.scenario("topologies=multi-az-instance restart=100s restartLimit=60s duration=600s"
                        + " at=30s:crash:instance-1,40s:fail-zone:az-b"));

        assertThat(Runs.says(timeline, "promoting")).isFalse();
        assertThat(Runs.says(timeline, "restarted")).isTrue();
    }

    /** Lost for good is what a destroyed volume held alone, and what a copy lacked that was promoted in its place. */
    @ParameterizedTest
    @CsvSource({
        "single-az, fail-storage:instance-1, no-copy",
        "read-replica, fail-storage:instance-1, not-replicated",
        "read-replica, fail-zone:az-a, not-replicated"
    })
    void writesAreLostWhereNobodyCanBringThemBack(String topology, String fault, String cause) {
        LaneSummary lane =
                Runs.lane("topologies=" + topology + " writeRate=50 replicationLag=2s duration=600s at=30s:" + fault);

        assertThat(lane.lostWrites()).extracting(LostWrites::cause).containsExactly(cause);
        assertThat(lane.acknowledgedWritesLost())
                .isPositive()
                .isEqualTo(lane.lostWrites().get(0).count());
        assertThat(lane.acknowledgedWritesOutOfReach()).isZero();
    }

    /** The clock of a timeline that scripts draw: a table each, so that nobody adds what is away to what is gone. */
    @Test
    void theTimelineKeepsWhatIsOutOfReachApartFromWhatIsLost() {
        Timeline timeline =
                Runs.LAB.timeline(Runs.scenario("topologies=single-az at=30s:fail-zone:az-a,60s:restore:database"));
        Table away = Runs.table(timeline, "outOfReach");
        Table lost = Runs.table(timeline, "losses");

        assertThat(Runs.column(away, "atMicros")).containsExactly(30_000_000);
        assertThat(Runs.column(away, "untilMicros")).isEqualTo(Runs.column(lost, "atMicros"));
        assertThat(Runs.column(lost, "untilMicros")).containsExactly(-1);
    }

    /** Guards against a commit time that hides, or shows alone, how long a request waited for a connection. */
    @Test
    void aCommitTimeIsMeasuredFromTheArrivalAndFromWhenItHadAConnection() {
        LaneSummary lane = Runs.lane("topologies=multi-az-instance writeRate=20 at=60s:fail-zone:az-a");

        assertThat(lane.commitMsBefore().p99() - lane.commitMsBefore().sentP99())
                .as("before: everybody is connected")
                .isBetween(0.0, 0.1);
        assertThat(lane.commitMsAfter().p99()).isGreaterThan(500);
        assertThat(lane.commitMsAfter().sentP99()).isBetween(2.0, 20.0);
    }

    /** A pool whose driver waits for ever, as one without a socket time-out does for a quarter of an hour. */
    @Test
    void withoutATimeoutThatEndsSoonAPoolHangsOnTheMachineThatIsSilent() {
        String cut =
                "topologies=multi-az-instance duration=1h readRate=0 writeRate=2 at=30s:cut-zone:az-a requestTimeout=";
        Outage soon = Runs.lane(cut + "3s").outageSeconds();
        Outage late = Runs.lane(cut + "15m").outageSeconds();

        assertThat(soon.last()).isLessThan(300);
        assertThat(late.last()).isGreaterThan(900);
    }

    @Test
    void aLongTransactionStretchesTheRecoveryByAsLongAsItHadRun() {
        String fault = "topologies=multi-az-instance at=60s:crash:instance-1";
        double plain = Runs.lane(fault).outageSeconds().first();
        double stretched = Runs.lane(fault + ",20s:long-transaction:database:100")
                .outageSeconds()
                .first();
        double over = Runs.lane(fault + ",20s:long-transaction:database:30")
                .outageSeconds()
                .first();

        assertThat(stretched - plain).isBetween(33.0, 47.0);
        assertThat(over).isEqualTo(plain);
    }

    @Test
    void aSecondFailureDuringTheFailoverIsTakenOverByTheOtherReader() {
        String faults = " at=30s:fail-zone:az-a,40s:fail-zone:az-b";

        assertThat(Runs.lane("topologies=multi-az-cluster" + faults)
                        .outageSeconds()
                        .first())
                .isBetween(20.0, 60.0);
        assertThat(Runs.lane("topologies=multi-az-instance" + faults)
                        .outageSeconds()
                        .first())
                .isNull();
    }

    @Test
    void aClientThatKeepsItsAddressNeverComesBack() {
        String fault = "topologies=multi-az-instance at=30s:fail-zone:az-a";

        assertThat(Runs.lane(fault).outageSeconds().last()).isNotNull();
        assertThat(Runs.lane(fault + ",10s:keep-address:client-1")
                        .outageSeconds()
                        .last())
                .isNull();
    }

    @Test
    void aPoolRenewedOneByOneKeepsFailingAfterTheFailover() {
        String fault = "topologies=multi-az-cluster poolSize=60 at=30s:fail-zone:az-a poolRenewal=";

        assertThat(Runs.lane(fault + "one-by-one").failedRequests())
                .isGreaterThan(2 * Runs.lane(fault + "all").failedRequests());
    }

    @Test
    void aSingleMachineRefusesAFailoverAndGoesOn() {
        LaneSummary lane = Runs.lane("topologies=single-az at=30s:reboot-with-failover:database");

        assertThat(lane.failedRequests()).isZero();
        assertThat(lane.availability()).isEqualTo(1);
    }

    /** Guards against lanes that share chance or state. */
    @Test
    void aLaneIsTheSameAloneAndBesideOthers() {
        List<LaneSummary> together =
                Runs.LAB.summary(Runs.scenario(ALL + " at=30s:fail-zone:az-a")).lanes();

        for (LaneSummary lane : together) {
            assertThat(Runs.lane("topologies=" + lane.topology() + " at=30s:fail-zone:az-a"))
                    .isEqualTo(lane);
        }
    }

    /** Guards against a picture whose past changes when somebody clicks. */
    @ParameterizedTest
    @CsvSource({
        "1, outside none",
        "2, outside none",
        "3, outside none",
        "4, outside none",
        "5, outside none",
        "6, outside none",
        "7, outside none",
        "8, outside none",
        "3, az-a-and-az-b az-a-and-az-b",
        "4, az-a-and-az-b az-a-and-az-b",
        "5, az-a az-a-and-az-b",
        "6, az-a-and-az-b az-a"
    })
    void thePastDoesNotChange(long seed, String balancer) {
        String before = ALL + " clientZones=" + balancer.replace(" ", " balancerNodes=")
                + " healthCheckInterval=5s seed=" + seed + " duration=240s at=30s:fail-zone:az-a";
        long instant = 20_000_000L * seed + 31_000_000;
        String more = "," + instant + "us:"
                + Runs.FAULTS.get((int) seed).split(",")[0].substring("30s:".length());

        assertThat(past(before + more, instant)).isEqualTo(past(before, instant));
        assertThat(past(before + more, 240_000_000)).isNotEqualTo(past(before, 240_000_000));
    }

    /** Everything that had happened before an instant; what is still to come in a row that had begun is masked. */
    private static List<String> past(String values, long instant) {
        Timeline timeline = Runs.LAB.timeline(Runs.scenario(values));
        List<String> past = new ArrayList<>();
        for (Table table : timeline.shared()) {
            if (table.columns().stream().noneMatch(column -> column.name().equals("atMicros"))) {
                continue;
            }
            long[] at = Runs.column(table, "atMicros");
            for (int row = 0; row < table.rows(); row++) {
                int index = row;
                if (at[row] < instant && !table.name().equals("marks")) {
                    boolean open = table.columns().stream()
                            .anyMatch(column ->
                                    List.of("endMicros", "untilMicros").contains(column.name())
                                            && (column.values()[index] < 0 || column.values()[index] >= instant)
                                            && !table.name().equals("machines"));
                    past.add(table.name()
                            + table.columns().stream()
                                    .filter(column -> !open
                                            || !List.of("endMicros", "untilMicros", "result")
                                                    .contains(column.name()))
                                    .map(column -> column.values()[index])
                                    .toList());
                }
            }
        }
        Table requests = Runs.table(timeline, "requests");
        long[] arrival = Runs.column(requests, "arrivalMicros");
        for (int row = 0; row < requests.rows() && arrival[row] < instant; row++) {
            int index = row;
            past.add("request"
                    + requests.columns().stream()
                            .map(column -> column.values()[index])
                            .toList());
        }
        for (Table lane : timeline.lanes()) {
            for (String offset : List.of("endedMicros", "sentMicros", "log0Micros", "log1Micros", "log2Micros")) {
                long[] values1 = Runs.column(lane, offset);
                long[] outcome = Runs.column(lane, "outcome");
                for (int row = 0; row < lane.rows(); row++) {
                    if (values1[row] >= 0 && arrival[row] + values1[row] < instant) {
                        past.add(
                                offset + row + "=" + values1[row] + (offset.equals("endedMicros") ? outcome[row] : ""));
                    }
                }
            }
        }
        return past;
    }

    @Test
    void logsAreOrderedOnEveryMachine() {
        Timeline timeline = Runs.LAB.timeline(Runs.scenario("topologies=multi-az-cluster writeRate=200 duration=20s"));
        long[] arrival = Runs.column(Runs.table(timeline, "requests"), "arrivalMicros");
        Table lane = timeline.lanes().get(0);
        long[] lsn = Runs.column(lane, "lsn");
        for (String log : List.of("log0Micros", "log1Micros", "log2Micros")) {
            long[] offset = Runs.column(lane, log);
            long[] written = new long[(int) Arrays.stream(lsn).max().orElseThrow() + 1];
            for (int row = 0; row < lane.rows(); row++) {
                written[(int) lsn[row]] = offset[row] < 0 ? Long.MAX_VALUE : arrival[row] + offset[row];
            }
            for (int place = 2; place < written.length; place++) {
                assertThat(written[place]).isGreaterThanOrEqualTo(written[place - 1]);
            }
        }
    }
}
