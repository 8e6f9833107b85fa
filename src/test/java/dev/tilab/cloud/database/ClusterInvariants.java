package dev.tilab.cloud.database;

import dev.tilab.cloud.Region;
import dev.tilab.cloud.Zones;
import java.util.List;

/** What is true of a database and its clients after every event, whatever fails when and whatever lab they belong to. */
public final class ClusterInvariants {

    private final Region region;
    private final Cluster cluster;
    private final Clients clients;
    private final int poolSize;
    private int last;
    private int lastAcknowledged;

    private ClusterInvariants(Region region, Cluster cluster, Clients clients, int poolSize) {
        this.region = region;
        this.cluster = cluster;
        this.clients = clients;
        this.poolSize = poolSize;
    }

    /** Has them checked after every event of the region. */
    public static ClusterInvariants watch(Region region, Cluster cluster, Clients clients, int poolSize) {
        ClusterInvariants invariants = new ClusterInvariants(region, cluster, clients, poolSize);
        region.afterEvents(invariants::check);
        return invariants;
    }

    private void check() {
        int primaries = 0;
        int speakers = 0;
        for (Machine machine : cluster.machines()) {
            boolean beside = machine.role == Role.OTHER_PRIMARY;
            require(!beside || !cluster.topology().automatic, "two machines where the service decides");
            primaries += cluster.accepts(machine) && !beside ? 1 : 0;
            require(!beside || !cluster.reaches(Zones.OUTSIDE, machine), "two machines that everybody reaches");
            boolean reached = cluster.reaches(Zones.OUTSIDE, machine)
                    || clients.all().stream().anyMatch(client -> cluster.reaches(client.zone, machine));
            speakers += !beside && cluster.accepts(machine) && cluster.maySay(machine) && reached ? 1 : 0;
            require(machine.held <= cluster.log().last(), "a log is longer than what was written");
            require(machine.role != Role.PRIMARY || machine == cluster.writer(), "a primary that nobody chose");
            require(!cluster.accepts(machine) || machine.hasData, "a primary without data");
        }
        require(primaries <= 1 && speakers <= 1, "two machines take writes");
        require(cluster.log().last() >= last, "time of the log goes back");
        require(cluster.log().lastAcknowledged >= lastAcknowledged, "an acknowledgement was taken back");
        require(cluster.log().lastAcknowledged <= cluster.log().last(), "something was acknowledged that nobody wrote");
        last = cluster.log().last();
        lastAcknowledged = cluster.log().lastAcknowledged;
        int hit = 0;
        for (Client client : clients.all()) {
            hit += client.isHit() ? 1 : 0;
            require(client.connections() <= poolSize, "a pool is larger than it may be");
        }
        require(hit == cluster.incidents().stillHit(), "the count of clients in trouble is wrong");
    }

    /** At the end: no machine is for ever about to be something, and its picture is what it is. */
    public void nobodyIsStuck() {
        List<long[]> roles = region.log().table("machines").rows();
        for (Machine machine : cluster.machines()) {
            long[] latest = roles.stream()
                    .filter(row -> row[1] == machine.index)
                    .reduce((earlier, later) -> later)
                    .orElseThrow();
            require(latest[3] == machine.role.ordinal(), machine.role + " is not what was recorded last");
            require(latest[4] < 0 || latest[4] >= region.endMicros(), machine.role + " without end");
        }
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new AssertionError(otherwise);
        }
    }
}
