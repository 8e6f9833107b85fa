package dev.tilab.labs.failover;

import dev.tilab.cloud.Region;
import dev.tilab.cloud.database.Clients;
import dev.tilab.cloud.database.Cluster;
import dev.tilab.cloud.database.Topology;
import java.util.List;

/** One topology living through the scenario: users ask clients, clients ask a database, and what fails is taken over. */
final class Lane {

    final FailoverScenario scenario;
    final Topology topology;
    final Workload work;
    final Region region;
    final RequestRecord record;
    final Cluster cluster;
    final Clients clients;
    private final Users users;

    Lane(FailoverScenario scenario, Topology topology, Workload work) {
        this.scenario = scenario;
        this.topology = topology;
        this.work = work;
        region = scenario.region();
        record = new RequestRecord(region, work);
        cluster = new Cluster(region, topology, scenario.cluster, work);
        clients = new Clients(region, scenario.clientSettings, cluster, record);
        for (int client = 0; client < scenario.clients; client++) {
            clients.start(scenario.zoneOf(client), scenario.addressMicros(client));
        }
        Entrance entrance = scenario.hasBalancer() ? new Entrance(region, scenario, clients, record) : null;
        users = new Users(region, scenario, work, clients, entrance, record);
    }

    /** Runs to the end of the scenario. */
    void run() {
        region.disturb(scenario.interventions);
        users.begin();
        region.run();
    }

    /** Rows that were written into a table of the region. */
    List<long[]> rows(String table) {
        return region.log().table(table).rows();
    }
}
