package dev.tilab.labs.loadbalancing;

import dev.tilab.simulation.engine.RandomStreams;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;

/** The list of strategies. A new one is one class and one constant here; forms, addresses and tests take it from here. */
enum LoadBalancingStrategy {
    ROUND_ROBIN("round-robin", (group, streams) -> new RoundRobin(group)),
    LEAST_CONNECTIONS("least-connections", (group, streams) -> new LeastConnections(group)),
    RESPONSE_TIME("response-time", (group, streams) -> new ResponseTime(group)),
    HASH("hash", (group, streams) -> new StickyHash(group, streams.stream("client-address", 0).nextLong())),
    RANDOM("random", (group, streams) -> new RandomChoice(group, streams.stream("strategy-random", 0)));

    private final String id;
    private final BiFunction<TargetGroup, RandomStreams, Strategy> maker;

    LoadBalancingStrategy(String id, BiFunction<TargetGroup, RandomStreams, Strategy> maker) {
        this.id = id;
        this.maker = maker;
    }

    /** A strategy at the beginning of a run. */
    Strategy strategy(TargetGroup group, RandomStreams streams) {
        return maker.apply(group, streams);
    }

    /** The name in addresses, JSON and message keys. */
    String id() {
        return id;
    }

    /** Every id, in the order in which forms show them. */
    static List<String> ids() {
        return Arrays.stream(values()).map(LoadBalancingStrategy::id).toList();
    }

    /** The strategy with this id. */
    static LoadBalancingStrategy of(String id) {
        return values()[ids().indexOf(id)];
    }
}
