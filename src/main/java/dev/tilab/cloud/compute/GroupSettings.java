package dev.tilab.cloud.compute;

/**
 * What one group is told before it begins.
 *
 * @param limits fewest and most instances, and how many at first
 * @param zones how many zones of its region it spans, from the first on
 * @param termination which instance goes when there are too many
 * @param obeysPeople whether the desired capacity changes when a person says so
 * @param warmsUp whether instances are left out of the metric until their warm-up is over
 * @param sizes how many sizes its instance type's family has from the type on
 * @param warmPool stopped instances that it keeps ready
 * @param lifecycle how instances come and go
 * @param health whom it asks whether they are well
 */
public record GroupSettings(
        Limits limits,
        int zones,
        TerminationPolicy termination,
        boolean obeysPeople,
        boolean warmsUp,
        int sizes,
        int warmPool,
        LifecycleSettings lifecycle,
        HealthSettings health) {

    /**
     * @param min fewest instances
     * @param desired instances at first
     * @param max most instances
     */
    public record Limits(int min, int desired, int max) {}

    /** The same group, with what a policy has its own way of. */
    public GroupSettings under(Policy policy) {
        return new GroupSettings(
                policy == Policy.SCALE_UP ? new Limits(1, 1, 1) : limits,
                zones,
                termination,
                policy == Policy.MANUAL,
                policy.warmsUp(),
                sizes,
                policy == Policy.WARM_POOL ? warmPool : 0,
                policy.warmsUp() ? lifecycle : lifecycle.withoutWarmup(),
                health);
    }
}
