package dev.tilab.cloud.compute;

import dev.tilab.cloud.Region;
import org.jspecify.annotations.Nullable;

/**
 * Where new instances come from: the warm pool, then the zone with the fewest; if EC2 has no capacity there, the next zone
 * (Amazon EC2 Auto Scaling User Guide, "Distribute instances across Availability Zones"); if none has any, later again.
 */
final class Launches {

    /** First pause before a launch that no zone could serve is tried again; doubled each time. Assumed. */
    private static final long RETRY_MICROS = 30_000_000;

    private static final long LONGEST_RETRY_MICROS = 900_000_000;

    private final Region region;
    private final Fleet fleet;
    private final Activities activities;
    private final Lifecycle lifecycle;
    private final WarmPool warmPool;
    private final Runnable again;
    private long retryMicros = RETRY_MICROS;
    private boolean retries;

    /** @param again launches whatever is missing then */
    Launches(
            Region region, Fleet fleet, Activities activities, Lifecycle lifecycle, WarmPool warmPool, Runnable again) {
        this.region = region;
        this.fleet = fleet;
        this.activities = activities;
        this.lifecycle = lifecycle;
        this.warmPool = warmPool;
        this.again = again;
    }

    /** Launches so many instances, or as many as can be had now. */
    void launch(int missing, @Nullable Activity activity) {
        boolean[] tried = new boolean[fleet.zones];
        for (int launched = 0; launched < missing; launched++) {
            if (!launchOne(activity, tried)) {
                retryLater();
                return;
            }
        }
    }

    /** @param tried zones in which a launch has failed in this attempt */
    private boolean launchOne(@Nullable Activity activity, boolean[] tried) {
        Instance warm = warmPool.take();
        if (warm != null) {
            lifecycle.start(warm, activity);
            return true;
        }
        for (int zone = emptiest(tried); zone >= 0; zone = emptiest(tried)) {
            if (fleet.canLaunch(zone)) {
                lifecycle.launch(fleet.add(zone), activity);
                retryMicros = RETRY_MICROS;
                return true;
            }
            tried[zone] = true;
            activities.settle(activities.begin(Cause.LAUNCH_FAILED, zone, 0, 0));
        }
        return false;
    }

    /** The zone with the fewest instances, the first of several; −1 if none is left. */
    private int emptiest(boolean[] tried) {
        return fleet.emptiest(zone -> !tried[zone] && fleet.isOffered(zone), fleet::in);
    }

    private void retryLater() {
        if (retries) {
            return;
        }
        retries = true;
        region.later(retryMicros, () -> {
            retries = false;
            again.run();
        });
        retryMicros = Math.min(LONGEST_RETRY_MICROS, 2 * retryMicros);
    }

    /** Whether instances are missing that no zone could launch, until the next attempt. */
    boolean waitsToRetry() {
        return retries;
    }
}
