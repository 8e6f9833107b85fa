package dev.tilab.cloud.balancer;

import java.util.Arrays;

/**
 * What a load balancer, or a node of one, knows of its targets: which of them the health check lets through, and how many requests
 * it has open with each. When no target is healthy it sends to all of them ("fail open": AWS, Application Load Balancers,
 * "Health checks for target groups"), but a Classic Load Balancer to none (AWS, Classic Load Balancers, "Troubleshoot": HTTP 503). Targets may come and go. Each has a place, which is free for another one once it has left and
 * its last request has come back: so a group is never larger than the most targets that it had at one time.
 */
public final class TargetGroup {

    /** Most targets at one time, as many as an Application Load Balancer may have (AWS, "Quotas for your Application Load Balancers"). */
    public static final int MOST = 1_000;

    /** Above every value that a strategy can give a target. */
    static final long OUT = 1L << 50;

    /** Number of places. */
    int size;
    /** Requests sent and not yet answered, by place. */
    int[] connections = {};
    /** Whether requests may be sent there, by place; at least one is true if there is any target. */
    boolean[] eligible = {};
    /** 0 where requests may be sent, otherwise {@link #OUT}. */
    long[] handicap = {};
    /** Number of the target at each place: no other target ever has it. */
    int[] number = {};
    /** How many targets are eligible. */
    int eligibleCount;
    /** How often health or targets have changed: as long as they stay the same, so does what is eligible. */
    int changes;

    private final boolean failsOpen;
    private boolean[] registered = {};
    private boolean[] healthy = {};
    private int healthyCount;

    /** @param targets how many there are at first, all of them healthy, their numbers their places */
    public TargetGroup(int targets) {
        this(targets, true);
    }

    /** @param failsOpen whether it sends to all where none is healthy; else to none */
    public TargetGroup(int targets, boolean failsOpen) {
        this.failsOpen = failsOpen;
        for (int target = 0; target < targets; target++) {
            register(target);
        }
    }

    /**
     * Takes a target in, healthy at first.
     *
     * @param target its number
     * @return its place
     * @throws IllegalStateException if there are {@link #MOST} of them
     */
    int register(int target) {
        int place = freePlace();
        registered[place] = true;
        healthy[place] = true;
        number[place] = target;
        settle();
        return place;
    }

    private int freePlace() {
        for (int place = 0; place < size; place++) {
            if (!registered[place] && connections[place] == 0) {
                return place;
            }
        }
        if (size == MOST) {
            throw new IllegalStateException("more than " + MOST + " targets");
        }
        size++;
        connections = Arrays.copyOf(connections, size);
        eligible = Arrays.copyOf(eligible, size);
        handicap = Arrays.copyOf(handicap, size);
        number = Arrays.copyOf(number, size);
        registered = Arrays.copyOf(registered, size);
        healthy = Arrays.copyOf(healthy, size);
        return size - 1;
    }

    /** No further request is sent to the target at a place; those that are there still come back. */
    void deregister(int place) {
        registered[place] = false;
        settle();
    }

    /** Takes a target out or brings it back. */
    public void setHealthy(int place, boolean isHealthy) {
        healthy[place] = isHealthy;
        settle();
    }

    private void settle() {
        changes++;
        int targets = 0;
        int well = 0;
        for (int place = 0; place < size; place++) {
            targets += registered[place] ? 1 : 0;
            well += registered[place] && healthy[place] ? 1 : 0;
        }
        healthyCount = well;
        boolean failOpen = well == 0 && failsOpen;
        for (int place = 0; place < size; place++) {
            eligible[place] = registered[place] && (failOpen || healthy[place]);
            handicap[place] = eligible[place] ? 0 : OUT;
        }
        eligibleCount = failOpen ? targets : well;
    }

    /** How many targets are healthy. */
    public int healthy() {
        return healthyCount;
    }

    /** To how many targets requests may be sent. */
    public int candidates() {
        return eligibleCount;
    }

    /** How many places there are. */
    public int size() {
        return size;
    }

    /** Requests sent to the target at a place and not yet answered. */
    public int open(int place) {
        return connections[place];
    }

    /** Whether requests may be sent to the target at a place. */
    public boolean isEligible(int place) {
        return eligible[place];
    }

    /** A request goes to the target at a place. */
    public void sent(int place) {
        connections[place]++;
    }

    /** A request has come back from the target at a place, served or not. */
    public void replied(int place) {
        connections[place]--;
    }

    /** The place of the eligible target with the given number among the eligible ones, in order. */
    int eligible(int which) {
        if (eligibleCount == size) {
            return which;
        }
        int place = -1;
        for (int left = which; left >= 0; left--) {
            place = after(place);
        }
        return place;
    }

    /** The place of the first eligible target after the given one, going round. */
    int after(int place) {
        int next = place;
        do {
            next = next + 1 == size ? 0 : next + 1;
        } while (!eligible[next]);
        return next;
    }
}
