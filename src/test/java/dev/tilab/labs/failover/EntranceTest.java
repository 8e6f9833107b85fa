package dev.tilab.labs.failover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tilab.cloud.Outcome;
import dev.tilab.cloud.balancer.NodeState;
import dev.tilab.cloud.database.Topology;
import dev.tilab.cloud.traffic.Place;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How users come in: the name, its nodes, their health checks and the target that they choose. */
class EntranceTest {

    private static final String TWO_NODES =
            "clientZones=az-a-and-az-b balancerNodes=az-a-and-az-b duration=240s writeRate=20 readRate=0 ";
    private static final String ONE_ZONE = TWO_NODES.replace("clientZones=az-a-and-az-b", "clientZones=az-a");
    private static final long SECOND = 1_000_000;

    private static Lane lane(String values) {
        return lane(Runs.scenario("topologies=single-az " + values.strip()), Topology.SINGLE_AZ);
    }

    private static Lane lane(FailoverScenario scenario, Topology topology) {
        Lane lane = new Lane(scenario, topology, new Workload(scenario));
        lane.run();
        return lane;
    }

    /** Requests that arrived so early that what kept them from being answered is known by the end of the run. */
    private static IntStream decided(Lane lane) {
        return IntStream.range(0, lane.work.rows())
                .filter(row -> lane.work.arrivalMicros[row] < lane.region.endMicros() - 3 * SECOND);
    }

    private static long arrivals(Lane lane, double fromSecond, double untilSecond, int node) {
        return IntStream.range(0, lane.work.rows())
                .filter(row -> lane.work.arrivalMicros[row] >= fromSecond * SECOND
                        && lane.work.arrivalMicros[row] < untilSecond * SECOND)
                .filter(row -> lane.record.node[row] == node)
                .count();
    }

    private static List<List<Long>> rows(List<long[]> table) {
        return table.stream().map(row -> Arrays.stream(row).boxed().toList()).toList();
    }

    private static List<Long> nodeRow(double second, long node, NodeState state) {
        return List.of((long) (second * SECOND), node, (long) state.ordinal());
    }

    /** Guards against a failover of the name that reaches everybody at once: a resolver answers until its TTL is over. */
    @Test
    void aNodeInADarkZoneKeepsTheUsersWhoRememberIt() {
        Lane lane = lane(TWO_NODES + "at=30s:fail-zone:az-a");

        assertThat(rows(lane.rows("nodes")))
                .containsExactly(
                        nodeRow(0, 0, NodeState.LISTED),
                        nodeRow(0, 1, NodeState.LISTED),
                        nodeRow(30, 0, NodeState.SILENT),
                        nodeRow(60, 0, NodeState.DELISTED));
        assertThat(arrivals(lane, 60, 120, 0)).isPositive();
        assertThat(arrivals(lane, 120, 240, 0)).isZero();
        decided(lane).forEach(row -> {
            boolean lost = lane.record.node[row] == 0 && lane.work.arrivalMicros[row] >= 30 * SECOND;
            assertThat(lane.record.stuckAt[row] == Place.NODE).isEqualTo(lost);
            assertThat(lane.record.client[row] < 0).isEqualTo(lost);
        });
        Lane brief = lane(TWO_NODES + "balancerDnsTtl=5s nodeDetection=10s at=30s:fail-zone:az-a");
        assertThat(arrivals(brief, 30, 40, 0)).isPositive();
        assertThat(arrivals(brief, 45, 240, 0)).isZero();
    }

