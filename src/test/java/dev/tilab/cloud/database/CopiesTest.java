package dev.tilab.cloud.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tilab.cloud.Fault;
import dev.tilab.cloud.Region;
import dev.tilab.cloud.Request;
import dev.tilab.cloud.Zones;
import dev.tilab.simulation.lab.Intervention;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Copies that were away and come back, in a region and nothing else: when they have everything again, and when they may take over. */
class CopiesTest {

    private static final long SECOND = 1_000_000;

    private final Region region = new Region(5, 3, 400 * SECOND, 1);
    private final List<String> told = new ArrayList<>();
    private final List<Integer> confirmedBy = new ArrayList<>();

    /** A write each of these seconds, by a client that reaches every zone; each step of a failover takes some ten seconds. */
    private Cluster run(Topology topology, List<Integer> writes, Intervention... faults) {
        Map<Step, Long> steps = new EnumMap<>(Step.class);
        for (Step step : Step.values()) {
            steps.put(step, 10 * SECOND);
        }
        ClusterSettings settings = new ClusterSettings(750, 800_000, false, 9 * SECOND, 60 * SECOND, steps);
        Cluster cluster = new Cluster(region, topology, settings, Disks.even(2_000));
        ClientSettings pool = new ClientSettings(2, true, 3 * SECOND, 3 * SECOND, SECOND / 2, false);
        Client client = new Clients(region, pool, cluster, new CallListener() {
                    @Override
                    public void acknowledged(Call call, int by) {
                        confirmedBy.add(by);
                    }
                })
                .start(Zones.OUTSIDE, SECOND);
        for (int second : writes) {
            region.later(second * SECOND, () -> {
                Request request = new Request();
                request.row = second;
                client.ask(request, how -> told.add(second + " " + how.id()));
            });
        }
        region.disturb(List.of(faults));
        region.run();
        return cluster;
    }

    private static Intervention at(long second, Fault fault, int index) {
        return new Intervention(second * SECOND, fault.id(), "any", index, 0);
    }

    private List<Role> rolesOf(int machine) {
        return region.log().table("machines").rows().stream()
                .filter(row -> row[1] == machine)
                .map(row -> Role.values()[(int) row[3]])
                .toList();
    }

    /** Guards against a copy that is a copy again without what was written meanwhile. */
    @Test
    void aCopyThatHasCaughtUpHasWhatWasWrittenWithoutItAndTakesOver() {
        Cluster cluster = run(
                Topology.MULTI_AZ_INSTANCE,
                List.of(5, 20, 50, 150, 200),
                at(10, Zones.CUT, 1),
                at(30, Zones.REPAIR, 1),
                at(60, Zones.FAIL, 0));

        assertThat(told)
                .as("the first one after the fault finds the link broken")
                .containsExactly("5 completed", "20 completed", "50 completed", "150 timed-out", "200 completed");
        assertThat(confirmedBy).as("alone while the copy is away").containsExactly(1, -1, 1, -1);
        assertThat(rolesOf(1))
                .containsExactly(Role.STANDBY, Role.CATCHING_UP, Role.STANDBY, Role.PROMOTING, Role.PRIMARY);
        assertThat(cluster.losses().ranges()).isEmpty();
    }

    /** Guards against a promotion that loses what had been acknowledged without the copy. */
    @Test
    void aCopyThatIsStillCatchingUpDoesNotTakeOverAndNothingIsLost() {
        Cluster cluster = run(
                Topology.MULTI_AZ_INSTANCE,
                List.of(5, 20, 50, 200),
                at(10, Zones.CUT, 1),
                at(30, Zones.REPAIR, 1),
                at(33, Zones.FAIL, 0),
                at(100, Zones.REPAIR, 0));

        assertThat(told).containsExactly("5 completed", "20 completed", "50 timed-out", "200 completed");
        assertThat(cluster.writer().index()).isZero();
        assertThat(rolesOf(1)).doesNotContain(Role.PROMOTING);
        assertThat(cluster.losses().ranges())
                .hasSize(1)
                .allMatch(range -> range.cause == Loss.OUT_OF_REACH && range.untilMicros() == 100 * SECOND);
    }

    /** Guards against a machine that lost its place for ever: it is a copy of who took over, and takes over from him. */
    @Test
    void whoWasReplacedComesBackAsACopy() {
        Cluster cluster = run(
                Topology.MULTI_AZ_INSTANCE,
                List.of(5, 50, 100, 180, 250, 300),
                at(10, Zones.FAIL, 0),
                at(120, Zones.REPAIR, 0),
                at(200, Zones.FAIL, 1));

        assertThat(told)
                .containsExactly(
                        "5 completed",
                        "50 timed-out",
                        "100 completed",
                        "180 completed",
                        "250 timed-out",
                        "300 completed");
        assertThat(confirmedBy).containsExactly(1, -1, 0, -1);
        assertThat(cluster.writer().index()).isZero();
        assertThat(cluster.losses().ranges()).isEmpty();
    }

    /** Guards against a commit that waits for a reader which is away, or for both. */
    @Test
    void inAClusterTheOtherReaderConfirmsAndNobodyWhereBothAreAway() {
        Cluster cluster =
                run(Topology.MULTI_AZ_CLUSTER, List.of(20, 50, 90), at(10, Zones.FAIL, 1), at(40, Zones.FAIL, 2));

        assertThat(told).containsExactly("20 completed", "50 completed", "90 completed");
        assertThat(confirmedBy).containsExactly(2, -1, -1);
        assertThat(cluster.writer().index()).isZero();
    }
}
