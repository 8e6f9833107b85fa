package dev.tilab.labs.failover;

import dev.tilab.cloud.Outcome;
import dev.tilab.cloud.Region;
import dev.tilab.cloud.Request;
import dev.tilab.cloud.balancer.LoadBalancer;
import dev.tilab.cloud.balancer.Target;
import dev.tilab.cloud.database.Client;
import dev.tilab.cloud.database.Clients;
import dev.tilab.cloud.database.Cluster;
import dev.tilab.cloud.database.Topology;
import dev.tilab.cloud.traffic.OpenWorkload;
import dev.tilab.cloud.traffic.Place;
import dev.tilab.cloud.traffic.Users;
import java.util.List;
import java.util.function.Consumer;

/** One topology living through the scenario: users ask clients, clients ask a database, and what fails is taken over. */
final class Lane {

    final FailoverScenario scenario;
    final Topology topology;
    final Workload work;
    final Region region;
    final RequestRecord record;
    final Cluster cluster;
    final Clients clients;
    private final OpenWorkload requests;

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
        requests = new OpenWorkload(region, work.requests(), scenario.hasBalancer() ? users()::ask : this::askClient);
    }

    /** Those who come in through a load balancer, whose targets are the clients of the database. */
    private Users users() {
        LoadBalancer balancer = new LoadBalancer(region, scenario.balancer);
        for (Client client : clients.all()) {
            Consumer<Consumer<Boolean>> sign = scenario.balancer.checksDeep() ? client::probe : client::ping;
            balancer.register(new Target(client.zone(), client, Target.Probe.of(sign)));
        }
        long timeoutMicros = scenario.clientSettings.requestTimeoutMicros();
        return new Users(region, balancer, scenario.users, scenario.balancer.ttlMicros(), timeoutMicros, record);
    }

    /** Where there is no load balancer, who wants something is at a client already. */
    private void askClient(Request request) {
        clients.all()
                .get(request.target)
                .ask(request, how -> record.ended(request, how, how == Outcome.COMPLETED ? null : Place.BEHIND));
    }

    /** Runs to the end of the scenario. */
    void run() {
        region.disturb(scenario.interventions);
        requests.begin();
        region.run();
    }

    /** Rows that were written into a table of the region. */
    List<long[]> rows(String table) {
        return region.log().table(table).rows();
    }
}