    @Test
    void aNodeThatComesBackIsListedAgainAfterTheSameWhile() {
        Lane lane =
                lane(TWO_NODES + "at=30s:cut-zone:az-a,100s:repair-zone:az-a,180s:cut-zone:az-a,190s:repair-zone:az-a");

        assertThat(rows(lane.rows("nodes")))
                .containsExactly(
                        nodeRow(0, 0, NodeState.LISTED),
                        nodeRow(0, 1, NodeState.LISTED),
                        nodeRow(30, 0, NodeState.SILENT),
                        nodeRow(60, 0, NodeState.DELISTED),
                        nodeRow(130, 0, NodeState.LISTED),
                        nodeRow(180, 0, NodeState.SILENT),
                        nodeRow(190, 0, NodeState.LISTED));
        assertThat(arrivals(lane, 120, 130, 0)).isZero();
        assertThat(arrivals(lane, 130, 190, 0)).isPositive();
    }

    /** Guards against a name without an address. */
    @Test
    void aNameWithoutALivingNodeListsThemAll() {
        Lane single = lane(TWO_NODES + "balancerNodes=az-a at=30s:fail-zone:az-a,150s:repair-zone:az-a");
        Lane both = lane(TWO_NODES + "at=30s:fail-zone:az-a,90s:fail-zone:az-b");

        assertThat(rows(single.rows("nodes")))
                .containsExactly(
                        nodeRow(0, 0, NodeState.LISTED),
                        nodeRow(30, 0, NodeState.SILENT),
                        nodeRow(150, 0, NodeState.LISTED));
        assertThat(rows(both.rows("nodes")))
                .endsWith(
                        nodeRow(60, 0, NodeState.DELISTED),
                        nodeRow(90, 1, NodeState.SILENT),
                        nodeRow(120, 0, NodeState.SILENT));
        assertThat(arrivals(both, 120, 240, 0)).isPositive();
    }

    /**
     * The example of "How Elastic Load Balancing works" with two targets and one: users split evenly over two nodes. Across
     * zones every target has a third; within them the two share a half and the one has the other.
     */
    @ParameterizedTest
    @CsvSource({"on, 0.3333, 0.3333, 0.3333", "off, 0.25, 0.5, 0.25"})
    void sharesAreThoseOfTheDocuments(String crossZone, double first, double second, double third) {
        Lane lane = lane(TWO_NODES.replace("240s", "600s").replace("writeRate=20", "writeRate=100")
                + "clients=3 cachingClients=0 users=1000 crossZone=" + crossZone);

        double[] expected = {first, second, third};
        for (int target = 0; target < 3; target++) {
            int which = target;
            double share = (double) Arrays.stream(lane.record.client)
                            .filter(each -> each == which)
                            .count()
                    / lane.work.rows();
            assertThat(share).isCloseTo(expected[target], within(0.01));
        }
    }

    @Test
    void eachNodeAsksItsTargetsInTurn() {
        Lane lane = lane(TWO_NODES + "clients=4");
        int[] asked = IntStream.range(0, lane.work.rows())
                .filter(row -> lane.record.node[row] == 1)
                .map(row -> lane.record.client[row])
                .toArray();

        assertThat(asked).hasSizeGreaterThan(100);
        for (int turn = 0; turn < asked.length; turn++) {
            assertThat(asked[turn]).isEqualTo(turn % 4);
        }
    }

    @ParameterizedTest
    @CsvSource({"30s, 2, 5s", "5s, 2, 2s", "10s, 4, 5s", "5s, 3, 12s"})
    void aTargetThatGoesDarkIsOutBetweenTheTimesThatTheSettingsSay(String interval, int threshold, String timeout) {
        double each = Double.parseDouble(interval.replace("s", ""));
        double wait = Double.parseDouble(timeout.replace("s", ""));
        double earliest = Double.MAX_VALUE;
        double latest = 0;
        for (int seed = 0; seed < 20; seed++) {
            Lane lane = lane(TWO_NODES + "at=30s:fail-zone:az-a seed=" + seed + " healthCheckInterval=" + interval
                    + " unhealthyThreshold=" + threshold + " healthCheckTimeout=" + timeout);
            assertThat(lane.rows("health")).hasSize(6);
            for (long[] row : lane.rows("health")) {
                assertThat(row[1]).as("the dark node checks nothing").isEqualTo(1);
                assertThat(row[2] % 2).as("only targets in zone a").isZero();
                assertThat(row[3]).isZero();
                double after = row[0] / 1e6 - 30;
                assertThat(after).isBetween((threshold - 1) * each + wait, threshold * each + wait);
                earliest = Math.min(earliest, after);
                latest = Math.max(latest, after);
            }
        }
        // The whole range is used: phases are drawn, each pair for itself.
        assertThat(latest - earliest).isGreaterThan(0.8 * each);
    }

