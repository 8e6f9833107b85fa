package dev.tilab.labs.loadbalancing;

/**
 * A rule by which the load balancer chooses a target. It sees what a real one sees: its target group, the client, the
 * clock and the replies that have come back; never the targets' queues. One object serves one lane.
 */
abstract class Strategy {

    /** Why a target was chosen; timelines number the reasons in this order. */
    enum Reason {
        /** It was its turn. */
        TURN("turn"),
        /** There was no other. */
        ONLY_ONE("only-one"),
        /** Its value was the smallest. */
        SMALLEST("smallest"),
        /** Its value was the smallest together with others', and of these it was its turn. */
        TIE_IN_TURN("tie-in-turn"),
        /** The client belongs to it. */
        HASH("hash"),
        /** Chance. */
        RANDOM("random");

        final String id;

        Reason(String id) {
            this.id = id;
        }
    }

    final TargetGroup group;

    /** The target chosen last; before the first choice the last one, so that turns begin with the first. */
    int last;

    Strategy(TargetGroup group) {
        this.group = group;
        this.last = group.size - 1;
    }

    /** Chooses the target for a request that has just arrived. */
    final int choose(int client, long nowMicros) {
        last = group.eligibleCount == 1 ? group.eligible(0) : pick(client, nowMicros);
        return last;
    }

    /** Chooses among two or more eligible targets. */
    abstract int pick(int client, long nowMicros);

    /** Why the last choice was made; asked before the counters hold the request, and only where somebody wants to know. */
    final Reason reason(long nowMicros) {
        return group.eligibleCount == 1 ? Reason.ONLY_ONE : reasonAmongSeveral(nowMicros);
    }

    /** Why {@link #pick} picked what it did. */
    abstract Reason reasonAmongSeveral(long nowMicros);

    /** The request goes to the target that was chosen. */
    void sent(int target, long nowMicros) {}

    /**
     * A request has come back from the target.
     *
     * @param responseMicros time since it was sent
     * @param completed whether it was served; otherwise it was refused, dropped or rejected
     */
    void replied(int target, long responseMicros, boolean completed) {}

    /** Whether the choice compares a value of each target, which the timeline then shows. */
    boolean comparesValues() {
        return false;
    }

    /** The value of an eligible target that {@link #pick} would compare now. */
    long value(int target, long nowMicros) {
        throw new UnsupportedOperationException();
    }
}
