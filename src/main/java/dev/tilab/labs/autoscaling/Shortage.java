package dev.tilab.labs.autoscaling;

import dev.tilab.cloud.Region;
import dev.tilab.cloud.compute.Alarm;
import dev.tilab.cloud.compute.Group;
import dev.tilab.cloud.compute.Instance;
import dev.tilab.cloud.compute.State;
import dev.tilab.cloud.traffic.DrawnDemand;
import dev.tilab.cloud.traffic.Traffic;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How long a lane takes from the first moment that its instances are too few for a rush, or for a jump of the traffic that
 * somebody made, until they are enough again, and what that time was spent on.
 */
final class Shortage implements Group.Listener, Scarcity {

    static final long NOT_YET = -1;

    /** Enough for so long, and not only between two bursts. */
    private static final long CALM_MICROS = 60_000_000;

    private final Region region;
    private final List<Beginning> beginnings;

    private int next;
    private long calmSinceMicros = NOT_YET;

    long fromMicros = NOT_YET;

    /** When the first datapoint that breaches is known. */
    long seenMicros = NOT_YET;

    /** When the group is made larger. */
    long decidedMicros = NOT_YET;

    /** When the first instance launched or started against it runs, has started its application, and serves. */
    long ranMicros = NOT_YET;

    long startedMicros = NOT_YET;
    long servedMicros = NOT_YET;

    long untilMicros = NOT_YET;

    private Instance first;

    /** Until when a shortage still comes from what began here. */
    private record Beginning(long atMicros, long untilMicros) {}

    private Shortage(Region region, List<Beginning> beginnings) {
        this.region = region;
        this.beginnings = beginnings;
    }

    /** Watches for the shortage after the scenario's rushes and jumps of its traffic. */
    static Shortage of(AutoScalingScenario scenario, Region region) {
        List<Beginning> beginnings = new ArrayList<>();
        long rushMicros = scenario.traffic.rushMicros();
        new Traffic(scenario.traffic).rushes().forEach(at -> beginnings.add(new Beginning(at, at + rushMicros)));
        scenario.jumps.stream()
                .filter(each -> each.value() > 1)
                .forEach(each ->
                        beginnings.add(new Beginning(each.atMicros(), each.atMicros() + DrawnDemand.JUMP_MICROS)));
        beginnings.sort(Comparator.comparingLong(Beginning::atMicros));
        return new Shortage(region, beginnings);
    }

    @Override
    public void see(long from, long until, boolean tooFew) {
        if (untilMicros != NOT_YET || next == beginnings.size()) {
            return;
        }
        if (fromMicros == NOT_YET) {
            while (next < beginnings.size() && from >= beginnings.get(next).untilMicros()) {
                next++;
            }
            if (tooFew
                    && next < beginnings.size()
                    && from >= beginnings.get(next).atMicros()) {
                fromMicros = from;
            }
        } else if (tooFew) {
            calmSinceMicros = NOT_YET;
        } else if (calmSinceMicros == NOT_YET) {
            calmSinceMicros = from;
        }
        if (calmSinceMicros != NOT_YET && until - calmSinceMicros >= CALM_MICROS) {
            untilMicros = calmSinceMicros;
        }
    }

    private boolean isOpen() {
        return fromMicros != NOT_YET && untilMicros == NOT_YET;
    }

    /** A datapoint is known, and the alarm that would make the group larger has seen it. */
    void alarm(Optional<Alarm> high) {
        if (isOpen() && seenMicros == NOT_YET && high.isPresent() && high.get().count() > 0) {
            seenMicros = region.nowMicros();
        }
    }

    @Override
    public void grows() {
        if (isOpen() && decidedMicros == NOT_YET) {
            decidedMicros = region.nowMicros();
        }
    }

    @Override
    public void becomes(Instance instance) {
        if (!isOpen() || decidedMicros == NOT_YET) {
            return;
        }
        State state = instance.state();
        long nowMicros = region.nowMicros();
        boolean begins = state == State.REQUESTED || state == State.PENDING || state == State.STOPPED;
        if (first == null && begins && !instance.isPooled()) {
            first = instance;
        } else if (first == instance) {
            ranMicros = ranMicros == NOT_YET && state == State.STARTING ? nowMicros : ranMicros;
            startedMicros = startedMicros == NOT_YET && state == State.CHECKING ? nowMicros : startedMicros;
            servedMicros = servedMicros == NOT_YET && state.serves() ? nowMicros : servedMicros;
        }
    }
}
