package dev.tilab.cloud.balancer;

/**
 * A rule by which a load balancer, or a node of one, chooses a target. It sees what a real one sees: its target group, the client,
 * the clock and the replies that have come back; never the targets' queues. It speaks of targets by their places in the group. One
 * object serves one group.
 */
public abstract class Strategy {

    /** Why a target was chosen; timelines number the reasons in this order. */
    public enum Reason {
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

        private final String id;

        Reason(String id) {
            this.id = id;
        }

        /** The word in timelines. */
        public String id() {
            return id;
        }
    }

    /** What it knows of the targets. */
    protected final TargetGroup group;

    /** The target chosen last; before the first choice the last one, so that turns begin with the first. */
    int last;

    protected Strategy(TargetGroup group) {
        this.group = group;
        this.last = group.size - 1;
    }

    /** Chooses the target for a request that has just arrived. */
    public final int choose(int client, long nowMicros) {
        last = group.eligibleCount == 1 ? group.eligible(0) : pick(client, nowMicros);
        return last;
    }

    /** Chooses among two or more eligible targets. */
    protected abstract int pick(int client, long nowMicros);

    /** Why the last choice was made; asked before the counters hold the request, and only where somebody wants to know. */
    public final Reason reason(long nowMicros) {
        return group.eligibleCount == 1 ? Reason.ONLY_ONE : reasonAmongSeveral(nowMicros);
    }

    /** Why {@link #pick} picked what it did. */
    protected abstract Reason reasonAmongSeveral(long nowMicros);

    /** Whether requests may be sent to a target. */
    public final boolean isEligible(int target) {
        return group.isEligible(target);
    }

    /** Another target has been given this place: what was known of the one before holds no longer. */
    protected void registered(int target) {}

    /** The request goes to the target that was chosen. */
    public void sent(int target, long nowMicros) {}

    /**
     * A request has come back from the target.
     *
     * @param responseMicros time since it was sent
     * @param completed whether it was served; otherwise it was refused, dropped or rejected
     */
    public void replied(int target, long responseMicros, boolean completed) {}

    /** Whether the choice compares a value of each target, which the timeline then shows. */
    public boolean comparesValues() {
        return false;
    }

    /** The value of an eligible target that {@link #pick} would compare now. */
    public long value(int target, long nowMicros) {
        throw new UnsupportedOperationException();
    }
}
