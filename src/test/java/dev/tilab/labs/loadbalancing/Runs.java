package dev.tilab.labs.loadbalancing;

import dev.tilab.cloud.balancer.LoadBalancingStrategy;
import dev.tilab.simulation.timeline.Column;
import dev.tilab.simulation.timeline.Table;
import dev.tilab.simulation.timeline.Timeline;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.StringJoiner;
import java.util.stream.LongStream;

/** What the tests of this lab share: scenarios in one line, columns by name, and scenarios nobody thought of. */
final class Runs {

    static final LoadBalancingLab LAB = new LoadBalancingLab();

    private Runs() {}

    /** A scenario from {@code "rate=9.5 seed=1"}; what is not named has its default. */
    static LoadBalancingScenario scenario(String values) {
        Map<String, String> given = new HashMap<>();
        for (String value : values.split(" ")) {
            given.put(value.substring(0, value.indexOf('=')), value.substring(value.indexOf('=') + 1));
        }
        return LAB.scenario(given);
    }

    static LoadBalancingScenario with(LoadBalancingScenario scenario, String id, String value) {
        Map<String, String> values = new HashMap<>(scenario.values());
        values.put(id, value);
        return LAB.scenario(values);
    }

    static Table requests(Timeline timeline) {
        return timeline.shared().get(0);
    }

    static Table marks(Timeline timeline) {
        return timeline.shared().get(1);
    }

    static long[] column(Table table, String name) {
        return table.columns().stream()
                .filter(column -> column.name().equals(name))
                .map(Column::values)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no column " + name));
    }

    /** The words of a column that has a dictionary. */
    static String[] words(Timeline timeline, Table table, String name) {
        return LongStream.of(column(table, name))
                .mapToObj(word -> timeline.dictionaries().get(name).get((int) word))
                .toArray(String[]::new);
    }

    /** Any scenario of some hundred requests: every parameter drawn from its whole useful range. */
    static LoadBalancingScenario any(long seed) {
        Random random = new Random(seed);
        int targets = 1 + random.nextInt(12);
        StringJoiner speeds = new StringJoiner(",");
        for (int target = 0; target < targets; target++) {
            speeds.add(oneOf(random, "1", "1", "0.5", "2", "0.1", "3.25"));
        }
        int durationSeconds = 5 + random.nextInt(200);
        Map<String, String> values = new HashMap<>();
        // of a chance of their own: one strategy more leaves everything else as it is
        values.put("strategies", anyStrategies(new Random(~seed)));
        values.put("rate", Double.toString(Math.round(10.0 * (100 + random.nextInt(900)) / durationSeconds) / 10.0));
        values.put("duration", durationSeconds + "s");
        values.put("arrivals", oneOf(random, "poisson", "regular"));
        values.put("service", oneOf(random, "exponential", "deterministic", "erlang-2", "hyperexponential"));
        values.put("serviceMean", (1 + random.nextInt(3000)) + "ms");
        values.put("targets", speeds.toString());
        values.put("clients", Integer.toString(1 + random.nextInt(300)));
        values.put("skew", oneOf(random, "0", "0.8", "1.25", "2"));
        values.put("latency", oneOf(random, "0ms", "0ms", "1ms", "0.12s", "1s"));
        values.put("queueLimit", oneOf(random, "0", "1", "5", "10000"));
        values.put("healthCheckInterval", oneOf(random, "5s", "7.5s", "30s"));
        values.put("unhealthyThreshold", oneOf(random, "2", "3"));
        values.put("healthyThreshold", oneOf(random, "2", "5"));
        values.put("seed", Long.toString(random.nextLong() >>> 11));
        StringJoiner at = new StringJoiner(",");
        for (int count = random.nextInt(12); count > 0; count--) {
            at.add(anyIntervention(random, durationSeconds, targets));
        }
        values.put("at", at.toString());
        return LAB.scenario(values);
    }

    static String anyIntervention(Random random, int durationSeconds, int targets) {
        String subject = ":target-" + (1 + random.nextInt(targets));
        String action = oneOf(random, "stop", "stop", "start", "slow");
        String value = action.equals("slow") ? oneOf(random, ":1", ":3.5", ":20", ":1.125") : "";
        return random.nextInt(durationSeconds * 1000) + "ms:" + action + subject + value;
    }

    private static String anyStrategies(Random random) {
        StringJoiner strategies = new StringJoiner(",");
        List<String> all = LoadBalancingStrategy.ids();
        int first = random.nextInt(all.size());
        int count = 1 + random.nextInt(4);
        for (int each = 0; each < count; each++) {
            strategies.add(all.get((first + each) % all.size()));
        }
        return strategies.toString();
    }

    private static String oneOf(Random random, String... options) {
        return options[random.nextInt(options.length)];
    }
}
