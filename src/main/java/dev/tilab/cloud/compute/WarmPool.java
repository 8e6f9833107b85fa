package dev.tilab.cloud.compute;

import org.jspecify.annotations.Nullable;

/**
 * Instances that were started once and then stopped, ready to be started again (Amazon EC2 Auto Scaling User Guide, "Warm
 * pools"). Stopped, they cost only their volumes. A group that becomes smaller terminates instances and does not return them.
 */
final class WarmPool {

    private final Fleet fleet;
    private final Processes processes;
    private final Activities activities;
    private final Lifecycle lifecycle;
    private final int size;

    /** @param size how many instances it keeps; 0 for no pool */
    WarmPool(Fleet fleet, Processes processes, Activities activities, Lifecycle lifecycle, int size) {
        this.fleet = fleet;
        this.processes = processes;
        this.activities = activities;
        this.lifecycle = lifecycle;
        this.size = size;
        lifecycle.whenPooledIsReady(this::isReady);
    }

    /** The run begins with a pool that has long been full. */
    void begin() {
        for (int index = 0; index < size; index++) {
            Instance instance = fleet.add(index % fleet.zones);
            instance.pooled = true;
            lifecycle.stop(instance);
        }
    }

    /** A stopped instance where the group has the fewest, no longer of the pool; null if there is none that can start. */
    @Nullable
    Instance take() {
        Instance best = null;
        for (Instance each : fleet.instances) {
            if (each.pooled
                    && each.state == State.STOPPED
                    && fleet.isOffered(each.zone)
                    && (best == null || fleet.in(each.zone) < fleet.in(best.zone))) {
                best = each;
            }
        }
        return best;
    }

    /** Launches what the pool lacks. */
    void fill() {
        int missing = size
                - (int) fleet.instances.stream().filter(each -> each.pooled).count();
        if (missing <= 0 || !processes.runs(Processes.LAUNCH)) {
            return;
        }
        Activity activity = null;
        for (; missing > 0; missing--) {
            int zone = fleet.emptiest(fleet::canLaunch, this::pooledIn);
            if (zone < 0) {
                break;
            }
            activity = activity == null ? activities.begin(Cause.WARM_POOL, missing, 0, 0) : activity;
            Instance instance = fleet.add(zone);
            instance.pooled = true;
            lifecycle.launch(instance, activity);
        }
        if (activity != null) {
            activities.settle(activity);
        }
    }

    private long pooledIn(int zone) {
        return fleet.instances.stream()
                .filter(each -> each.pooled && each.zone == zone)
                .count();
    }

    /** An instance has started for the first time: it is stopped until it is needed. */
    private void isReady(Instance instance) {
        lifecycle.stop(instance);
        activities.release(instance);
    }
}
