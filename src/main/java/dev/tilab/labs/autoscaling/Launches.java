package dev.tilab.labs.autoscaling;

/**
 * Where new instances come from: the warm pool, then the zone with the fewest; if EC2 has no capacity there, the next zone
 * (Amazon EC2 Auto Scaling User Guide, "Distribute instances across Availability Zones"); if none has any, later again.
 */
final class Launches {

    /** First pause before a launch that no zone could serve is tried again; doubled each time. Assumed. */
    private static final long RETRY_MICROS = 30_000_000;

    private static final long LONGEST_RETRY_MICROS = 900_000_000;

    private final Lane lane;
    private long retryMicros = RETRY_MICROS;
    private boolean retries;

    Launches(Lane lane) {
        this.lane = lane;
    }

    /** Launches so many instances, or as many as can be had now. */
    void launch(int missing, Activity activity) {
        boolean[] tried = new boolean[lane.scenario.zones];
        for (int launched = 0; launched < missing; launched++) {
            if (!launchOne(activity, tried)) {
                retryLater();
                return;
            }
        }
    }

    /** @param tried zones in which a launch has failed in this attempt */
    private boolean launchOne(Activity activity, boolean[] tried) {
        Instance warm = lane.warmPool.take();
        if (warm != null) {
            lane.lifecycle.start(warm, activity);
            return true;
        }
        for (int zone = emptiest(tried); zone >= 0; zone = emptiest(tried)) {
            if (lane.region.zones().canLaunch(zone)) {
                lane.lifecycle.launch(lane.group.add(zone), activity);
                retryMicros = RETRY_MICROS;
                return true;
            }
            tried[zone] = true;
            lane.activities.settle(lane.activities.begin(Cause.LAUNCH_FAILED, zone, 0, 0));
        }
        return false;
    }

    /** The zone with the fewest instances, the first of several; −1 if none is left. */
    private int emptiest(boolean[] tried) {
        int best = -1;
        for (int zone = 0; zone < lane.scenario.zones; zone++) {
            boolean isOpen = !tried[zone] && !lane.region.zones().isDark(zone);
            best = isOpen && (best < 0 || lane.group.in(zone) < lane.group.in(best)) ? zone : best;
        }
        return best;
    }

    private void retryLater() {
        if (retries) {
            return;
        }
        retries = true;
        lane.later(retryMicros, () -> {
            retries = false;
            lane.group.fill(null);
        });
        retryMicros = Math.min(LONGEST_RETRY_MICROS, 2 * retryMicros);
    }

    /** Whether instances are missing that no zone could launch, until the next attempt. */
    boolean waitsToRetry() {
        return retries;
    }
}
