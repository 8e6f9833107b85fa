package dev.tilab.labs.failover;

import java.util.List;

/**
 * A node of the load balancer: passes requests in turn to the targets that it believes healthy. If it believes none of them
 * is, it fails open and asks them all (AWS, Application Load Balancers, "Health checks for target groups").
 */
final class BalancerNode {

    final int zone;
    private final List<HealthChecks.Belief> targets;
    private int last = -1;

    /** @param targets what it believes of each target that it may ask */
    BalancerNode(int zone, List<HealthChecks.Belief> targets) {
        this.zone = zone;
        this.targets = targets;
    }

    /** The target whose turn it is; −1 if it has none at all. */
    int choose() {
        boolean open = targets.stream().noneMatch(each -> each.healthy);
        for (int step = 1; step <= targets.size(); step++) {
            int at = (last + step) % targets.size();
            if (open || targets.get(at).healthy) {
                last = at;
                return targets.get(at).target;
            }
        }
        return -1;
    }
}
