package dev.tilab.cloud.compute;

import java.util.Optional;

/**
 * Target tracking: as many instances as bring the metric to its target. Amazon EC2 Auto Scaling User Guide, "Target
 * tracking scaling policies": proportional to the metric and rounded up, so that out it adds the larger whole number and in
 * it removes the smaller one, never so many that the metric would be over the target again; "Instance warm-up" as in {@link
 * Step}.
 *
 * <p>How many it takes away at a time is not documented; here all that it may. The two alarms that it makes for itself are not documented. As observed: above the target, and below 70 % of it for
 * utilization, 90 % in other cases.
 */
final class TargetTracking implements ScalingPolicy {

    private static final double LOW_CPU = 0.7;
    private static final double LOW_REQUESTS = 0.9;

    private final Metric metric;
    private final double target;
    private final Alarm high;
    private final Alarm low;

    private TargetTracking(Metric metric, double target, double lowShare, PolicySettings settings) {
        this.metric = metric;
        this.target = target;
        high = Alarm.greater(target, settings.highDatapoints());
        low = Alarm.less(target * lowShare, settings.lowDatapoints());
    }

    static TargetTracking onCpu(PolicySettings settings) {
        return new TargetTracking(Metric.CPU, settings.targetPercent(), LOW_CPU, settings);
    }

    static TargetTracking onRequests(PolicySettings settings) {
        return new TargetTracking(Metric.REQUESTS, settings.requestsPerTarget(), LOW_REQUESTS, settings);
    }

    @Override
    public Optional<Change> onDatapoint(Datapoint datapoint, GroupView group) {
        double value = metric.of(datapoint);
        high.see(value);
        low.see(value);
        if (Double.isNaN(value)) {
            return Optional.empty();
        }
        if (high.isOn()) {
            int to = group.clamp(proportional(group.desired() - group.warming(), value));
            return to > group.desired()
                    ? Optional.of(Change.byAlarm(to, Cause.TARGET_HIGH, value, high))
                    : Optional.empty();
        }
        if (low.isOn() && group.warming() == 0) {
            int to = group.clamp(proportional(group.desired() + group.leaving(), value));
            return to < group.desired()
                    ? Optional.of(Change.byAlarm(to, Cause.TARGET_LOW, value, low))
                    : Optional.empty();
        }
        return Optional.empty();
    }

    private long proportional(int current, double value) {
        return (long) StrictMath.ceil(current * value / target);
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
