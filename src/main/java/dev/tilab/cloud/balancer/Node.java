package dev.tilab.cloud.balancer;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A node of the load balancer: passes requests to those of its targets that it believes healthy, each to the one that the strategy of
 * its pool chooses. What it believes, counts and has learned of them is its own: nodes tell each other nothing.
 */
final class Node {

    final int zone;
    private final List<Pool> pools;

    /** What it believes of each, by the targets' numbers; null of those that it may not ask. */
    private final List<@Nullable Belief> beliefs = new ArrayList<>();

    Node(int zone, List<Pool> pools) {
        this.zone = zone;
        this.pools = pools;
    }

    /** Begins to check a target and to choose it in these pools. */
    void add(int target, boolean isNew, int[] into, HealthChecks checks) {
        Belief belief = checks.belief(isNew);
        while (beliefs.size() <= target) {
            beliefs.add(null);
        }
        beliefs.set(target, belief);
        for (int pool : into) {
            pools.get(pool).add(target, isNew);
        }
        checks.begin(zone, target, belief, isHealthy -> {
            for (int pool : into) {
                pools.get(pool).setHealthy(target, isHealthy);
            }
        });
    }

    void remove(int target) {
        pools.forEach(pool -> pool.remove(target));
    }

    /** What it can tell of a target that is registered. */
    Health health(int target) {
        Belief belief = target < beliefs.size() ? beliefs.get(target) : null;
        return belief == null ? Health.NOT_IN_USE : belief.health();
    }

    /** Whether it believes a target to be healthy. */
    boolean isHealthy(int target) {
        Belief belief = target < beliefs.size() ? beliefs.get(target) : null;
        return belief != null && belief.isHealthy();
    }

    /** Whether a target is in a pool without any that is healthy. */
    boolean isLeftWithoutHealthy(int target) {
        for (Pool pool : pools) {
            if (pool.has(target) && !pool.hasHealthy()) {
                return true;
            }
        }
        return false;
    }

    /** Whether each of its pools that has targets has a healthy one. */
    boolean serves() {
        return pools.stream().allMatch(pool -> pool.isEmpty() || pool.hasHealthy());
    }

    Pool pool(int number) {
        return pools.get(number);
    }
}
