package dev.tilab.cloud.compute;

import dev.tilab.cloud.Region;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleConsumer;

/** Lets a policy say how large a group should be: reads the metric period by period, and asks when the policy's clock says so. */
public final class Scaling {

    private final Region region;
    private final MetricSettings settings;
    private final Meter meter;
    private final Group group;
    private final ScalingPolicy rule;
    private final Metric watched;
    private final List<DoubleConsumer> listeners = new ArrayList<>();

    /** @param meter what the group's load fills */
    public Scaling(
            Region region, MetricSettings settings, Meter meter, Group group, Policy policy, PolicySettings values) {
        this.region = region;
        this.settings = settings;
        this.meter = meter;
        this.group = group;
        rule = policy.policy(values);
        watched = policy.metric() == Metric.NONE ? Metric.CPU : policy.metric();
    }

    /**
     * Has somebody told of every datapoint that becomes known, when the alarms have seen it and before anything is done about
     * it: the value of what the policy watches, utilization where it watches nothing; NaN if it is missing.
     */
    public void whenKnown(DoubleConsumer listener) {
        listeners.add(listener);
    }

    /** The alarm that makes the group larger. */
    public Optional<Alarm> high() {
        return rule.highAlarm();
    }

    /** The alarm that makes the group smaller. */
    public Optional<Alarm> low() {
        return rule.lowAlarm();
    }

    /** Reads and asks from now on. */
    public void begin() {
        readLater();
        askLater(rule.nextMicros(-1));
    }

    private void readLater() {
        region.later(settings.periodMicros(), () -> {
            long knownMicros = region.nowMicros() + settings.delayMicros();
            Datapoint datapoint = meter.read(settings.periodMicros(), knownMicros);
            region.later(settings.delayMicros(), () -> know(datapoint));
            readLater();
        });
    }

    private void know(Datapoint datapoint) {
        Optional<Change> wish = rule.onDatapoint(datapoint, group);
        listeners.forEach(each -> each.accept(watched.of(datapoint)));
        if (wish.isPresent() && group.runs(Processes.ALARM_NOTIFICATION)) {
            group.apply(wish.get());
        }
    }

    private void askLater(long atMicros) {
        if (atMicros > region.endMicros()) {
            return;
        }
        region.later(atMicros - region.nowMicros(), () -> {
            rule.onClock(group)
                    .filter(wish -> wish.cause() != Cause.SCHEDULED || group.runs(Processes.SCHEDULED_ACTIONS))
                    .ifPresent(group::apply);
            askLater(rule.nextMicros(region.nowMicros()));
        });
    }
}
