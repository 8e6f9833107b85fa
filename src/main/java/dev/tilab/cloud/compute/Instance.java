package dev.tilab.cloud.compute;

import org.jspecify.annotations.Nullable;

/** One instance of a group, from the request for it to its end. */
public final class Instance {

    static final long NOT_YET = -1;

    /** Counted from 1 in each group, in the order of the requests. */
    final int number;

    final int zone;

    /** Version of the launch template that it was made from. */
    final int template;

    final long requestedMicros;

    State state = State.REQUESTED;

    /** Since when EC2 has it running and it is paid for; {@link #NOT_YET} while it is not. */
    long runningMicros = NOT_YET;

    /** Since when the group calls it InService: grace period and warm-up begin here, long before it serves. */
    long inServiceMicros = NOT_YET;

    /** Since when it serves. */
    long servingMicros = NOT_YET;

    /** Whether it belongs to the warm pool and not to the desired capacity. */
    boolean pooled;

    /** Whether it was launched beside the desired capacity, to take the place of one in a fuller zone. */
    boolean extra;

    /** Dead or unhealthy, and the group has not acted on it yet. */
    boolean dead;

    /** Dead, but the load balancer has not noticed and still sends requests to it. */
    boolean deadInRotation;

    /** Size, as how often the group's instance type was doubled. */
    int size;

    /** What the group is doing with it at present; null when nothing. */
    @Nullable
    Activity activity;

    /** Changes with every new plan for it, so that what was scheduled for an old plan does not happen. */
    int plan;

    Instance(int number, int zone, int template, long requestedMicros) {
        this.number = number;
        this.zone = zone;
        this.template = template;
        this.requestedMicros = requestedMicros;
    }

    public int number() {
        return number;
    }

    public int zone() {
        return zone;
    }

    /** Version of the launch template that it was made from. */
    public int template() {
        return template;
    }

    public State state() {
        return state;
    }

    /** Whether EC2 has it running, so that it is paid for. */
    public boolean isRunning() {
        return runningMicros != NOT_YET;
    }

    /** Whether it belongs to the warm pool and not to the desired capacity. */
    public boolean isPooled() {
        return pooled;
    }

    /** Whether it was launched beside the desired capacity, to take the place of one in a fuller zone. */
    public boolean isExtra() {
        return extra;
    }

    /** Whether it is dead and somebody does not know yet: the group, or the load balancer. */
    public boolean isDeadUnnoticed() {
        return dead || deadInRotation;
    }

    /** What the group is doing with it at present; null when nothing. */
    public @Nullable Activity activity() {
        return activity;
    }

    /** Whether it counts towards the desired capacity: the group wants it and does not know it to be lost. */
    public boolean counts() {
        return !pooled && state != State.DRAINING && (!state.isOver() || dead);
    }
}
