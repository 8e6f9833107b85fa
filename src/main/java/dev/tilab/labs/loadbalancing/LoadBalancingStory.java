package dev.tilab.labs.loadbalancing;

import dev.tilab.labs.loadbalancing.LoadBalancingSummary.LaneSummary;
import dev.tilab.simulation.lab.StoryStep;
import dev.tilab.simulation.lab.StoryStep.Drag;
import dev.tilab.simulation.lab.StoryStep.Touch;
import dev.tilab.simulation.lab.Values;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/** The way in: somebody decides, one is slow, its queue grows, another rule, what p95 means, one stops, and who notices. */
final class LoadBalancingStory {

    /** Requests that differ a little in work, as those of one page do; everything else is the lab's default. */
    private static final String SERVICE = "erlang-2";

    private static final String ONE = "round-robin";
    private static final String TWO = "round-robin,least-connections";
    private static final String SLOW = "0s:slow:target-2:3.5";
    private static final String STOPPED = "10s:stop:target-4";

    private static final String WAY = "balancer targets requests";
    private static final String NAMED = WAY + " name";

    static final List<StoryStep> STEPS = List.of(
            StoryStep.of("somebody-decides", values(ONE, "20s", ""), "1s", "13s", 1, WAY),
            StoryStep.of("one-slow", values(ONE, "60s", ""), "4s", "26s", 1.5, WAY)
                    .presses(new Touch("6s", "slow", "target-2", "3.5")),
            StoryStep.of("the-queue", values(ONE, "30s", SLOW), "4s", "30s", 2, WAY)
                    .figure(run -> lane(run, 0).targets().get(1).maxInSystem()),
            StoryStep.of("another-rule", values(TWO, "30s", SLOW), "2s", "30s", 2, NAMED)
                    .asks(
                            "2s",
                            List.of("shorter", "same", "longer"),
                            run -> order(run, lane -> lane.targets().get(1).maxInSystem(), "shorter", "same", "longer"))
                    .figure(run -> lane(run, 0).targets().get(1).maxInSystem())
                    .figure(run -> lane(run, 1).targets().get(1).maxInSystem()),
            StoryStep.of("p95", values(TWO, "30s", SLOW), "2s", "30s", 2, NAMED + " times")
                    .figure(run -> lane(run, 0).responseTimeMs().p50() / 1_000)
                    .figure(run -> lane(run, 0).responseTimeMs().p95() / 1_000)
                    .figure(run -> lane(run, 1).responseTimeMs().p95() / 1_000),
            StoryStep.of("one-stops", values(TWO, "30s", ""), "8s", "30s", 1.5, NAMED + " errors")
                    .presses(new Touch("10s", "stop", "target-4", ""))
                    .asks(
                            "10s",
                            List.of(ONE, "least-connections", "both"),
                            run -> order(run, LaneSummary::failed, ONE, "both", "least-connections"))
                    .figure(run -> lane(run, 0).failed())
                    .figure(run -> lane(run, 1).failed()),
            StoryStep.of("who-notices", values(TWO, "60s", STOPPED), "8s", "60s", 4, NAMED + " sees errors")
                    .presses(new Drag("healthCheckInterval", List.of("5s", "10s", "15s", "20s", "30s")))
                    .figure(run -> lane(run, 0).failed())
                    .figure(run -> lane(run, 1).failed()));

    private LoadBalancingStory() {}

    private static Map<String, String> values(String strategies, String duration, String at) {
        return Values.of("strategies", strategies, "duration", duration, "service", SERVICE, "at", at);
    }

    private static LaneSummary lane(Record run, int index) {
        return ((LoadBalancingSummary) run).lanes().get(index);
    }

    /** What the second lane's figure is, compared with the first's. */
    private static String order(Record run, ToLongFunction<LaneSummary> figure, String less, String same, String more) {
        long first = figure.applyAsLong(lane(run, 0));
        long second = figure.applyAsLong(lane(run, 1));
        return second < first ? less : second == first ? same : more;
    }
}
