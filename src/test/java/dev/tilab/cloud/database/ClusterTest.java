package dev.tilab.cloud.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A database and its clients in a region and nothing else: what whoever builds on them may count on. */
class ClusterTest {

    private static final long SECOND = 1_000_000;

    private final Region region = new Region(5, 3, 300 * SECOND, 1);
    private final List<String> told = new ArrayList<>();

    private Cluster cluster(Topology topology) {
        Map<Step, Long> steps = new EnumMap<>(Step.class);
        for (Step step : Step.values()) {
            steps.put(step, 10 * SECOND);
        }
        ClusterSettings settings = new ClusterSettings(750, 800_000, false, 9 * SECOND, 60 * SECOND, steps);
        return new Cluster(region, topology, settings, Disks.even(2_000));
    }

    private Clients clients(Cluster cluster, CallListener listener) {
        ClientSettings settings = new ClientSettings(2, true, 3 * SECOND, 3 * SECOND, SECOND / 2, false);
        return new Clients(region, settings, cluster, listener);
    }

    private void ask(Client client, long atSecond, boolean isRead) {
        region.later(atSecond * SECOND, () -> {
            Request request = new Request();
            request.row = (int) atSecond;
            request.isRead = isRead;
            client.ask(request, how -> told.add(request.row + " " + how.id()));
        });
    }

    private static Intervention at(long second, Fault fault, int index) {
        return new Intervention(second * SECOND, fault.id(), "any", index, 0);
    }

    private List<Integer> rolesOf(int machine) {
        return region.log().table("machines").rows().stream()
                .filter(row -> row[1] == machine)
                .map(row -> (int) row[3])
                .toList();
    }

    @Test
    void aCrashIsRepairedInPlaceWhereThereIsNoCopy() {
        Cluster cluster = cluster(Topology.SINGLE_AZ);
        Client client = clients(cluster, CallListener.NONE).start(0, SECOND);
        ask(client, 1, false);
        ask(client, 11, false);
        ask(client, 100, false);
        region.disturb(List.of(at(10, Cluster.CRASH, 0)));

        region.run();

        assertThat(told).containsExactly("1 completed", "11 no-connection", "100 completed");
        assertThat(rolesOf(0))
                .containsExactly(
                        Role.PRIMARY.ordinal(), Role.DOWN.ordinal(), Role.RESTARTING.ordinal(), Role.PRIMARY.ordinal());
    }

    @Test
    void aCopyTakesOverAndTheNameFollowsWhereTheServiceDecides() {
        Cluster cluster = cluster(Topology.MULTI_AZ_INSTANCE);
        Client client = clients(cluster, CallListener.NONE).start(2, SECOND);
        ask(client, 11, false);
        ask(client, 100, false);
        region.disturb(List.of(at(10, Zones.FAIL, 0)));

        region.run();

        assertThat(told).containsExactly("11 timed-out", "100 completed");
        assertThat(cluster.writer().index()).isEqualTo(1);
        assertThat(region.log().table("names").rows()).extracting(row -> row[1]).containsExactly(0L, 1L);
        assertThat(cluster.losses().ranges()).isEmpty();
        assertThat(cluster.incidents().stillHit()).isZero();
    }

    /** Only what is told of counts as told: a lab's record stands on these calls. */
    @Test
    void everyStepOfACommitIsToldOnce() {
        List<String> steps = new ArrayList<>();
        Cluster cluster = cluster(Topology.MULTI_AZ_INSTANCE);
        Client client = clients(cluster, new CallListener() {
                    @Override
                    public void sent(Call call) {
                        steps.add("sent");
                    }

                    @Override
                    public void served(Call call, Machine by) {
                        steps.add("served by " + by.index());
                    }

                    @Override
                    public void begun(Call call, int lsn) {
                        steps.add("place " + lsn);
                    }

                    @Override
                    public void logged(Call call, Machine where) {
                        steps.add("logged at " + where.index());
                    }

                    @Override
                    public void acknowledged(Call call, int confirmedBy) {
                        steps.add("confirmed by " + confirmedBy);
                    }
                })
                .start(2, SECOND);
        ask(client, 1, false);

        region.run();

        assertThat(steps)
                .containsExactly("sent", "served by 0", "place 1", "logged at 0", "logged at 1", "confirmed by 1");
    }

    /** The health check of a target asks this: it is well as long as its database is. */
    @Test
    void aClientThatIsAskedForASignOfLifeAsksTheMachineThatTakesWrites() {
        Cluster cluster = cluster(Topology.MULTI_AZ_CLUSTER);
        Client client = clients(cluster, CallListener.NONE).start(1, SECOND);
        for (int second : List.of(1, 11, 100)) {
            region.later(
                    second * SECOND, () -> client.probe(well -> told.add(second + (well ? " well" : " not well"))));
        }
        region.disturb(List.of(at(10, Cluster.FAIL_HOST, 0)));

        region.run();

        assertThat(told).containsExactly("1 well", "11 not well", "100 well");
        assertThat(cluster.readsByCopies())
                .as("copies say nothing about the machine that takes writes")
                .isZero();
    }

    /** Guards against processes that are gone and still counted as in trouble, or that come back by themselves. */
    @Test
    void aClientThatEndedIsWaitedForByNobody() {
        Cluster cluster = cluster(Topology.SINGLE_AZ);
        Clients clients = clients(cluster, CallListener.NONE);
        Client client = clients.start(1, SECOND);
        ask(client, 11, false);
        ask(client, 100, true);
        region.later(20 * SECOND, client::end);
        region.disturb(List.of(at(10, Cluster.CRASH, 0)));
        ClusterInvariants invariants = ClusterInvariants.watch(region, cluster, clients, 2);

        region.run();

        assertThat(told).containsExactly("11 no-connection", "100 no-connection");
        assertThat(client.isUp()).isFalse();
        assertThat(cluster.incidents().stillHit()).isZero();
        invariants.nobodyIsStuck();
    }

    @ParameterizedTest
    @EnumSource(Topology.class)
    void noTopologyKnowsAFaultOfSomebodyElse(Topology topology) {
        clients(cluster(topology), CallListener.NONE).start(0, SECOND);

        assertThatThrownBy(() -> region.disturb(List.of(at(5, Fault.of("slow", "target"), 0))))
                .isInstanceOf(IllegalStateException.class);
    }
}
