package dev.tilab.cloud.balancer;

/** Sends each request to the eligible target with the smallest value; among equals to the next in turn. */
abstract class LeastValue extends Strategy {

    /** Room for the turn below the value: a power of two, and more than there are targets. */
    private static final int TURNS = 1 << 10;

    LeastValue(TargetGroup group) {
        super(group);
    }

    @Override
    protected final int pick(int client, long nowMicros) {
        long[] handicap = group.handicap;
        int size = group.size;
        // Value and turn in one number: which target has the smallest value is a toss-up that a branch would
        // mispredict, and a minimum is none. The handicap keeps targets that are taken out behind all others.
        long least = Long.MAX_VALUE;
        int turn = 0;
        for (int target = last + 1; target < size; target++) {
            least = Math.min(least, (value(target, nowMicros) + handicap[target]) * TURNS + turn++);
        }
        for (int target = 0; target <= last; target++) {
            least = Math.min(least, (value(target, nowMicros) + handicap[target]) * TURNS + turn++);
        }
        int chosen = last + 1 + (int) (least % TURNS);
        return chosen < size ? chosen : chosen - size;
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
