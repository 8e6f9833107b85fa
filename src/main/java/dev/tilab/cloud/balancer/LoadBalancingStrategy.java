package dev.tilab.cloud.balancer;

import dev.tilab.cloud.Region;
import java.util.Arrays;
import java.util.List;

/** The list of strategies. A new one is one class and one constant here; forms, addresses and tests take it from here. */
public enum LoadBalancingStrategy {
    ROUND_ROBIN("round-robin", (group, region, node) -> new RoundRobin(group)),
    LEAST_CONNECTIONS("least-connections", (group, region, node) -> new LeastConnections(group)),
    RESPONSE_TIME("response-time", (group, region, node) -> new ResponseTime(group)),
    /** Clients have the same addresses at every node. */
    HASH(
            "hash",
            (group, region, node) ->
                    new StickyHash(group, region.stream("client-address", 0).nextLong())),
    RANDOM("random", (group, region, node) -> new RandomChoice(group, region.stream("strategy-random", node)));

    private interface Maker {
        Strategy make(TargetGroup group, Region region, int node);
    }

    private final String id;
    private final Maker maker;

    LoadBalancingStrategy(String id, Maker maker) {
        this.id = id;
        this.maker = maker;
    }

    /** A strategy at the beginning of a run, of a load balancer that is not divided into nodes. */
    public Strategy strategy(TargetGroup group, Region region) {
        return ofNode(group, region, 0);
    }

    /** A strategy at the beginning of a run, of the node in this zone. */
    Strategy ofNode(TargetGroup group, Region region, int zone) {
        return maker.make(group, region, zone);
    }

    /** The name in addresses, JSON and message keys. */
    public String id() {
        return id;
    }

    /** Every id, in the order in which forms show them. */
    public static List<String> ids() {
        return Arrays.stream(values()).map(LoadBalancingStrategy::id).toList();
    }

    /** The strategy with this id. */
    public static LoadBalancingStrategy of(String id) {
        return values()[ids().indexOf(id)];
    }
}