    @Test
    void aTargetOutOfReachIsAskedInTurnUntilItIsOutAndAgainAfterFivePassedChecks() {
        Lane lane = lane(TWO_NODES + "healthCheckInterval=5s at=30s:fail-zone:az-a,90s:repair-zone:az-a");
        assertThat(stuckAtTarget(lane, 30, 35)).isPositive();
        assertThat(stuckAtTarget(lane, 45, 240)).isZero();
        List<Long> in = lane.rows("health").stream()
                .filter(row -> row[3] == 1)
                .map(row -> row[0])
                .toList();
        assertThat(in).hasSize(6).allMatch(at -> at >= 110 * SECOND && at <= 115 * SECOND);
        assertThat(asked(lane, 46, 110)).noneMatch(target -> target % 2 == 0);
        assertThat(asked(lane, 116, 240)).contains(0, 2, 4, 6, 8, 10);
    }

    private static long stuckAtTarget(Lane lane, int fromSecond, int untilSecond) {
        return IntStream.range(0, lane.work.rows())
                .filter(row -> lane.work.arrivalMicros[row] >= fromSecond * SECOND
                        && lane.work.arrivalMicros[row] < untilSecond * SECOND)
                .filter(row -> lane.record.stuckAt[row] == Place.TARGET)
                .count();
    }

    /** The targets that node b asked. */
    private static List<Integer> asked(Lane lane, int fromSecond, int untilSecond) {
        return IntStream.range(0, lane.work.rows())
                .filter(row -> lane.work.arrivalMicros[row] >= fromSecond * SECOND
                        && lane.work.arrivalMicros[row] < untilSecond * SECOND)
                .filter(row -> lane.record.node[row] == 1)
                .mapToObj(row -> lane.record.client[row])
                .toList();
    }

