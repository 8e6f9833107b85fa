package dev.tilab.labs.failover;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tilab.cloud.Outcome;
import dev.tilab.cloud.traffic.Place;
import dev.tilab.labs.failover.FailoverSummary.FailedAt;
import dev.tilab.labs.failover.FailoverSummary.LaneSummary;
import dev.tilab.labs.failover.FailoverSummary.PhaseAt;
import dev.tilab.simulation.timeline.Column;
import dev.tilab.simulation.timeline.Table;
import dev.tilab.simulation.timeline.Timeline;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Users, load balancer, targets and database together. */
class WholeChainTest {

    private static final String CHAIN = "clientZones=az-a-and-az-b balancerNodes=az-a-and-az-b duration=240s ";

    private static Lane run(String values) {
        FailoverScenario scenario = Runs.scenario(values);
        Lane lane = new Lane(scenario, scenario.topologies.get(0), new Workload(scenario));
        lane.run();
        return lane;
    }

    @Test
    void aDatabaseThatIsBackIsNoHelpWhileAllTargetsAreInTheDarkZone() {
        String dark = CHAIN.replace("clientZones=az-a-and-az-b", "clientZones=az-a")
                + "topologies=multi-az-instance at=30s:fail-zone:az-a";
        LaneSummary out = Runs.lane(dark);
        LaneSummary repaired = Runs.lane(dark + ",180s:repair-zone:az-a");

        assertThat(out.phases()).extracting(PhaseAt::name).contains("promoted", "dns-changed");
        assertThat(out.outageSeconds().first()).isNull();
        assertThat(out.failedRequestsAt().target())
                .isGreaterThan(out.failedRequestsAt().node());
        assertThat(repaired.outageSeconds().first()).isBetween(149.0, 175.0);
        assertThat(repaired.outageSeconds().last()).isNotNull();
    }

    /** Guards against an outage of the database's clients being given as what users saw. */
    @Test
    void usersAreBackOnceTheNameAndTheChecksHaveFollowed() {
        String chain = CHAIN + "topologies=multi-az-cluster at=30s:fail-zone:az-a cachingClients=0 ";
        LaneSummary slow = Runs.lane(chain + "balancerDnsTtl=60s");
        LaneSummary fast =
                Runs.lane(chain + "balancerDnsTtl=5s nodeDetection=5s healthCheckInterval=5s healthCheckTimeout=2s");

        assertThat(slow.outageSeconds().first()).isLessThan(35);
        assertThat(slow.outageSeconds().last()).isBetween(65.0, 105.0);
        assertThat(fast.outageSeconds().last()).isLessThan(45);
        assertThat(fast.failedRequestsAt().node())
                .isLessThan(slow.failedRequestsAt().node() / 3);
        assertThat(fast.failedRequestsAt().target())
                .isLessThan(slow.failedRequestsAt().target() / 3);
    }

    @Test
    void everyFailedRequestIsCountedWhereItGotStuck() {
        LaneSummary zone = Runs.lane(CHAIN + "topologies=single-az at=30s:fail-zone:az-b");
        LaneSummary crash = Runs.lane(CHAIN + "topologies=single-az at=30s:crash:instance-1");
        LaneSummary without = Runs.lane("topologies=single-az at=30s:fail-zone:az-a");

        assertThat(zone.failedRequestsAt().node()).isPositive();
        assertThat(zone.failedRequestsAt().target()).isPositive();
        assertThat(zone.failedRequestsAt().database()).isZero();
        assertThat(crash.failedRequestsAt()).isEqualTo(new FailedAt(0, 0, crash.failedRequests()));
        assertThat(crash.failedRequests()).isPositive();
        assertThat(without.failedRequestsAt()).isEqualTo(new FailedAt(0, 0, without.failedRequests()));
    }

