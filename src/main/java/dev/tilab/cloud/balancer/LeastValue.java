package dev.tilab.cloud.balancer;

import java.util.Arrays;

/**
 * Sends each request to the eligible target with the smallest value; among equals as nginx does, by smooth weighted round robin
 * with equal weights (ngx_http_upstream_least_conn_module and _least_time_module, 1.31.5): each of the tied gains one, the one with
 * most is chosen (the first of those), and pays as many as were tied. Who is not among the tied neither gains nor pays, so a target
 * that is idle time and again while others are not collects turns; "the next after the last one chosen" would be another rule.
 */
abstract class LeastValue extends Strategy {

    /** What a target has gained at ties, by place. */
    private long[] turns;

    /** The values of one choice, by place; kept so that a choice needs no memory. */
    private long[] values;

    LeastValue(TargetGroup group) {
        super(group);
        turns = new long[group.size];
        values = new long[group.size];
    }

    @Override
    protected void registered(int target) {
        if (target >= turns.length) {
            turns = Arrays.copyOf(turns, group.size);
            values = Arrays.copyOf(values, group.size);
        }
        turns[target] = 0;
    }

    @Override
    protected final int pick(int client, long nowMicros) {
        long[] handicap = group.handicap;
        int size = group.size;
        // First the minimum without a branch: which target has the smallest value is a toss-up that one would
        // mispredict. The
        // handicap keeps targets that are taken out behind all others.
        long least = Long.MAX_VALUE;
        for (int target = 0; target < size; target++) {
            values[target] = value(target, nowMicros) + handicap[target];
            least = Math.min(least, values[target]);
        }
        int chosen = -1;
        int tied = 0;
        for (int target = 0; target < size; target++) {
            if (values[target] == least) {
                tied++;
                turns[target]++;
                chosen = chosen < 0 || turns[target] > turns[chosen] ? target : chosen;
            }
        }
        turns[chosen] -= tied; // the only one with its value gains one and pays one
        return chosen;
    }

    @Override
    protected final Reason reasonAmongSeveral(long nowMicros) {
        long least = value(last, nowMicros);
        for (int target = 0; target < group.size; target++) {
            if (target != last && group.eligible[target] && value(target, nowMicros) == least) {
                return Reason.TIE_IN_TURN;
            }
        }
        return Reason.SMALLEST;
    }

    @Override
    public final boolean comparesValues() {
        return true;
    }
}
