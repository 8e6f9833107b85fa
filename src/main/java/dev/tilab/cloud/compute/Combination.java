package dev.tilab.cloud.compute;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Several policies on one group. Amazon EC2 Auto Scaling User Guide, "Multiple scaling policies": whichever asks for the
 * largest capacity decides, out and in; out if any is ready, in only if all are. "Predictive scaling": desired is the
 * maximum of what each policy needs, and the forecast has no say in scaling in but the least that has to stay.
 */
final class Combination implements ScalingPolicy {

    private final List<ScalingPolicy> parts;

    Combination(List<ScalingPolicy> parts) {
        this.parts = List.copyOf(parts);
    }

    @Override
    public Optional<Change> onDatapoint(Datapoint datapoint, GroupView group) {
        List<Change> wishes = new ArrayList<>(parts.size());
        int voters = 0;
        for (ScalingPolicy part : parts) {
            // every part sees every datapoint, or its alarms would miss some
            part.onDatapoint(datapoint, group).ifPresent(wishes::add);
            voters += part.scalesIn() ? 1 : 0;
        }
        Change largest = largest(wishes);
        if (largest == null) {
            return Optional.empty();
        }
        if (largest.to() >= group.desired()) {
            return Optional.of(largest);
        }
        int to = Math.max(largest.to(), group.clamp(floor(group.nowMicros())));
        return wishes.size() == voters && to < group.desired() ? Optional.of(largest.to(to)) : Optional.empty();
    }

    private static @Nullable Change largest(List<Change> wishes) {
        Change largest = null;
        for (Change wish : wishes) {
            if (largest == null || wish.to() > largest.to()) {
                largest = wish;
            }
        }
        return largest;
    }

    @Override
    public long nextMicros(long afterMicros) {
        return parts.stream()
                .mapToLong(part -> part.nextMicros(afterMicros))
                .min()
                .orElse(NEVER);
    }

    @Override
    public Optional<Change> onClock(GroupView group) {
        List<Change> wishes = new ArrayList<>();
        for (ScalingPolicy part : parts) {
            if (part.nextMicros(group.nowMicros() - 1) == group.nowMicros()) {
                part.onClock(group).ifPresent(wishes::add);
            }
        }
        return Optional.ofNullable(largest(wishes));
    }

    @Override
    public int floor(long nowMicros) {
        return parts.stream().mapToInt(part -> part.floor(nowMicros)).max().orElse(0);
    }

    @Override
    public Optional<Alarm> highAlarm() {
        return parts.stream().flatMap(part -> part.highAlarm().stream()).findFirst();
    }

    @Override
    public Optional<Alarm> lowAlarm() {
        return parts.stream().flatMap(part -> part.lowAlarm().stream()).findFirst();
    }
}
