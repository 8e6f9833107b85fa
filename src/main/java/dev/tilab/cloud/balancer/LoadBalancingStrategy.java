package dev.tilab.cloud.balancer;

import dev.tilab.cloud.Region;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;

/** The list of strategies. A new one is one class and one constant here; forms, addresses and tests take it from here. */
public enum LoadBalancingStrategy {
    ROUND_ROBIN("round-robin", (group, region) -> new RoundRobin(group)),
    LEAST_CONNECTIONS("least-connections", (group, region) -> new LeastConnections(group)),
    RESPONSE_TIME("response-time", (group, region) -> new ResponseTime(group)),
    HASH(
            "hash",
            (group, region) ->
                    new StickyHash(group, region.stream("client-address", 0).nextLong())),
    RANDOM("random", (group, region) -> new RandomChoice(group, region.stream("strategy-random", 0)));

    private final String id;
    private final BiFunction<TargetGroup, Region, Strategy> maker;

    LoadBalancingStrategy(String id, BiFunction<TargetGroup, Region, Strategy> maker) {
        this.id = id;
        this.maker = maker;
    }

    /** A strategy at the beginning of a run. */
    public Strategy strategy(TargetGroup group, Region region) {
        return maker.apply(group, region);
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
