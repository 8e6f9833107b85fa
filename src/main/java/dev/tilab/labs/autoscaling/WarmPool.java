package dev.tilab.labs.autoscaling;

/**
 * Instances that were started once and then stopped, ready to be started again (Amazon EC2 Auto Scaling User Guide, "Warm
 * pools"). Stopped, they cost only their volumes. A group that becomes smaller terminates instances and does not return them.
 */
final class WarmPool {

    private final Lane lane;
    private final int size;

    WarmPool(Lane lane) {
        this.lane = lane;
        size = lane.policy == Policy.WARM_POOL ? lane.scenario.number("warmPool") : 0;
    }

    /** The run begins with a pool that has long been full. */
    void start() {
        for (int index = 0; index < size; index++) {
            Instance instance = lane.group.add(index % lane.scenario.zones);
            instance.pooled = true;
            stop(instance);
        }
    }

    /** A stopped instance where the group has the fewest, no longer of the pool; null if there is none that can start. */
    Instance take() {
        Instance best = null;
        for (Instance each : lane.group.instances) {
            if (each.pooled
                    && each.state == State.STOPPED
                    && !lane.region.zones().isDark(each.zone)
                    && (best == null || lane.group.in(each.zone) < lane.group.in(best.zone))) {
                best = each;
            }
        }
        return best;
    }

    /** Launches what the pool lacks. */
    void fill() {
        int missing = size - (int) lane.group.instances.stream().filter(each -> each.pooled).count();
        if (missing <= 0 || !lane.processes.runs(Processes.LAUNCH)) {
            return;
        }
        Activity activity = null;
        for (; missing > 0; missing--) {
            int zone = emptiest();
            if (zone < 0) {
                break;
            }
            activity = activity == null ? lane.activities.begin(Cause.WARM_POOL, missing, 0, 0) : activity;
            Instance instance = lane.group.add(zone);
            instance.pooled = true;
            lane.lifecycle.launch(instance, activity);
        }
        if (activity != null) {
            lane.activities.settle(activity);
        }
    }

    private int emptiest() {
        int best = -1;
        for (int zone = 0; zone < lane.scenario.zones; zone++) {
            if (lane.region.zones().canLaunch(zone) && (best < 0 || pooledIn(zone) < pooledIn(best))) {
                best = zone;
            }
        }
        return best;
    }

    private long pooledIn(int zone) {
        return lane.group.instances.stream()
                .filter(each -> each.pooled && each.zone == zone)
                .count();
    }

    /** An instance has started for the first time: it is stopped until it is needed. */
    void isReady(Instance instance) {
        lane.billing.ends(instance, lane.now());
        stop(instance);
        lane.activities.release(instance);
    }

    private void stop(Instance instance) {
        lane.billing.stops();
        lane.group.become(instance, State.STOPPED);
    }
}
