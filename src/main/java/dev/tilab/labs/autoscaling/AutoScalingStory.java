package dev.tilab.labs.autoscaling;

import dev.tilab.labs.autoscaling.AutoScalingSummary.EnoughCapacity;
import dev.tilab.labs.autoscaling.AutoScalingSummary.LaneSummary;
import dev.tilab.simulation.lab.StoryStep;
import dev.tilab.simulation.lab.StoryStep.Drag;
import dev.tilab.simulation.lab.Values;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The way in: a day and a fixed fleet, its number, a rule, what the wait is made of, a reserve, a clock, and what it costs. */
final class AutoScalingStory {

    private static final String FLEET = "paper fleet now";
    private static final String WATCHED = FLEET + " metric activities";

    private static final int A_DAY = 6_000;
    private static final int A_LUNCH = 300;
    private static final int A_WAIT = 120;

    static final List<StoryStep> STEPS = List.of(
            StoryStep.of("a-day", values("fixed", "desired", "12"), "0s", "24h", A_DAY, FLEET)
                    .figure(run -> lane(run, 0).costUsd()),
            StoryStep.of("how-many", values("fixed", "desired", "12"), "10h", "13h", 900, FLEET + " numbers")
                    .presses(new Drag("desired", List.of("6", "8", "10", "12", "14")))
                    .figure(run -> lane(run, 0).costUsd())
                    .figure(run -> lane(run, 0).failedRequests()),
            StoryStep.of("a-rule", values("simple", "desired", "4"), "11.75h", "13h", A_LUNCH, WATCHED)
                    .figure(run -> lane(run, 0).peakInstances()),
            StoryStep.of(
                            // until what was launched first is about to serve
                            "what-the-wait-is-made-of",
                            values("simple", "desired", "4"),
                            "11.95h",
                            "43752s",
                            60,
                            WATCHED + " alarms wait near")
                    .figure(wait(EnoughCapacity::metric))
                    .figure(wait(EnoughCapacity::alarm))
                    .figure(run -> boot(lane(run, 0).secondsToEnoughCapacity()))
                    .figure(wait(EnoughCapacity::healthCheck)),
            StoryStep.of(
                            "cheapest-to-shorten",
                            values("simple,target-tracking", "desired", "4", "target", "60"),
                            "12.03h",
                            "12.5h",
                            A_WAIT,
                            WATCHED + " wait near name numbers")
                    .asks("43752s", Shortened.PARTS, run -> Shortened.cheapest((AutoScalingSummary) run))
                    .presses(new Drag("target", List.of("40", "50", "60", "70", "80")))
                    .figure(shortened("boot", Shortened::savedSeconds))
                    .figure(shortened("boot", Shortened::addedUsd))
                    .figure(shortened("alarm", Shortened::savedSeconds))
                    .figure(shortened("alarm", Shortened::addedUsd))
                    .figure(run -> lane(run, 1).secondsOutsideObjective())
                    .figure(run -> lane(run, 1).costUsd()),
            StoryStep.of(
                            "by-the-clock",
                            values(
                                    "scheduled",
                                    "desired",
                                    "6",
                                    "schedule",
                                    AutoScalingPresets.SCHEDULE,
                                    "rushAt",
                                    "12h"),
                            "11h",
                            "16h",
                            1_200,
                            FLEET + " activities numbers")
                    .presses(new Drag("rushAt", List.of("12h", "13h", "14h", "15h")))
                    .figure(run -> lane(run, 0).failedRequests()),
            StoryStep.of(
                            "your-letter",
                            values("fixed,simple,target-tracking", "desired", "12", "target", "60"),
                            "11.5h",
                            "24h",
                            A_DAY,
                            FLEET + " name numbers plane")
                    .presses(new Drag("target", List.of("40", "50", "60", "70", "80")))
                    .figure(run -> lane(run, 2).costUsd())
                    .figure(run -> lane(run, 2).secondsOutsideObjective() / 60));

    private AutoScalingStory() {}

    private static Map<String, String> values(String policies, String... more) {
        Map<String, String> values = new LinkedHashMap<>(Values.of(more));
        values.put("policies", policies);
        return values;
    }

    private static LaneSummary lane(Record run, int index) {
        return ((AutoScalingSummary) run).lanes().get(index);
    }

    private static Function<Record, Number> wait(Function<EnoughCapacity, Double> part) {
        return run -> part.apply(lane(run, 0).secondsToEnoughCapacity());
    }

    private static double boot(EnoughCapacity wait) {
        return wait.boot() + wait.application();
    }

    private static Function<Record, Number> shortened(String part, Function<Shortened, Double> figure) {
        return run -> Math.max(0, figure.apply(Shortened.of((AutoScalingSummary) run, part)));
    }
}
