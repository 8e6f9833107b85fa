package dev.tilab.labs.failover;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tilab.cloud.Outcome;
import dev.tilab.cloud.database.ClusterInvariants;
import dev.tilab.cloud.database.Loss;
import dev.tilab.cloud.database.Topology;
import dev.tilab.cloud.traffic.Place;
import dev.tilab.labs.failover.FailoverSummary.LostWrites;
import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is true in every topology after every event, whatever fails when. */
@Tag("slow")
class LaneInvariantsTest {

    private static final String BALANCED = " clientZones=az-a-and-az-b balancerNodes=az-a-and-az-b crossZone=";

    static Stream<Arguments> everyTopologyWithEveryFault() {
        return Arrays.stream(Topology.values())
                .flatMap(topology -> Runs.FAULTS.stream().map(fault -> Arguments.of(topology, fault)));
    }

    @ParameterizedTest
    @MethodSource("everyTopologyWithEveryFault")
    void holdsForEveryFault(Topology topology, String fault) {
        for (long seed = 1; seed <= 5; seed++) {
            watched(Runs.scenario("at=" + fault + " seed=" + seed), topology);
            watched(Runs.scenario("at=" + fault + " seed=" + seed + BALANCED + "on"), topology);
            watched(Runs.scenario("at=" + fault + " seed=" + seed + BALANCED + "off"), topology);
        }
    }

    @ParameterizedTest
    @EnumSource(Topology.class)
    void holdsForFaultsThatNobodyThoughtOf(Topology topology) {
        LongStream.range(0, 150).forEach(seed -> watched(Runs.any(seed), topology));
        LongStream.range(0, 150).forEach(seed -> watched(Runs.anyBalanced(seed), topology));
    }

    /** One zone, one machine or one link at a time: a synchronous copy keeps everything that was acknowledged. */
    @ParameterizedTest
    @MethodSource("everyTopologyWithEveryFault")
    void aSynchronousCopyKeepsEveryAcknowledgedWrite(Topology topology, String fault) {
        for (long seed = 1; seed <= 20 && topology.automatic; seed++) {
            Lane lane = watched(Runs.scenario("at=" + fault + " seed=" + seed), topology);
            assertThat(lane.cluster.losses().ranges()).allMatch(range -> range.cause == Loss.DELETED);
        }
    }

    private static Lane watched(FailoverScenario scenario, Topology topology) {
        Workload work = new Workload(scenario);
        Lane lane = new Lane(scenario, topology, work);
        ClusterInvariants invariants =
                ClusterInvariants.watch(lane.region, lane.cluster, lane.clients, scenario.clientSettings.poolSize());
        lane.run();
        conserves(lane);
        invariants.nobodyIsStuck();
        return lane;
    }

    /** What got stuck on its way in never comes to a machine; what got in had a node and a target that could be reached. */
    private static void entersInOrder(Lane lane) {
        RequestRecord record = lane.record;
        for (int row = 0; row < lane.work.rows(); row++) {
            if (record.node[row] < 0) {
                require(lane.work.arrivalMicros[row] > lane.region.endMicros(), "a request that asked no node");
                continue;
            }
            boolean stuck = record.stuckAt[row] == Place.NODE || record.client[row] < 0;
            require(lane.work.user[row] >= 0 && lane.work.user[row] < lane.scenario.users, "a user who does not exist");
            require(lane.scenario.balancer.zones().contains(record.node[row]), "a node that does not exist");
            require(record.client[row] >= 0 || stuck, "a request that goes nowhere");
            require(
                    record.client[row] >= 0 || record.sentMicros[row] < 0 && record.lsn[row] == 0,
                    "a request that got in nevertheless");
            boolean own = lane.scenario.balancer.crossZone()
                    || record.client[row] < 0
                    || lane.scenario.zoneOf(record.client[row]) == record.node[row];
            require(own, "a target of another zone");
        }
        long[] last = {0, 0};
        for (long[] change : lane.rows("health")) {
            require(change[0] >= last[0], "beliefs out of order");
            last[0] = change[0];
        }
        for (long[] change : lane.rows("nodes")) {
            require(change[0] >= last[1], "states out of order");
            last[1] = change[0];
        }
    }

    /** What the summary says is still gone is what is gone at the end, write by write. */
    private static void lossesAddUp(Lane lane) {
        BitSet gone = new BitSet();
        for (LostWrites lost : new LossFigures(lane).lostWrites()) {
            require(
                    lost.untilSeconds() == null || lost.untilSeconds() >= lost.fromSeconds(),
                    "back before it was gone");
            if (lost.untilSeconds() == null) {
                gone.set((int) lost.firstLsn(), (int) lost.lastLsn() + 1);
            }
        }
        LaneFigures figures = new LaneFigures(lane);
        for (int row = 0; row < lane.work.rows(); row++) {
            if (!lane.work.isRead[row] && lane.record.outcome[row] == Outcome.COMPLETED) {
                boolean listed = gone.get((int) lane.record.lsn[row]);
                require(
                        listed == (figures.loss(row) != Loss.KEPT),
                        "a lost write that is not listed, or one that is not lost");
            }
        }
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new AssertionError(otherwise);
        }
    }

    /** Every request ends once; no write is acknowledged before it is in a log. */
    private static void conserves(Lane lane) {
        RequestRecord record = lane.record;
        long timeout = lane.scenario.clientSettings.requestTimeoutMicros();
        for (int row = 0; row < lane.work.rows(); row++) {
            boolean open = record.outcome[row] == Outcome.IN_FLIGHT;
            boolean failed = !open && record.outcome[row] != Outcome.COMPLETED;
            require(failed == (record.stuckAt[row] != null), "a failure without a place");
            long ended = record.endedMicros[row];
            require(open == ended < 0, "an end without an outcome");
            require(ended <= timeout, "a request that outlived its time-out");
            require(
                    !open || lane.work.arrivalMicros[row] + timeout > lane.scenario.durationMicros,
                    "a request forgotten");
            if (record.outcome[row] == Outcome.COMPLETED && !lane.work.isRead[row]) {
                int writer = (int) record.machine[row];
                require(record.lsn[row] > 0, "acknowledged but in no log");
                require(
                        record.logMicros[writer][row] >= 0 && record.logMicros[writer][row] <= ended,
                        "acknowledged unwritten");
            }
        }
        if (!lane.scenario.hasBalancer()) {
            assertThat(record.stuckAt).doesNotContain(Place.NODE, Place.TARGET);
        } else {
            entersInOrder(lane);
        }
        lossesAddUp(lane);
        long places =
                Arrays.stream(record.lsn).filter(lsn -> lsn > 0).distinct().count();
        assertThat(places)
                .isEqualTo(Arrays.stream(record.lsn).filter(lsn -> lsn > 0).count());
    }
}
