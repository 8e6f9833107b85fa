package dev.tilab.cloud.compute;

import java.util.Optional;

/**
 * Scheduled scaling: at planned instants desired is set, whatever the load. Amazon EC2 Auto Scaling User Guide, "Scheduled
 * scaling": it waits for no cooldown. Actions start when they are due (documented: within seconds, at most two minutes
 * late).
 */
final class Scheduled implements ScalingPolicy {

    private final Schedule schedule;

    Scheduled(Schedule schedule) {
        this.schedule = schedule;
    }

    @Override
    public long nextMicros(long afterMicros) {
        return schedule.nextMicros(afterMicros);
    }

    @Override
    public Optional<Change> onClock(GroupView group) {
        return schedule.desiredAt(group.nowMicros())
                .map(group::clamp)
                .filter(to -> to != group.desired())
                .map(to -> new Change(to, Cause.SCHEDULED, schedule.minuteOfDay(group.nowMicros()), 0, 0));
    }
}
