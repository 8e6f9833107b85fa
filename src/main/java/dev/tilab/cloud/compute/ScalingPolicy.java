package dev.tilab.cloud.compute;

import java.util.Optional;

/**
 * A rule that says how many instances a group should have. It keeps no time and no record of what the group made of its
 * wishes: all that is in the {@link GroupView}. One object serves one lane; it is shown every datapoint, also while the
 * group ignores its wishes because a process is suspended.
 */
interface ScalingPolicy {

    /** A policy without a reason to act never does. */
    long NEVER = Long.MAX_VALUE;

    /**
     * A datapoint has become known. CloudWatch repeats an alarm's action every minute while the alarm is on, so a policy may
     * answer to every datapoint.
     *
     * @return what it wants; empty if the present capacity is right, or if it has to wait
     */
    default Optional<Change> onDatapoint(Datapoint datapoint, GroupView group) {
        return Optional.empty();
    }

    /** The first instant later than the one given at which it wants to be asked; {@link #NEVER} if there is none. */
    default long nextMicros(long afterMicros) {
        return NEVER;
    }

    /** The clock has reached an instant that it asked for. */
    default Optional<Change> onClock(GroupView group) {
        return Optional.empty();
    }

    /** Fewest instances that it lets other policies of the group leave at this instant; 0 if it does not care. */
    default int floor(long nowMicros) {
        return 0;
    }

    /** Whether it takes part in the vote on scaling in. */
    default boolean scalesIn() {
        return true;
    }

    /** The alarm that makes the group larger. */
    default Optional<Alarm> highAlarm() {
        return Optional.empty();
    }

    /** The alarm that makes the group smaller. */
    default Optional<Alarm> lowAlarm() {
        return Optional.empty();
    }
}
