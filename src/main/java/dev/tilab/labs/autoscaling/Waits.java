package dev.tilab.labs.autoscaling;

import dev.tilab.cloud.Region;
import dev.tilab.cloud.compute.Activity;
import dev.tilab.cloud.compute.Alarm;
import dev.tilab.cloud.compute.Group;
import dev.tilab.cloud.compute.Instance;
import dev.tilab.cloud.compute.Policy;
import dev.tilab.cloud.compute.Scaling;
import dev.tilab.cloud.compute.State;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a lane waited for while it had too few instances, moment by moment: the part that whoever is furthest on the way to serving
 * is in. It is read from the group and its alarms while it happens, so it is what was waited for and not what was configured.
 * {@link Shortage} measures the first wait after a rush in figures; here are all of a run, for its picture.
 */
final class Waits implements Scarcity, Group.Listener {

    /** What is waited for; timelines number them in this order. */
    enum Part {
        /** Nobody knows yet: the metric does not show it, or a dead instance has not been noticed. */
        METRIC,
        /** Datapoints breach, and are not enough of them yet. */
        ALARM,
        /** An instance is asked for, made, and starts its application. */
        BOOT,
        /** Its application runs, and the load balancer has not seen it. */
        CHECK,
        /** The policy rests. */
        REST,
        /** Nothing comes: the group is as large as it may be, nobody makes it larger, or there is no capacity to launch in. */
        FULL;

        /** The word for each in timelines and message keys. */
        static List<String> ids() {
            return Arrays.stream(values())
                    .map(part -> part.name().toLowerCase(Locale.ROOT))
                    .toList();
        }
    }

    /** Too few for no longer is a burst that nobody could have answered. */
    private static final long BLIP_MICROS = 60_000_000;

    /** Enough for so long, and not only between two bursts. */
    private static final long CALM_MICROS = 60_000_000;

    private final Region region;
    private final Policy policy;
    private final Group group;
    private final Scaling scaling;
    private final long cooldownMicros;

    private final List<long[]> rows = new ArrayList<>();

    /** The shortage that goes on, the calm at its end included, which may be over or not. */
    private final List<long[]> open = new ArrayList<>();

    private long shortUntilMicros;
    private long restsUntilMicros;

    /** @param cooldownMicros how long the policy waits after an activity of its own; 0 for no cooldown */
    Waits(Region region, Policy policy, Group group, Scaling scaling, long cooldownMicros) {
        this.region = region;
        this.policy = policy;
        this.group = group;
        this.scaling = scaling;
        this.cooldownMicros = cooldownMicros;
    }

    @Override
    public void ends(Activity activity) {
        if (activity.isByAlarm()) {
            restsUntilMicros = region.nowMicros() + cooldownMicros;
        }
    }

    @Override
    public void see(long fromMicros, long untilMicros, boolean tooFew) {
        if (!tooFew && !open.isEmpty() && untilMicros - shortUntilMicros >= CALM_MICROS) {
            close();
        }
        if (!tooFew && open.isEmpty()) {
            return;
        }
        Part part = part(fromMicros);
        if (!open.isEmpty() && open.get(open.size() - 1)[2] == part.ordinal()) {
            open.get(open.size() - 1)[1] = untilMicros;
        } else {
            open.add(new long[] {fromMicros, untilMicros, part.ordinal()});
        }
        if (tooFew) {
            shortUntilMicros = untilMicros;
        }
    }

    private void close() {
        if (!open.isEmpty() && shortUntilMicros - open.get(0)[0] > BLIP_MICROS) {
            for (long[] each : open) {
                long until = Math.min(each[1], shortUntilMicros);
                if (each[0] < until) {
                    rows.add(new long[] {each[0], until, each[2]});
                }
            }
        }
        open.clear();
    }

    private Part part(long nowMicros) {
        boolean comes = false;
        int counted = 0;
        for (Instance each : group.instances()) {
            State state = each.state();
            if (each.counts()) {
                counted++;
                if (state == State.CHECKING) {
                    return Part.CHECK;
                }
                comes |= state == State.REQUESTED
                        || state == State.PENDING
                        || state == State.STARTING
                        || state == State.STOPPED;
            }
        }
        if (comes) {
            return Part.BOOT;
        }
        if (group.instances().stream().anyMatch(Instance::isDeadUnnoticed)) {
            return Part.METRIC;
        }
        boolean isLargest =
                policy == Policy.SCALE_UP ? group.size() + 1 >= group.sizes() : group.desired() >= group.max();
        Optional<Alarm> high = scaling.high();
        if (isLargest || counted < group.desired() || high.isEmpty()) {
            return Part.FULL;
        }
        if (nowMicros < restsUntilMicros) {
            return Part.REST;
        }
        return high.get().count() > 0 ? Part.ALARM : Part.METRIC;
    }

    /** Beginning, end and part of everything that was waited for in shortages that lasted; asked once the run is over. */
    List<long[]> rows() {
        close();
        return rows;
    }
}
