package dev.tilab.labs.failover;

import dev.tilab.labs.failover.FailoverSummary.LaneSummary;
import dev.tilab.simulation.lab.StoryStep;
import dev.tilab.simulation.lab.StoryStep.Touch;
import dev.tilab.simulation.lab.Values;
import java.util.List;
import java.util.Map;

/** The way in: a log, a zone that goes dark, a copy, the steps of a failover, who comes back late, what it costs, what it cannot. */
final class FailoverStory {

    private static final String ALONE = "single-az";
    private static final String STANDBY = "multi-az-instance";
    private static final String DARK = "30s:fail-zone:az-a";

    private static final String WRITES = "clients zones commits requests";
    private static final String NAMED = WRITES + " signpost lines";

    static final List<StoryStep> STEPS = List.of(
            StoryStep.of("a-cell-per-write", values(ALONE, "60s", ""), "2s", "14s", 1, WRITES),
            StoryStep.of("the-zone-goes-dark", values(ALONE, "60s", ""), "8s", "40s", 2, WRITES + " lines outage")
                    .presses(new Touch("10s", "fail-zone", "az-a", ""))
                    .figure(run -> lane(run, 0).failedRequests()),
            StoryStep.of("both-have-it", values(STANDBY, "60s", ""), "11.307s", "11.3095s", 0.0003, WRITES)
                    .figure(run -> lane(run, 0).commitMs().p50()),
            StoryStep.of("one-after-the-other", values(STANDBY, "150s", DARK), "28s", "120s", 6, NAMED)
                    .figure(run -> between(run, "fault", "detected"))
                    .figure(run -> between(run, "detected", "promoted"))
                    .figure(run -> between(run, "promoted", "dns-changed")),
            StoryStep.of("who-is-late", values(STANDBY, "150s", DARK), "108s", "150s", 3, NAMED)
                    .asks("120s", List.of("at-once", "cache", "never"), FailoverStory::whenTheLastIsBack)
                    .figure(run -> at(run, "first-back") - at(run, "fault"))
                    .figure(run -> at(run, "last-back") - at(run, "fault")),
            StoryStep.of(
                            "the-cluster",
                            values("multi-az-instance,multi-az-cluster", "150s", DARK),
                            "28s",
                            "145s",
                            7,
                            NAMED + " name outage")
                    .figure(run -> lane(run, 0).outageSeconds().first())
                    .figure(run -> lane(run, 1).outageSeconds().first())
                    .figure(run -> lane(run, 0).relativePrice())
                    .figure(run -> lane(run, 1).relativePrice()),
            StoryStep.of("the-copy-obeys", values(STANDBY, "60s", ""), "8s", "30s", 1.5, WRITES + " lost")
                    .presses(new Touch("12s", "delete-wrong", "database", ""))
                    .figure(run -> lane(run, 0).acknowledgedWritesLost()));

    private FailoverStory() {}

    private static Map<String, String> values(String topologies, String duration, String at) {
        return Values.of("topologies", topologies, "duration", duration, "at", at);
    }

    private static LaneSummary lane(Record run, int index) {
        return ((FailoverSummary) run).lanes().get(index);
    }

    private static double between(Record run, String from, String to) {
        return at(run, to) - at(run, from);
    }

    /** Instant of the first step with this name in the first lane, in seconds of the run; not a number if it never came. */
    private static double at(Record run, String phase) {
        return lane(run, 0).phases().stream()
                .filter(step -> step.name().equals(phase))
                .mapToDouble(FailoverSummary.PhaseAt::atSeconds)
                .findFirst()
                .orElse(Double.NaN);
    }

    /** The name points to the new machine from one instant on; who asks for it anew is back at once. */
    private static String whenTheLastIsBack(Record run) {
        double late = at(run, "last-back") - at(run, "first-back");
        return Double.isNaN(late) ? "never" : late < 3 ? "at-once" : "cache";
    }
}