    /** Guards against users who are told of a commit through a node that is gone: the write stands, its answer does not come. */
    @Test
    void anAnswerWhoseNodeHasGoneMeanwhileIsNotTold() {
        String calm = CHAIN + "topologies=single-az azLatency=0s readRate=0";
        Lane before = run(calm);
        int row = IntStream.range(50, before.work.rows())
                .filter(each -> before.record.node[each] == 1 && before.record.client[each] % 2 == 0)
                .findFirst()
                .orElseThrow();
        assertThat(before.record.outcome[row]).isEqualTo(Outcome.COMPLETED);
        long instant = before.work.arrivalMicros[row] + before.record.endedMicros[row] / 2;

        Lane after = run(calm + " at=" + instant + "us:fail-zone:az-b");

        assertThat(after.record.outcome[row]).isEqualTo(Outcome.TIMED_OUT);
        assertThat(after.record.stuckAt[row]).isEqualTo(Place.NODE);
        assertThat(after.record.endedMicros[row]).isEqualTo(3_000_000);
        assertThat(after.record.lsn[row]).isEqualTo(before.record.lsn[row]);
        assertThat(after.record.logMicros[0][row]).isEqualTo(before.record.logMicros[0][row]);
        assertThat(after.cluster.incidents().any())
                .as("the target has its answer")
                .isFalse();
    }

    /** Guards against a strip that never ends because targets in the dark are waited for. */
    @Test
    void theLastClientBackIsOneOfThoseThatHavePower() {
        for (int seed = 0; seed < 20; seed++) {
            String crashed = CHAIN + "topologies=multi-az-cluster seed=" + seed + " at=30s:crash:instance-1,";

            assertThat(Runs.lane(crashed + "40s:fail-zone:az-a").phases())
                    .extracting(PhaseAt::name)
                    .contains("last-back");
        }
    }

    @Test
    void aPartitionIsOverForUsersOnceTheNameHasFollowed() {
        String cut = CHAIN + "topologies=multi-az-instance at=30s:cut-zone:az-a";

        assertThat(Runs.lane(cut).outageSeconds().last()).isBetween(85.0, 140.0);
        assertThat(Runs.lane(cut).acknowledgedWritesLost()).isZero();
        assertThat(Runs.lane(cut + ",36s:repair-zone:az-a").outageSeconds().last())
                .isLessThan(20);
    }

    /** Guards against a way in that depends on the lane. */
    @Test
    void aLaneIsTheSameAloneAndBesideOthers() {
        String at = " at=30s:fail-zone:az-a,60s:crash:instance-2";
        for (LaneSummary lane : Runs.LAB
                .summary(Runs.scenario(CHAIN + "topologies=read-replica,multi-az-cluster,multi-az-proxy" + at))
                .lanes()) {
            assertThat(Runs.lane(CHAIN + "topologies=" + lane.topology() + at)).isEqualTo(lane);
        }
    }

    @Test
    void theTimelineSaysWhoAskedWhichNodeOnlyWhereThereIsOne() {
        Timeline with = Runs.LAB.timeline(Runs.preset("whole-chain", 11));
        Timeline without = Runs.LAB.timeline(Runs.preset("zone-outage", 11));

        Table requests = Runs.table(with, "requests");
        assertThat(requests.columns()).extracting(Column::name).containsExactly("arrivalMicros", "operation", "user");
        assertThat(Runs.column(requests, "user")).contains(0, 39).doesNotContain(-1, 40);
        assertThat(Runs.column(with.lanes().get(0), "node")).containsOnly(0, 1);
        assertThat(Runs.column(with.lanes().get(0), "client"))
                .contains(-1, 0, 11)
                .doesNotContain(12);
        assertThat(with.facts())
                .containsEntry("balancerNodes", List.of("0", "1"))
                .containsEntry("crossZone", List.of("on"));
        assertThat(with.dictionaries()).containsEntry("nodeState", List.of("listed", "silent", "delisted"));
        assertThat(Runs.column(Runs.table(with, "health"), "healthy")).containsOnly(0);
        assertThat(without.facts()).doesNotContainKeys("balancerNodes", "users");
        assertThat(without.dictionaries()).doesNotContainKey("nodeState");
        assertThat(without.shared()).extracting(Table::name).doesNotContain("nodes", "health");
        assertThat(Runs.table(without, "requests").columns()).hasSize(3);
        assertThat(without.lanes().get(0).columns()).extracting(Column::name).doesNotContain("node", "client");
    }
}
