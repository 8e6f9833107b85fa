package dev.tilab.cloud.balancer;

import java.util.Arrays;

/**
 * What the load balancer knows of its targets: which of them the health check lets through, and how many requests it
 * has open with each. When no target is healthy it sends to all of them ("fail open": AWS, Application Load Balancers,
 * "Health checks for target groups").
 */
public final class TargetGroup {

    /** Above every value that a strategy can give a target. */
    static final long OUT = 1L << 50;

    /** Number of targets. */
    final int size;

    /** Requests sent and not yet answered, by target. */
    final int[] connections;

    /** Whether requests may be sent there, by target; at least one is true. */
    final boolean[] eligible;

    /** 0 where requests may be sent, otherwise {@link #OUT}. */
    final long[] handicap;

    /** How many targets are eligible. */
    int eligibleCount;

    /** How often health has changed: as long as it stays the same, so does what is eligible. */
    int changes;

    private final boolean[] healthy;

    /** @param size how many targets there are, all of them healthy at first */
    public TargetGroup(int size) {
        this.size = size;
        connections = new int[size];
        eligible = new boolean[size];
        handicap = new long[size];
        healthy = new boolean[size];
        Arrays.fill(healthy, true);
        Arrays.fill(eligible, true);
        eligibleCount = size;
    }

    /** Takes a target out or brings it back. */
    public void setHealthy(int target, boolean isHealthy) {
        healthy[target] = isHealthy;
        changes++;
        int count = 0;
        for (boolean each : healthy) {
            count += each ? 1 : 0;
        }
        boolean failOpen = count == 0;
        for (int each = 0; each < size; each++) {
            eligible[each] = failOpen || healthy[each];
            handicap[each] = eligible[each] ? 0 : OUT;
        }
        eligibleCount = failOpen ? size : count;
    }

    /** How many targets there are. */
    public int size() {
        return size;
    }

    /** Requests sent to a target and not yet answered. */
    public int open(int target) {
        return connections[target];
    }

    /** Whether requests may be sent to a target. */
    public boolean isEligible(int target) {
        return eligible[target];
    }

    /** A request goes to a target. */
    public void sent(int target) {
        connections[target]++;
    }

    /** A request has come back from a target, served or not. */
    public void replied(int target) {
        connections[target]--;
    }

    /** The eligible target with the given number among the eligible ones, in order. */
    int eligible(int number) {
        if (eligibleCount == size) {
            return number;
        }
        int target = -1;
        for (int left = number; left >= 0; left--) {
            target = after(target);
        }
        return target;
    }

    /** The first eligible target after the given one, going round. */
    int after(int target) {
        int next = target;
        do {
            next = next + 1 == size ? 0 : next + 1;
        } while (!eligible[next]);
        return next;
    }
}
