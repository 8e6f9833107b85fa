package dev.tilab.labs.autoscaling;

import dev.tilab.cloud.EventLog;
import dev.tilab.cloud.Region;
import dev.tilab.cloud.compute.Activity;
import dev.tilab.cloud.compute.Alarm;
import dev.tilab.cloud.compute.Group;
import dev.tilab.cloud.compute.Instance;
import dev.tilab.cloud.compute.Scaling;
import java.util.List;
import java.util.Optional;

/** What happened in one lane, where a picture is wanted: rows in its region's log for everything that changed. */
final class LaneRecord implements Group.Listener {

    private final EventLog.Table instances;
    private final EventLog.Table datapoints;
    private final EventLog.Table cooldowns;
    private final Region region;
    private final Scaling scaling;
    private final long cooldownMicros;

    /** @param cooldownMicros how long the policy waits after an activity of its own; 0 for no cooldown */
    LaneRecord(Region region, Scaling scaling, long cooldownMicros) {
        this.region = region;
        this.scaling = scaling;
        this.cooldownMicros = cooldownMicros;
        instances = region.log().table("instances", "instance", "zone", "state");
        datapoints = region.log().table("datapoints", "value", "high", "low", "alarm");
        cooldowns = region.log().table("cooldowns", "untilMicros");
    }

    @Override
    public void becomes(Instance instance) {
        instances.add(instance.number(), instance.zone(), instance.state().ordinal());
    }

    @Override
    public void ends(Activity activity) {
        if (activity.isByAlarm() && cooldownMicros > 0) {
            cooldowns.add(region.nowMicros() + cooldownMicros);
        }
    }

    /** @param value of the metric that is shown; NaN if it is missing */
    void datapoint(double value) {
        if (Double.isNaN(value)) {
            return;
        }
        Optional<Alarm> high = scaling.high();
        Optional<Alarm> low = scaling.low();
        int alarm = isOn(high) ? 1 : isOn(low) ? 2 : 0;
        datapoints.add(Math.round(value * 10), count(high), count(low), alarm);
    }

    private static boolean isOn(Optional<Alarm> alarm) {
        return alarm.isPresent() && alarm.get().isOn();
    }

    private static int count(Optional<Alarm> alarm) {
        return alarm.map(Alarm::count).orElse(0);
    }

    /** Instant, instance, zone, state. */
    List<long[]> instances() {
        return instances.rows();
    }

    /** Instant at which it is known, value ×10, datapoints in a row that breach the high threshold, the low one, alarm. */
    List<long[]> datapoints() {
        return datapoints.rows();
    }

    /** Beginning and end. */
    List<long[]> cooldowns() {
        return cooldowns.rows();
    }
}
