package dev.tilab.cloud.compute;

/** How many instances are wanted, within which limits, and how large each. */
final class Capacity {

    final int min;
    final int max;
    int desired;

    /** Size of new instances, as how often the group's instance type was doubled. */
    int size;

    Capacity(GroupSettings.Limits limits) {
        min = limits.min();
        max = limits.max();
        desired = limits.desired();
    }
}
