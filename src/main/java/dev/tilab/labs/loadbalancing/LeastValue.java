package dev.tilab.labs.loadbalancing;

/** Sends each request to the eligible target with the smallest value; among equals to the next in turn. */
abstract class LeastValue extends Strategy {

    /** Room for the turn below the value; there are fewer targets than this. */
    private static final int TURNS = 16;

    LeastValue(TargetGroup group) {
        super(group);
    }

    @Override
    final int pick(int client, long nowMicros) {
        long[] handicap = group.handicap;
        int size = group.size;
        // Value and turn in one number, smallest and second smallest by min and max: which target has the smallest value is a
        // toss-up that a branch would mispredict. The handicap keeps targets that are taken out behind all others.
        long best = Long.MAX_VALUE;
        long second = Long.MAX_VALUE;
        int target = last;
        for (int turn = 0; turn < size; turn++) {
            target = target + 1 == size ? 0 : target + 1;
            long value = (value(target, nowMicros) + handicap[target]) * TURNS + turn;
            second = Math.min(second, Math.max(best, value));
            best = Math.min(best, value);
        }
        reason = best / TURNS == second / TURNS ? Reason.TIE_IN_TURN : Reason.SMALLEST;
        int chosen = last + 1 + (int) (best % TURNS);
        return chosen < size ? chosen : chosen - size;
    }

    @Override
    final boolean comparesValues() {
        return true;
    }
}
