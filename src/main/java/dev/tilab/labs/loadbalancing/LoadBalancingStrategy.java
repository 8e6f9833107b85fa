package dev.tilab.labs.loadbalancing;

import java.util.Arrays;
import java.util.List;

/** The list of strategies. A new one is one class and one constant here; forms, addresses and tests take it from here. */
enum LoadBalancingStrategy {
    ROUND_ROBIN("round-robin"),
    LEAST_CONNECTIONS("least-connections"),
    RESPONSE_TIME("response-time"),
    HASH("hash"),
    RANDOM("random");

    private final String id;

    LoadBalancingStrategy(String id) {
        this.id = id;
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
