package dev.tilab.labs.failover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tilab.cloud.database.Outcome;
import dev.tilab.labs.failover.Words.NodeState;
import dev.tilab.labs.failover.Words.Place;
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

    private static Workload work(String values) {
        return new Workload(Runs.scenario(values));
    }

    private static long arrivals(Workload work, double fromSecond, double untilSecond, int node) {
        return IntStream.range(0, work.rows())
                .filter(row -> work.arrivalMicros[row] >= fromSecond * SECOND && work.arrivalMicros[row] < untilSecond * SECOND)
                .filter(row -> work.entrance.node[row] == node)
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
        Workload work = work(TWO_NODES + "at=30s:fail-zone:az-a");

        assertThat(rows(work.entrance.rows("nodes"))).containsExactly(
                nodeRow(0, 0, NodeState.LISTED),
                nodeRow(0, 1, NodeState.LISTED),
                nodeRow(30, 0, NodeState.SILENT),
                nodeRow(60, 0, NodeState.DELISTED));
        assertThat(arrivals(work, 60, 120, 0)).isPositive();
        assertThat(arrivals(work, 120, 240, 0)).isZero();
        for (int row = 0; row < work.rows(); row++) {
            boolean lost = work.entrance.node[row] == 0 && work.arrivalMicros[row] >= 30 * SECOND;
            assertThat(work.entrance.stuckAt[row] == Place.NODE).isEqualTo(lost);
            assertThat(work.client[row] < 0).isEqualTo(lost);
        }
        Workload brief = work(TWO_NODES + "balancerDnsTtl=5s nodeDetection=10s at=30s:fail-zone:az-a");
        assertThat(arrivals(brief, 30, 40, 0)).isPositive();
        assertThat(arrivals(brief, 45, 240, 0)).isZero();
    }

    @Test
    void aNodeThatComesBackIsListedAgainAfterTheSameWhile() {
        Workload work = work(TWO_NODES + "at=30s:cut-zone:az-a,100s:repair-zone:az-a,180s:cut-zone:az-a,190s:repair-zone:az-a");

        assertThat(rows(work.entrance.rows("nodes"))).containsExactly(
                nodeRow(0, 0, NodeState.LISTED),
                nodeRow(0, 1, NodeState.LISTED),
                nodeRow(30, 0, NodeState.SILENT),
                nodeRow(60, 0, NodeState.DELISTED),
                nodeRow(130, 0, NodeState.LISTED),
                nodeRow(180, 0, NodeState.SILENT),
                nodeRow(190, 0, NodeState.LISTED));
        assertThat(arrivals(work, 120, 130, 0)).isZero();
        assertThat(arrivals(work, 130, 190, 0)).isPositive();
    }

    /** Guards against a name without an address. */
    @Test
    void aNameWithoutALivingNodeListsThemAll() {
        Workload single = work(TWO_NODES + "balancerNodes=az-a at=30s:fail-zone:az-a,150s:repair-zone:az-a");
        Workload both = work(TWO_NODES + "at=30s:fail-zone:az-a,90s:fail-zone:az-b");

        assertThat(rows(single.entrance.rows("nodes"))).containsExactly(
                nodeRow(0, 0, NodeState.LISTED), nodeRow(30, 0, NodeState.SILENT), nodeRow(150, 0, NodeState.LISTED));
        assertThat(rows(both.entrance.rows("nodes"))).endsWith(
                nodeRow(60, 0, NodeState.DELISTED), nodeRow(90, 1, NodeState.SILENT), nodeRow(120, 0, NodeState.SILENT));
        assertThat(arrivals(both, 120, 240, 0)).isPositive();
    }

    /**
     * The example of "How Elastic Load Balancing works" with two targets and one: users split evenly over two nodes. Across
     * zones every target has a third; within them the two share a half and the one has the other.
     */
    @ParameterizedTest
    @CsvSource({"on, 0.3333, 0.3333, 0.3333", "off, 0.25, 0.5, 0.25"})
    void sharesAreThoseOfTheDocuments(String crossZone, double first, double second, double third) {
        Workload work = work(TWO_NODES.replace("240s", "600s").replace("writeRate=20", "writeRate=100")
                + "clients=3 cachingClients=0 users=1000 crossZone=" + crossZone);

        double[] expected = {first, second, third};
        for (int target = 0; target < 3; target++) {
            int which = target;
            double share = (double) Arrays.stream(work.client).filter(each -> each == which).count() / work.rows();
            assertThat(share).isCloseTo(expected[target], within(0.01));
        }
    }

    @Test
    void eachNodeAsksItsTargetsInTurn() {
        Workload work = work(TWO_NODES + "clients=4");
        int[] asked = IntStream.range(0, work.rows())
                .filter(row -> work.entrance.node[row] == 1)
                .map(row -> work.client[row])
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
            Workload work = work(TWO_NODES + "at=30s:fail-zone:az-a seed=" + seed + " healthCheckInterval=" + interval
                    + " unhealthyThreshold=" + threshold + " healthCheckTimeout=" + timeout);
            assertThat(work.entrance.rows("health")).hasSize(6);
            for (long[] row : work.entrance.rows("health")) {
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
        Workload work = work(TWO_NODES + "healthCheckInterval=5s at=30s:fail-zone:az-a,90s:repair-zone:az-a");
        Entrance way = work.entrance;

        assertThat(stuckAtTarget(work, 30, 35)).isPositive();
        assertThat(stuckAtTarget(work, 45, 240)).isZero();
        List<Long> in = way.rows("health").stream().filter(row -> row[3] == 1).map(row -> row[0]).toList();
        assertThat(in).hasSize(6).allMatch(at -> at >= 110 * SECOND && at <= 115 * SECOND);
        assertThat(asked(work, 46, 110)).noneMatch(target -> target % 2 == 0);
        assertThat(asked(work, 116, 240)).contains(0, 2, 4, 6, 8, 10);
    }

    private static long stuckAtTarget(Workload work, int fromSecond, int untilSecond) {
        return IntStream.range(0, work.rows())
                .filter(row -> work.arrivalMicros[row] >= fromSecond * SECOND && work.arrivalMicros[row] < untilSecond * SECOND)
                .filter(row -> work.entrance.stuckAt[row] == Place.TARGET)
                .count();
    }

    /** The targets that node b asked. */
    private static List<Integer> asked(Workload work, int fromSecond, int untilSecond) {
        return IntStream.range(0, work.rows())
                .filter(row -> work.arrivalMicros[row] >= fromSecond * SECOND && work.arrivalMicros[row] < untilSecond * SECOND)
                .filter(row -> work.entrance.node[row] == 1)
                .mapToObj(row -> work.client[row])
                .toList();
    }

    /** Guards against nodes that give up: with no healthy target at all they ask every one, and are right as soon as one is. */
    @Test
    void withoutAHealthyTargetANodeAsksThemAll() {
        Workload work = work(ONE_ZONE + "at=30s:fail-zone:az-a,150s:repair-zone:az-a");

        assertThat(work.entrance.rows("health").stream().filter(row -> row[1] == 1 && row[3] == 0)).hasSize(12);
        assertThat(asked(work, 100, 150)).contains(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
        assertThat(stuckAtTarget(work, 100, 150)).isEqualTo(asked(work, 100, 150).size());
        assertThat(stuckAtTarget(work, 150, 240)).isZero();
        assertThat(asked(work, 150, 155)).isNotEmpty();
    }

    @Test
    void aNodeWithoutTargetsOfItsOwnAnswersWithAnErrorAtOnce() {
        Workload work = work(ONE_ZONE + "crossZone=off");

        for (int row = 0; row < work.rows(); row++) {
            boolean empty = work.entrance.node[row] == 1;
            assertThat(work.entrance.ended[row]).isEqualTo(empty ? Outcome.NO_CONNECTION : null);
            assertThat(work.client[row] < 0).isEqualTo(empty);
        }
        assertThat(arrivals(work, 0, 240, 1)).isPositive();
    }

    /** Cut off, the node in zone a still sees its own targets, but no user sees it. */
    @Test
    void aPartitionKeepsTargetsFromTheOtherZonesNode() {
        Workload work = work(TWO_NODES + "healthCheckInterval=5s at=30s:cut-zone:az-a");

        assertThat(work.entrance.rows("health")).hasSize(12);
        assertThat(work.entrance.rows("health")).allMatch(row -> row[2] % 2 != row[1]);
        assertThat(stuckAtTarget(work, 30, 35)).isPositive();
        assertThat(stuckAtTarget(work, 46, 240)).isZero();
    }

    /** Guards against a balancer that knows what a shallow check cannot know. */
    @Test
    void checksKnowNothingOfTheDatabase() {
        Workload calm = work(TWO_NODES);
        Workload work = work(TWO_NODES + "at=30s:fail-storage:instance-1,40s:reboot:database,50s:keep-address:client-1");

        assertThat(work.entrance.rows("health")).isEmpty();
        assertThat(work.client).isEqualTo(calm.client);
        assertThat(work.entrance.stuckAt).containsOnlyNulls();
    }

    /** Guards against users who draw from streams of the workload. */
    @Test
    void theSameRequestsComeAsWithoutALoadBalancer() {
        Workload with = work(TWO_NODES);
        Workload without = work(TWO_NODES.replace("balancerNodes=az-a-and-az-b", "balancerNodes=none"));

        assertThat(with.arrivalMicros).isEqualTo(without.arrivalMicros);
        assertThat(with.isRead).isEqualTo(without.isRead);
        assertThat(with.diskMicros).isDeepEqualTo(without.diskMicros);
        assertThat(without.entrance).isNull();
    }
}
