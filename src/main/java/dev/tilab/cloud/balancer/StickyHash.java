package dev.tilab.cloud.balancer;

import dev.tilab.simulation.engine.RandomStreams;
import java.util.Arrays;

/**
 * Each client to its own target: of the eligible targets the one that scores highest with the client (rendezvous
 * hashing; Thaler and Ravishankar, "Using name-based mappings to increase hit rates", IEEE/ACM Transactions on
 * Networking 6(1), 1998). When a target is lost only its clients move, and they come back with it. Heavy clients stay
 * together wherever they fall.
 */
final class StickyHash extends Strategy {

    private static final short UNKNOWN = -1;

    private final long salt;

    /** Each client's target as long as the same targets are eligible: worked out once, looked up then. */
    private short[] known = {};

    private int knownFor;

    /**
     * @param salt stands for the addresses that the clients happen to have
     */
    StickyHash(TargetGroup group, long salt) {
        super(group);
        this.salt = salt;
    }

    @Override
    protected int pick(int client, long nowMicros) {
        if (knownFor != group.changes) {
            knownFor = group.changes;
            Arrays.fill(known, UNKNOWN);
        }
        if (client >= known.length) {
            int before = known.length;
            known = Arrays.copyOf(known, Math.max(client + 1, before * 2));
            Arrays.fill(known, before, known.length, UNKNOWN);
        }
        if (known[client] == UNKNOWN) {
            known[client] = (short) highest(client);
        }
        return known[client];
    }

    @Override
    protected Reason reasonAmongSeveral(long nowMicros) {
        return Reason.HASH;
    }

    private int highest(int client) {
        long clientKey = RandomStreams.mix(salt + client);
        int best = -1;
        long highest = 0;
        for (int target = 0; target < group.size; target++) {
            if (group.eligible[target]) {
                long score = RandomStreams.mix(clientKey ^ RandomStreams.mix(group.number[target] + 1));
                if (best < 0 || score > highest) {
                    best = target;
                    highest = score;
                }
            }
        }
        return best;
    }
}
