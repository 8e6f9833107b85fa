package dev.tilab.cloud.balancer;

import java.util.ArrayList;
import java.util.List;

/**
 * A node of the load balancer: passes requests in turn to the targets that it believes healthy. If it believes none of them
 * is, it fails open and asks them all (AWS, Application Load Balancers, "Health checks for target groups").
 */
final class Node {

    /** What it believes of a target, by the target's number. */
    private record Entry(int target, Belief belief) {}

    final int zone;
    private final List<Entry> targets = new ArrayList<>();
    private int last = -1;

    Node(int zone) {
        this.zone = zone;
    }

    void add(int target, Belief belief) {
        targets.add(new Entry(target, belief));
    }

    void remove(int target) {
        targets.removeIf(each -> each.target == target);
    }

    /** The target whose turn it is; −1 if it has none at all. */
    int choose() {
        boolean open = targets.stream().noneMatch(each -> each.belief.isHealthy());
        for (int step = 1; step <= targets.size(); step++) {
            int at = (last + step) % targets.size();
            if (open || targets.get(at).belief.isHealthy()) {
                last = at;
                return targets.get(at).target;
            }
        }
        return -1;
    }
}
