package dev.tilab.labs.autoscaling;

import java.util.ArrayList;
import java.util.List;

/** What happened in one lane: its scaling activities, and where a picture is wanted rows for everything that changed. */
final class LaneRecord {

    private final boolean keepsRows;

    final List<Activity> activities = new ArrayList<>();

    /** Instant, instance, zone, state. */
    final List<long[]> instances = new ArrayList<>();

    /** Instant at which it is known, value ×10, datapoints in a row that breach the high threshold, the low one, alarm. */
    final List<long[]> datapoints = new ArrayList<>();

    /** Beginning and end. */
    final List<long[]> cooldowns = new ArrayList<>();

    LaneRecord(boolean keepsRows) {
        this.keepsRows = keepsRows;
    }

    void state(long nowMicros, Instance instance) {
        if (keepsRows) {
            instances.add(new long[] {nowMicros, instance.number, instance.zone, instance.state.ordinal()});
        }
    }

    /** @param high the alarm that makes the group larger; null without one */
    void datapoint(long nowMicros, double value, Alarm high, Alarm low) {
        if (!keepsRows || Double.isNaN(value)) {
            return;
        }
        int alarm = high != null && high.isOn() ? 1 : low != null && low.isOn() ? 2 : 0;
        datapoints.add(new long[] {
            nowMicros, Math.round(value * 10), high == null ? 0 : high.count(), low == null ? 0 : low.count(), alarm
        });
    }

    void cooldown(long fromMicros, long untilMicros) {
        if (keepsRows && untilMicros > fromMicros) {
            cooldowns.add(new long[] {fromMicros, untilMicros});
        }
    }
}
