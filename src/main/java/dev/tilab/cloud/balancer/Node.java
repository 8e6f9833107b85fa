package dev.tilab.cloud.balancer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * A node of the load balancer: passes requests to those of its targets that it believes healthy, each to the one that its strategy
 * chooses. What it believes, counts and has learned of them is its own: nodes tell each other nothing.
 */
final class Node {

    private static final int NONE = -1;

    final int zone;
    private final TargetGroup group = new TargetGroup(0);
    private final Strategy strategy;
    /** Places in the group, by the targets' numbers; {@link #NONE} of those that it may not ask. */
    private int[] places = {};

    /** What it believes of each, by the places where they are. */
    private final List<Belief> beliefs = new ArrayList<>();

    Node(int zone, Function<TargetGroup, Strategy> strategy) {
        this.zone = zone;
        this.strategy = strategy.apply(group);
    }

    void add(int target, boolean isNew, HealthChecks checks) {
        int place = group.register(target);
        strategy.registered(place);
        int before = places.length;
        places = Arrays.copyOf(places, target + 1);
        Arrays.fill(places, before, target, NONE);
        places[target] = place;
        Belief belief = checks.belief(isNew);
        if (place == beliefs.size()) {
            beliefs.add(belief);
        } else {
            beliefs.set(place, belief);
        }
        if (isNew) {
            group.setHealthy(place, false);
        }
        checks.begin(zone, target, belief, isHealthy -> group.setHealthy(place, isHealthy));
    }

    void remove(int target) {
        if (has(target)) {
            group.deregister(places[target]);
        }
    }

    /** What it can tell of a target that is registered. */
    Health health(int target) {
        return has(target) ? beliefs.get(places[target]).health() : Health.NOT_IN_USE;
    }

    private boolean has(int target) {
        return target < places.length && places[target] != NONE;
    }

    /** The number of the target for a request that has just arrived; −1 if it has none at all. */
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
