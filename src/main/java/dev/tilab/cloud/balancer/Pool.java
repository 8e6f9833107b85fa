package dev.tilab.cloud.balancer;

import java.util.Arrays;

/** Targets that a node chooses among by one strategy: a target group as the node sees it, by the targets' numbers. */
final class Pool {

    private static final int NONE = -1;

    private final TargetGroup group;
    private final Strategy strategy;

    /** Places in the group, by the targets' numbers; {@link #NONE} of those that are not in it. */
    private int[] places = {};

    Pool(TargetGroup group, Strategy strategy) {
        this.group = group;
        this.strategy = strategy;
    }

    void add(int target, boolean isNew) {
        int place = group.register(target);
        strategy.registered(place);
        int before = places.length;
        places = Arrays.copyOf(places, target + 1);
        Arrays.fill(places, before, target, NONE);
        places[target] = place;
        if (isNew) {
            group.setHealthy(place, false);
        }
    }

    void remove(int target) {
        if (has(target)) {
            group.deregister(places[target]);
        }
    }

    void setHealthy(int target, boolean isHealthy) {
        group.setHealthy(places[target], isHealthy);
    }

    boolean has(int target) {
        return target < places.length && places[target] != NONE;
    }

    /** Whether it has a target that is healthy. */
    boolean hasHealthy() {
        return group.healthy() > 0;
    }

    /** Whether it has no target at all. */
    boolean isEmpty() {
        return group.size() == 0;
    }

    /** The number of the target for a request that has just arrived; −1 if there is none that it may send to. */
    int choose(int client, long nowMicros) {
        return group.eligibleCount == 0 ? NONE : group.number[strategy.choose(client, nowMicros)];
    }

    void sent(int target, long nowMicros) {
        group.sent(places[target]);
        strategy.sent(places[target], nowMicros);
    }

    void replied(int target, long responseMicros, boolean completed) {
        group.replied(places[target]);
        strategy.replied(places[target], responseMicros, completed);
    }
}
