package dev.tilab.cloud.traffic;

import dev.tilab.cloud.Region;
import dev.tilab.cloud.balancer.LoadBalancer;
import dev.tilab.simulation.engine.RandomStream;
import java.util.List;

/** The addresses that users hold of a load balancer's nodes: each asks its name again once the TTL is over. */
final class Resolvers {

    private final Region region;
    private final LoadBalancer balancer;
    private final long ttlMicros;
    private final RandomStream[] picks;
    private final int[] addresses;
    private final long[] untilMicros;

    /** At first every user has asked at some instant within the TTL before the beginning. */
    Resolvers(Region region, LoadBalancer balancer, int users, long ttlMicros) {
        this.region = region;
        this.balancer = balancer;
        this.ttlMicros = ttlMicros;
        picks = new RandomStream[users];
        addresses = new int[users];
        untilMicros = new long[users];
        for (int user = 0; user < users; user++) {
            picks[user] = region.stream("node-address", user);
            untilMicros[user] = (long) (ttlMicros * picks[user].nextDouble());
            addresses[user] = picks[user].nextInt(balancer.nodes());
        }
    }

    /** Number of the node whose address this user holds: any of those that the name lists, each as likely as the others. */
    int node(int user) {
        if (region.nowMicros() >= untilMicros[user]) {
            List<Integer> listed = balancer.listed();
            addresses[user] = listed.get(picks[user].nextInt(listed.size()));
            untilMicros[user] = region.nowMicros() + ttlMicros;
        }
        return addresses[user];
    }
}
