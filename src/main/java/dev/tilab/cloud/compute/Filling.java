package dev.tilab.cloud.compute;

import dev.tilab.cloud.Region;
import dev.tilab.simulation.engine.RandomStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Brings a fleet to its desired capacity; everything that changes the number of instances ends here. */
final class Filling {

    private final Region region;
    private final Fleet fleet;
    private final Capacity capacity;
    private final Processes processes;
    private final WarmPool warmPool;
    private final Lifecycle lifecycle;
    private final Launches launches;
    private final TerminationPolicy termination;
    private final RandomStream chance;

    Filling(
            Region region,
            Fleet fleet,
            Capacity capacity,
            Processes processes,
            Activities activities,
            Lifecycle lifecycle,
            WarmPool warmPool,
            TerminationPolicy termination) {
        this.region = region;
        this.fleet = fleet;
        this.capacity = capacity;
        this.processes = processes;
        this.lifecycle = lifecycle;
        this.warmPool = warmPool;
        this.termination = termination;
        launches = new Launches(region, fleet, activities, lifecycle, warmPool, () -> fill(null));
        chance = region.stream("termination", 0);
        processes.whenResumed(Processes.LAUNCH, () -> fill(null));
        processes.whenResumed(Processes.TERMINATE, () -> fill(null));
    }

    /** Launches what is missing and terminates what is too much. */
    void fill(@Nullable Activity activity) {
        int missing = capacity.desired
                - (int) fleet.instances.stream()
                        .filter(each -> each.counts() && !each.extra)
                        .count();
        if (missing > 0 && processes.runs(Processes.LAUNCH)) {
            launches.launch(missing, activity);
        }
        for (; missing < 0 && processes.runs(Processes.TERMINATE); missing++) {
            lifecycle.terminate(choose(), activity);
        }
        warmPool.fill();
    }

    private Instance choose() {
        List<TerminationPolicy.Candidate> candidates = new ArrayList<>();
        for (Instance each : fleet.instances) {
            if (each.counts() && !each.extra) {
                candidates.add(new TerminationPolicy.Candidate(
                        each.number, each.zone, each.template, each.requestedMicros, each.runningMicros));
            }
        }
        int number = termination.choose(candidates, region.nowMicros(), chance).number();
        return fleet.instances.stream()
                .filter(each -> each.number == number)
                .findFirst()
                .orElseThrow();
    }

    /** Whether instances are missing that no zone could launch, until the next attempt. */
    boolean waitsToRetry() {
        return launches.waitsToRetry();
    }
}