    /** Guards against nodes that give up: with no healthy target at all they ask every one, and are right as soon as one is. */
    @Test
    void withoutAHealthyTargetANodeAsksThemAll() {
        Lane lane = lane(ONE_ZONE + "at=30s:fail-zone:az-a,150s:repair-zone:az-a");

        assertThat(lane.rows("health").stream().filter(row -> row[1] == 1 && row[3] == 0))
                .hasSize(12);
        assertThat(asked(lane, 100, 150)).contains(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
        assertThat(stuckAtTarget(lane, 100, 150))
                .isEqualTo(asked(lane, 100, 150).size());
        assertThat(stuckAtTarget(lane, 150, 240)).isZero();
        assertThat(asked(lane, 150, 155)).isNotEmpty();
    }

    @Test
    void aNodeWithoutTargetsOfItsOwnAnswersWithAnErrorAtOnce() {
        Lane lane = lane(ONE_ZONE + "crossZone=off");

        decided(lane).forEach(row -> {
            boolean empty = lane.record.node[row] == 1;
            assertThat(lane.record.outcome[row]).isEqualTo(empty ? Outcome.NO_CONNECTION : Outcome.COMPLETED);
            assertThat(lane.record.client[row] < 0).isEqualTo(empty);
        });
        assertThat(arrivals(lane, 0, 240, 1)).isPositive();
    }

    /** Cut off, the node in zone a still sees its own targets, but no user sees it. */
    @Test
    void aPartitionKeepsTargetsFromTheOtherZonesNode() {
        Lane lane = lane(TWO_NODES + "healthCheckInterval=5s at=30s:cut-zone:az-a");

        assertThat(lane.rows("health")).hasSize(12);
        assertThat(lane.rows("health")).allMatch(row -> row[2] % 2 != row[1]);
        assertThat(stuckAtTarget(lane, 30, 35)).isPositive();
        assertThat(stuckAtTarget(lane, 46, 240)).isZero();
    }

    /** Guards against a balancer that knows what a shallow check cannot know. */
    @Test
    void shallowChecksKnowNothingOfTheDatabase() {
        Lane calm = lane(TWO_NODES);
        Lane lane = lane(TWO_NODES + "at=30s:fail-storage:instance-1,40s:reboot:database,50s:keep-address:client-1");

        assertThat(lane.rows("health")).isEmpty();
        assertThat(lane.record.client).isEqualTo(calm.record.client);
        assertThat(lane.record.stuckAt).doesNotContain(Place.NODE, Place.TARGET);
    }

    /** What the check asks a target for, a target asks its database for. */
    @Test
    void deepChecksTakeOutTargetsWhoseDatabaseDoesNotAnswer() {
        Lane lane = lane(TWO_NODES + "healthCheck=deep healthCheckInterval=10s at=30s:fail-storage:instance-1");

        List<long[]> out =
                lane.rows("health").stream().filter(row -> row[3] == 0).toList();
        assertThat(out).as("every target, as either node sees it").hasSize(24);
        assertThat(out).allMatch(row -> row[0] > 40 * SECOND && row[0] < 60 * SECOND);
        // All are unhealthy now, so a node asks every one: users find out from the database, not from the balancer.
        assertThat(asked(lane, 80, 140)).contains(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
        assertThat(lane.record.stuckAt).doesNotContain(Place.NODE, Place.TARGET);
    }

    /** Guards against a check that is as deep as its word only: behind a broken link a shallow one sees nothing amiss. */
    @Test
    void deepChecksLeaveTheTargetsThatReachTheDatabase() {
        String story = TWO_NODES + "healthCheckInterval=5s crossZone=off clients=4 cachingClients=0"
                + " at=30s:cut-zone:az-b healthCheck=";
        Lane shallow = lane(story + "shallow");
        Lane deep = lane(story + "deep");

        assertThat(shallow.rows("health")).as("each node sees its own targets").isEmpty();
        assertThat(deep.rows("health"))
                .as("those in zone b have lost their database")
                .hasSize(2);
        assertThat(deep.rows("health")).allMatch(row -> row[1] == 1 && row[2] % 2 == 1 && row[3] == 0);
    }

    /** Guards against checks whose calls are counted as requests, or that change what a calm day is like. */
    @Test
    void aDeepCheckOfACalmDayFindsEverybodyWell() {
        Lane shallow = lane(TWO_NODES + "healthCheckInterval=5s");
        Lane deep = lane(TWO_NODES + "healthCheckInterval=5s healthCheck=deep");

        assertThat(deep.rows("health")).isEmpty();
        assertThat(deep.record.client).isEqualTo(shallow.record.client);
        assertThat(deep.record.outcome).isEqualTo(shallow.record.outcome);
        assertThat(deep.region.happened()).isGreaterThan(shallow.region.happened());
    }

    /** Guards against users who draw from streams of the workload. */
    @Test
    void theSameRequestsComeAsWithoutALoadBalancer() {
        Workload with = new Workload(Runs.scenario(TWO_NODES));
        Workload without =
                new Workload(Runs.scenario(TWO_NODES.replace("balancerNodes=az-a-and-az-b", "balancerNodes=none")));

        assertThat(with.arrivalMicros).isEqualTo(without.arrivalMicros);
        assertThat(with.isRead).isEqualTo(without.isRead);
        for (int row = 0; row < with.rows(); row++) {
            assertThat(with.micros(row, 0)).isEqualTo(without.micros(row, 0));
        }
        assertThat(with.user).contains(0, 39);
        assertThat(without.user).containsOnly(0);
    }
}
