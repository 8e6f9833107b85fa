package dev.tilab.cloud.compute;

import java.util.Optional;

/**
 * Simple scaling: one change, then nothing until its activity has ended and the cooldown after it is over. Amazon EC2 Auto
 * Scaling User Guide, "Scaling cooldowns" and "Step and simple scaling policies". Without cooldown it does not even wait for
 * the activity: that is what a script does which adds an instance whenever it finds the alarm on.
 */
final class Simple implements ScalingPolicy {

    private final Alarm high;
    private final Alarm low;
    private final int outBy;
    private final int inBy;
    private final boolean waits;
    private final long cooldownMicros;

    Simple(PolicySettings settings, boolean waits) {
        high = Alarm.greater(settings.highPercent(), settings.highDatapoints());
        low = Alarm.less(settings.lowPercent(), settings.lowDatapoints());
        outBy = settings.scaleOutBy();
        inBy = settings.scaleInBy();
        this.waits = waits;
        cooldownMicros = settings.cooldownMicros();
    }

    @Override
    public Optional<Change> onDatapoint(Datapoint datapoint, GroupView group) {
        high.see(datapoint.cpuPercent());
        low.see(datapoint.cpuPercent());
        if (Double.isNaN(datapoint.cpuPercent()) || waits && group.isBusyOrCoolingDown(cooldownMicros)) {
            return Optional.empty();
        }
        if (high.isOn()) {
            return change(group, Adjustment.CHANGE_IN_CAPACITY.apply(group.desired(), outBy, 0), datapoint, high);
        }
        if (low.isOn()) {
            return change(group, Adjustment.CHANGE_IN_CAPACITY.apply(group.desired(), -inBy, 0), datapoint, low);
        }
        return Optional.empty();
    }

    private static Optional<Change> change(GroupView group, long to, Datapoint datapoint, Alarm alarm) {
        int allowed = group.clamp(to);
        Cause cause = alarm.above ? Cause.ALARM_HIGH : Cause.ALARM_LOW;
        return allowed == group.desired()
                ? Optional.empty()
                : Optional.of(Change.byAlarm(allowed, cause, datapoint.cpuPercent(), alarm));
    }

    @Override
    public Optional<Alarm> highAlarm() {
        return Optional.of(high);
    }

    @Override
    public Optional<Alarm> lowAlarm() {
        return Optional.of(low);
    }
}
