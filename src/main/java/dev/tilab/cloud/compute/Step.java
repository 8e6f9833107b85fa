package dev.tilab.cloud.compute;

import java.util.Optional;

/**
 * Step scaling: the further the metric beyond the threshold, the larger the change, and no waiting for what is under way.
 * Amazon EC2 Auto Scaling User Guide, "Step and simple scaling policies", sections "Step adjustments" and "Instance
 * warm-up": instances that warm up do not count as current capacity but as desired, so that breaches of the same step add
 * their instances once; instances that leave still count, so that they leave once; nothing leaves while others warm up.
 *
 * <p>Without warm-up the group takes every instance for capacity from the moment that it asks for it, and every minute of an
 * alarm adds more.
 */
final class Step implements ScalingPolicy {

    private static final double WIDTH = 10;

    private final Alarm high;
    private final Alarm low;
    private final StepAdjustments out;
    private final StepAdjustments in;
    private final boolean warmsUp;

    Step(PolicySettings settings, boolean warmsUp) {
        high = Alarm.greater(settings.highPercent(), settings.highDatapoints());
        low = Alarm.less(settings.lowPercent(), settings.lowDatapoints());
        out = StepAdjustments.every(WIDTH, high.threshold, 1, settings.stepPercents());
        in = StepAdjustments.every(WIDTH, low.threshold, -1, settings.stepInPercents());
        this.warmsUp = warmsUp;
    }

    @Override
    public Optional<Change> onDatapoint(Datapoint datapoint, GroupView group) {
        double metric = datapoint.cpuPercent();
        high.see(metric);
        low.see(metric);
        if (Double.isNaN(metric)) {
            return Optional.empty();
        }
        int warming = warmsUp ? group.warming() : 0;
        if (high.isOn()) {
            int to = group.clamp(out.apply(group.desired() - warming, metric));
            return to > group.desired()
                    ? Optional.of(Change.byAlarm(to, Cause.ALARM_HIGH, metric, high))
                    : Optional.empty();
        }
        if (low.isOn() && warming == 0) {
            int leaving = warmsUp ? group.leaving() : 0;
            int to = group.clamp(in.apply(group.desired() + leaving, metric));
            return to < group.desired()
                    ? Optional.of(Change.byAlarm(to, Cause.ALARM_LOW, metric, low))
                    : Optional.empty();
        }
        return Optional.empty();
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
