package dev.tilab.cloud.compute;

import java.util.Optional;

/**
 * Scaling up: one instance gets the next larger or smaller size of its family when an alarm has gone off, and then the
 * cooldown of simple scaling. No service of EC2 Auto Scaling does this; it is what a script does around "Change the instance
 * type" (Amazon EC2 User Guide), which needs the instance stopped.
 */
final class Resize implements ScalingPolicy {

    private final Alarm high;
    private final Alarm low;
    private final long cooldownMicros;

    Resize(PolicySettings settings) {
        high = Alarm.greater(settings.highPercent(), settings.highDatapoints());
        low = Alarm.less(settings.lowPercent(), settings.lowDatapoints());
        cooldownMicros = settings.cooldownMicros();
    }

    @Override
    public Optional<Change> onDatapoint(Datapoint datapoint, GroupView group) {
        high.see(datapoint.cpuPercent());
        low.see(datapoint.cpuPercent());
        if (Double.isNaN(datapoint.cpuPercent()) || group.isBusyOrCoolingDown(cooldownMicros)) {
            return Optional.empty();
        }
        if (high.isOn() && group.size() + 1 < group.sizes()) {
            return change(group, group.size() + 1);
        }
        return low.isOn() && group.size() > 0 ? change(group, group.size() - 1) : Optional.empty();
    }

    private static Optional<Change> change(GroupView group, int size) {
        return Optional.of(new Change(group.desired(), Cause.RESIZE, group.size(), size, 0));
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
