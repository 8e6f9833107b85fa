package dev.tilab.labs.failover;

import dev.tilab.cloud.Region;
import dev.tilab.cloud.Zones;
import dev.tilab.cloud.database.Outcome;
import dev.tilab.labs.failover.Words.Place;
import dev.tilab.simulation.engine.RandomStream;
import dev.tilab.simulation.timeline.Table;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The way in: users ask the load balancer's name for a node, keep its address for as long as the TTL says, and the node
 * passes each request to one of the targets that it believes healthy. Targets are the clients of the database.
 *
 * <p>Nothing of this depends on the database, because health checks are shallow: they ask whether the target answers, not
 * whether its database does. So the way of every request is worked out once, and is the same in every lane.
 */
final class Entrance {

    private final FailoverScenario scenario;
    private final long[] arrivalMicros;
    private final Region region;
    private final Zones zones;
    private final List<BalancerNode> nodes;
    private final RandomStream[] picks;
    private final int[] addresses;
    private final long[] addressUntilMicros;

    final BalancerName name;

    /** Who asks, by row. */
    final int[] user;

    /** Zone of the node that was asked, by row. */
    final int[] node;

    /** The target that the node chose, by row; −1 where it came to no choice. */
    final int[] target;

    /** How a request ended on its way in; null where it got to its target. */
    final Outcome[] ended;

    /** Where it got stuck; null where it did not. */
    final Place[] stuckAt;

    /** @param arrivalMicros when each request comes, ascending */
    Entrance(FailoverScenario scenario, long[] arrivalMicros) {
        this.scenario = scenario;
        this.arrivalMicros = arrivalMicros;
        int rows = arrivalMicros.length;
        user = new int[rows];
        node = new int[rows];
        target = new int[rows];
        ended = new Outcome[rows];
        stuckAt = new Place[rows];
        region = new Region(
                scenario.seed, FailoverParameters.ZONES.size(), scenario.durationMicros(), FailoverCost.NANOS_PER_EVENT);
        zones = region.zones();
        name = new BalancerName(scenario, region);
        HealthChecks checks = new HealthChecks(scenario, region);
        nodes = scenario.balancerZones.stream().map(zone -> new BalancerNode(zone, checks.of(zone))).toList();
        RandomStream users = region.stream("user", 0);
        for (int row = 0; row < rows; row++) {
            user[row] = users.nextInt(scenario.users);
        }
        picks = IntStream.range(0, scenario.users)
                .mapToObj(each -> region.stream("node-address", each))
                .toArray(RandomStream[]::new);
        addresses = new int[scenario.users];
        addressUntilMicros = new long[scenario.users];
        for (int each = 0; each < scenario.users; each++) {
            addressUntilMicros[each] = (long) (scenario.micros("balancerDnsTtl") * picks[each].nextDouble());
            addresses[each] = picks[each].nextInt(nodes.size());
        }
        run();
    }

    private void run() {
        region.disturb(scenario.interventions.stream()
                .filter(each -> each.action().endsWith("-zone"))
                .toList());
        nextArrival(0);
        region.run();
    }

    private void nextArrival(int row) {
        if (row < arrivalMicros.length) {
            region.later(arrivalMicros[row] - region.nowMicros(), () -> {
                nextArrival(row + 1);
                arrive(row);
            });
        }
    }

    private void arrive(int row) {
        BalancerNode asked = nodes.get(address(user[row]));
        node[row] = asked.zone;
        target[row] = -1;
        if (!zones.connects(Zones.OUTSIDE, asked.zone)) {
            stuck(row, Outcome.TIMED_OUT, Place.NODE);
            return;
        }
        target[row] = asked.choose();
        if (target[row] < 0) {
            stuck(row, Outcome.NO_CONNECTION, Place.NODE);
        } else if (!zones.connects(asked.zone, scenario.zoneOf(target[row]))) {
            stuck(row, Outcome.TIMED_OUT, Place.TARGET);
        }
    }

    private void stuck(int row, Outcome how, Place where) {
        ended[row] = how;
        stuckAt[row] = where;
    }

    /** The node whose address this user holds; asked for anew once the TTL is over, any of those that the name lists. */
    private int address(int user) {
        if (region.nowMicros() >= addressUntilMicros[user]) {
            List<Integer> listed = name.listed();
            addresses[user] = listed.get(picks[user].nextInt(listed.size()));
            addressUntilMicros[user] = region.nowMicros() + scenario.micros("balancerDnsTtl");
        }
        return addresses[user];
    }

    /** Where an answer gets stuck on its way back to the user, with the zones as they are now; null if it does not. */
    Place wayBack(int row, Zones now) {
        if (!now.connects(Zones.OUTSIDE, node[row])) {
            return Place.NODE;
        }
        return now.connects(node[row], scenario.zoneOf(target[row])) ? null : Place.TARGET;
    }

    /** A table that it wrote: {@code nodes}, {@code health}. */
    Table table(String table) {
        return region.log().table(table).timeline(table);
    }

    /** The rows of such a table. */
    List<long[]> rows(String table) {
        return region.log().table(table).rows();
    }
}
