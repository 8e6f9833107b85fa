package dev.tilab.labs.autoscaling;

import dev.tilab.cloud.Zones;

/**
 * Spreads instances over the zones again after an outage or a lack of capacity. It launches first and terminates when the new
 * instance is InService, and may exceed the maximum meanwhile by 10 % or one instance, whichever is more (Amazon EC2 Auto
 * Scaling User Guide, "Availability Zone rebalancing").
 */
final class Rebalancing {

    private static final double HEADROOM = 0.1;

    private final Lane lane;
    private boolean isDue;

    Rebalancing(Lane lane) {
        this.lane = lane;
        lane.region.zones().tell(new Zones.Listener() {
            @Override
            public void repaired(int zone) {
                hasCapacity(zone);
            }

            @Override
            public void hasCapacity(int zone) {
                if (zone < lane.scenario.zones) {
                    checkSoon();
                }
            }
        });
    }

    /** Has the balance looked at when everything that happens at this instant is done. */
    void checkSoon() {
        if (!isDue) {
            isDue = true;
            lane.later(0, () -> {
                isDue = false;
                check();
            });
        }
    }

    /** Moves half of the difference between the fullest and the emptiest zone that can launch at all. */
    private void check() {
        if (!lane.processes.runs(Processes.AZ_REBALANCE) || !lane.processes.runs(Processes.LAUNCH) || isBusy()) {
            return;
        }
        int from = 0;
        int to = -1;
        for (int zone = 0; zone < lane.scenario.zones; zone++) {
            from = lane.group.in(zone) > lane.group.in(from) ? zone : from;
            if (lane.region.zones().canLaunch(zone) && (to < 0 || lane.group.in(zone) < lane.group.in(to))) {
                to = zone;
            }
        }
        int moves = to < 0 ? 0 : (lane.group.in(from) - lane.group.in(to)) / 2;
        int headroom = Math.max(1, (int) (HEADROOM * lane.group.max()));
        int count = Math.min(moves, lane.group.max() + headroom - lane.group.desired());
        if (count > 0) {
            Activity activity = lane.activities.begin(Cause.REBALANCE, to, from, count);
            for (int each = 0; each < count; each++) {
                lane.group.launchExtra(to, activity);
            }
            lane.activities.settle(activity);
        }
    }

    /** Not while anything is on its way, gone or about to go. */
    private boolean isBusy() {
        int settled = 0;
        for (Instance each : lane.group.instances) {
            if (each.counts()) {
                if (each.dead || each.activity != null) {
                    return true;
                }
                settled++;
            }
        }
        return settled != lane.group.desired();
    }

    /** The new instance is there: one in a fuller zone may go. */
    void replaces(Instance extra) {
        extra.extra = false;
        lane.group.fill(extra.activity);
    }
}
