package dev.tilab.labs.autoscaling;

import dev.tilab.cloud.compute.Cause;
import dev.tilab.cloud.compute.Policy;
import dev.tilab.cloud.compute.Processes;
import dev.tilab.cloud.compute.TerminationPolicy;
import dev.tilab.cloud.traffic.DrawnDemand;
import dev.tilab.labs.autoscaling.AutoScalingSummary.LaneSummary;
import dev.tilab.simulation.lab.Preset;
import dev.tilab.simulation.timeline.Column;
import dev.tilab.simulation.timeline.Table;
import dev.tilab.simulation.timeline.Timeline;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.StringJoiner;
import java.util.stream.IntStream;

/** What the tests of this lab share: scenarios in one line, tables by name, and scenarios nobody thought of. */
final class Runs {

    static final AutoScalingLab LAB = new AutoScalingLab();

    private Runs() {}

    /** A scenario from {@code "policies=fixed seed=1"}; what is not named has its default. */
    static AutoScalingScenario scenario(String values) {
        Map<String, String> given = new HashMap<>();
        for (String value : values.split(" ")) {
            given.put(value.substring(0, value.indexOf('=')), value.substring(value.indexOf('=') + 1));
        }
        return LAB.scenario(given);
    }

    static AutoScalingScenario preset(String id, long seed) {
        Preset preset = LAB.presets().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
        Map<String, String> values = new HashMap<>(preset.values());
        values.put("seed", Long.toString(seed));
        return LAB.scenario(values);
    }

    /** The figures of the only lane. */
    static LaneSummary lane(String values) {
        return LAB.summary(scenario(values)).lanes().get(0);
    }

    /** The only lane itself, after its run, with everything recorded. */
    static Lane run(String values) {
        return run(scenario(values), () -> {});
    }

    /** The first lane of a scenario, watched after every event. */
    static Lane run(AutoScalingScenario scenario, Runnable afterEvent) {
        Lane lane = lane(scenario, scenario.policies.get(0));
        lane.region.afterEvents(afterEvent);
        lane.run();
        return lane;
    }

    static Lane lane(AutoScalingScenario scenario, Policy policy) {
        DrawnDemand demand = scenario.demand();
        return new Lane(scenario, policy, demand, new Capabilities(scenario), new LaneRows(demand.slots(), 1));
    }

    /** The requests of each slot of a scenario. */
    static int[] requests(AutoScalingScenario scenario) {
        DrawnDemand demand = scenario.demand();
        return requests(demand, demand.slots());
    }

    static int[] requests(DrawnDemand demand, int slots) {
        return IntStream.range(0, slots).map(demand::requests).toArray();
    }

    static Table table(Timeline timeline, String name) {
        return timeline.shared().stream()
                .filter(table -> table.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    static long[] column(Table table, String name) {
        return table.columns().stream()
                .filter(column -> column.name().equals(name))
                .map(Column::values)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no column " + name));
    }

    /** The activities of a lane as words: {@code "120s replaced-dead 4→4"}. */
    static List<String> history(Lane lane) {
        return lane.group.activities().stream()
                .map(each ->
                        each.atMicros() / 1_000_000 + "s " + each.cause().id() + " " + each.from() + "→" + each.to())
                .toList();
    }

    static long count(Lane lane, Cause cause) {
        return lane.group.activities().stream()
                .filter(each -> each.cause() == cause)
                .count();
    }

    /** Any scenario of two hours with up to ten interventions, whatever the policy. */
    static AutoScalingScenario any(long seed) {
        Random random = new Random(seed);
        Map<String, String> values = new HashMap<>();
        List<String> policies = Policy.ids();
        values.put("policies", policies.get((int) (seed % policies.size())));
        values.put("duration", oneOf(random, "2h", "95m", "7211s"));
        values.put("traffic", oneOf(random, "spike", "flash-crowd", "ramp", "constant", "curve"));
        values.put("curve", "100,900,50,1500,0,300");
        values.put("baseRate", oneOf(random, "5", "100", "400"));
        values.put("peakRate", oneOf(random, "500", "1500"));
        values.put("rushAt", random.nextInt(6000) + "s");
        values.put("rushLength", oneOf(random, "10m", "40m"));
        values.put("min", oneOf(random, "0", "1", "2"));
        values.put("desired", oneOf(random, "2", "4", "7"));
        values.put("max", oneOf(random, "7", "12"));
        values.put("zones", oneOf(random, "1", "2", "3"));
        values.put("cooldown", oneOf(random, "0s", "60s", "300s"));
        values.put("warmup", oneOf(random, "0s", "60s", "300s"));
        values.put("launchTime", oneOf(random, "10s", "120s", "400s"));
        values.put("healthCheck", oneOf(random, "ec2", "elb"));
        values.put("gracePeriod", oneOf(random, "0s", "60s", "300s"));
        values.put("deregistrationDelay", oneOf(random, "0s", "30s", "300s"));
        values.put("launchHook", oneOf(random, "0s", "0s", "200s"));
        values.put("terminateHook", oneOf(random, "0s", "0s", "100s"));
        values.put("metricPeriod", oneOf(random, "60s", "60s", "300s"));
        values.put("metricDelay", oneOf(random, "0s", "15s", "5m"));
        values.put("alarmDatapoints", oneOf(random, "1", "3"));
        values.put("lowDatapoints", oneOf(random, "2", "15"));
        values.put("terminationPolicy", oneOf(random, TerminationPolicy.ids().toArray(String[]::new)));
        values.put("schedule", "10 * * * * 6; 35 0-23/1 * * MON 2");
        values.put("seed", Long.toString(random.nextLong() >>> 11));
        StringJoiner at = new StringJoiner(",");
        for (int count = random.nextInt(10); count > 0; count--) {
            at.add(random.nextInt(5_700_000) + "ms:" + anyAction(random));
        }
        values.put("at", at.toString());
        return LAB.scenario(values);
    }

    private static String anyAction(Random random) {
        String zone = ":" + oneOf(random, "az-a", "az-a", "az-b", "az-c");
        String process = ":" + oneOf(random, Processes.IDS.toArray(String[]::new));
        return switch (random.nextInt(12)) {
            case 0, 1 -> "stop-instance:group";
            case 2 -> "slow-version:group:" + (1 + random.nextInt(4));
            case 3 -> "good-version:group";
            case 4 -> "traffic:group:" + oneOf(random, "0.1", "2", "5");
            case 5 -> "desired:group:" + (1 + random.nextInt(15));
            case 6 -> "fail-zone" + zone;
            case 7 -> "repair-zone" + zone;
            case 8 -> oneOf(random, "no-capacity", "capacity-back") + zone;
            case 9, 10 -> "resume" + process;
            default -> "suspend" + process;
        };
    }

    private static String oneOf(Random random, String... options) {
        return options[random.nextInt(options.length)];
    }
}
