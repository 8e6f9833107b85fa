package dev.tilab.cloud.compute;

import dev.tilab.cloud.Region;
import dev.tilab.cloud.Zones;

/**
 * Spreads instances over the zones again after an outage or a lack of capacity. It launches first and terminates when the new
 * instance is InService, and may exceed the maximum meanwhile by 10 % or one instance, whichever is more (Amazon EC2 Auto
 * Scaling User Guide, "Availability Zone rebalancing").
 */
final class Rebalancing {

    private static final double HEADROOM = 0.1;

    private final Region region;
    private final Fleet fleet;
    private final Capacity capacity;
    private final Processes processes;
    private final Activities activities;
    private final Lifecycle lifecycle;
    private final Filling filling;
    private boolean isDue;

    Rebalancing(
            Region region,
            Fleet fleet,
            Capacity capacity,
            Processes processes,
            Activities activities,
            Lifecycle lifecycle,
            Filling filling) {
        this.region = region;
        this.fleet = fleet;
        this.capacity = capacity;
        this.processes = processes;
        this.activities = activities;
        this.lifecycle = lifecycle;
        this.filling = filling;
        activities.whenSettled(this::checkSoon);
        lifecycle.whenInService(this::replace);
        processes.whenResumed(Processes.AZ_REBALANCE, this::checkSoon);
        region.zones().tell(new Zones.Listener() {
            @Override
            public void repaired(int zone) {
                hasCapacity(zone);
            }

            @Override
            public void hasCapacity(int zone) {
                if (zone < fleet.zones) {
                    checkSoon();
                }
            }
        });
    }

    /** Has the balance looked at when everything that happens at this instant is done. */
    private void checkSoon() {
        if (!isDue) {
            isDue = true;
            region.later(0, () -> {
                isDue = false;
                check();
            });
        }
    }

    /** Moves half of the difference between the fullest and the emptiest zone that can launch at all. */
    private void check() {
        if (!processes.runs(Processes.AZ_REBALANCE) || !processes.runs(Processes.LAUNCH) || isBusy()) {
            return;
        }
        int to = fleet.emptiest(fleet::canLaunch, fleet::in);
        int from = 0;
        for (int zone = 0; zone < fleet.zones; zone++) {
            from = fleet.in(zone) > fleet.in(from) ? zone : from;
        }
        int moves = to < 0 ? 0 : (fleet.in(from) - fleet.in(to)) / 2;
        int headroom = Math.max(1, (int) (HEADROOM * capacity.max));
        int count = Math.min(moves, capacity.max + headroom - capacity.desired);
        if (count > 0) {
            Activity activity = activities.begin(Cause.REBALANCE, to, from, count);
            for (int each = 0; each < count; each++) {
                launchExtra(to, activity);
            }
            activities.settle(activity);
        }
    }

    /** Not while anything is on its way, gone or about to go. */
    private boolean isBusy() {
        int settled = 0;
        for (Instance each : fleet.instances) {
            if (each.counts()) {
                if (each.dead || each.activity != null) {
                    return true;
                }
                settled++;
            }
        }
        return settled != capacity.desired;
    }

    /** One more than desired; when it is there, one goes elsewhere. */
    private void launchExtra(int zone, Activity activity) {
        Instance instance = fleet.add(zone);
        instance.extra = true;
        lifecycle.launch(instance, activity);
    }

    /** A new instance is there: if it is one more than desired, one in a fuller zone may go. */
    private void replace(Instance instance) {
        if (instance.extra) {
            instance.extra = false;
            filling.fill(instance.activity);
        }
    }
}
