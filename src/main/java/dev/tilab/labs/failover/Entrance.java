package dev.tilab.labs.failover;

import dev.tilab.cloud.Outcome;
import dev.tilab.cloud.Region;
import dev.tilab.cloud.Zones;
import dev.tilab.cloud.balancer.LoadBalancer;
import dev.tilab.cloud.balancer.Target;
import dev.tilab.cloud.database.Client;
import dev.tilab.cloud.database.Clients;
import dev.tilab.cloud.traffic.Resolvers;
import dev.tilab.labs.failover.Words.Place;
import java.util.List;

/**
 * The way in from users to targets, which are the clients of the database: a user asks the node whose address he holds, the node
 * passes the request to one of the targets that it believes healthy and counts it there until it has come back.
 */
final class Entrance {

    /** Where a request got stuck on its way, and how it ends for its user. */
    record Stuck(Outcome how, Place where) {}

    private static final Stuck SILENT_NODE = new Stuck(Outcome.TIMED_OUT, Place.NODE);
    private static final Stuck SILENT_TARGET = new Stuck(Outcome.TIMED_OUT, Place.TARGET);
    private static final Stuck NO_TARGET = new Stuck(Outcome.NO_CONNECTION, Place.NODE);

    private final Zones zones;
    private final List<Client> targets;
    private final LoadBalancer balancer;
    private final Resolvers resolvers;
    private final RequestRecord record;
    /** Number of the node that each request came to, by row. */
    private final int[] nodes;

    Entrance(Region region, FailoverScenario scenario, Clients clients, RequestRecord record) {
        this.record = record;
        zones = region.zones();
        nodes = new int[record.node.length];
        targets = clients.all();
        balancer = new LoadBalancer(region, scenario.balancer);
        targets.forEach(client -> balancer.register(
                new Target(client.zone(), scenario.balancer.checksDeep() ? client::probe : client::ping)));
        resolvers = new Resolvers(region, balancer, scenario.users, scenario.balancer.ttlMicros());
    }

    /**
     * Takes a user's request as far as it gets, and writes down which node and which target it came to.
     *
     * @return where it got stuck; null if it is at its target
     */
    Stuck enter(int row, int user) {
        int node = resolvers.node(user);
        int zone = balancer.zoneOf(node);
        nodes[row] = node;
        record.node[row] = zone;
        if (!zones.connects(Zones.OUTSIDE, zone)) {
            return SILENT_NODE;
        }
        int target = balancer.choose(node, user);
        record.client[row] = target;
        if (target < 0) {
            return NO_TARGET;
        }
        balancer.sent(node, target);
        return zones.connects(zone, targets.get(target).zone()) ? null : SILENT_TARGET;
    }

    /** The node has an answer to the request, or waits for none any more. */
    void over(int row, boolean completed) {
        int target = record.client[row];
        if (target >= 0) {
            balancer.replied(nodes[row], target, record.sinceArrival(row), completed);
        }
    }

    /** Where an answer gets stuck on its way back to the user, with the zones as they are now; null if it does not. */
    Place wayBack(int row) {
        int node = record.node[row];
        if (!zones.connects(Zones.OUTSIDE, node)) {
            return Place.NODE;
        }
        return zones.connects(node, targets.get(record.client[row]).zone()) ? null : Place.TARGET;
    }
}
