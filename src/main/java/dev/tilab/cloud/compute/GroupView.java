package dev.tilab.cloud.compute;

/** What a scaling policy may know about its Auto Scaling group at an instant; times from the beginning of the run. */
interface GroupView {

    /** No scaling activity has ended yet. */
    long NEVER = Long.MIN_VALUE;

    long nowMicros();

    int desired();

    int min();

    int max();

    /** Instances of the desired capacity that are not yet done with their warm-up: on their way, or serving but left out of
     * the metric. Instances that leave do not count. */
    int warming();

    /** Instances that a smaller desired capacity has sent away and that are not gone yet: draining or being terminated. */
    int leaving();

    /** Whether instances that a scaling policy asked for are still being launched, or drained and terminated. */
    boolean activityUnderWay();

    /** When the last instance of the latest change by a scaling policy was launched or gone; {@link #NEVER} without one. */
    long lastActivityEndMicros();

    /** How often the instance's size has doubled, from 0; only {@code scale-up} resizes. */
    int size();

    /** How many sizes the family has from the group's type on. */
    int sizes();

    /** The number nearest to the one given that the group's limits allow. */
    default int clamp(long instances) {
        return (int) Math.max(min(), Math.min(max(), instances));
    }

    /** Whether a policy with this cooldown has to wait: an activity is under way, or ended too short a time ago. */
    default boolean isBusyOrCoolingDown(long cooldownMicros) {
        return activityUnderWay()
                || lastActivityEndMicros() != NEVER && nowMicros() < lastActivityEndMicros() + cooldownMicros;
    }
}
