package dev.tilab.labs.failover;

import dev.tilab.labs.failover.FailoverSummary.LaneSummary;
import dev.tilab.simulation.lab.Preset;
import dev.tilab.simulation.timeline.Column;
import dev.tilab.simulation.timeline.Table;
import dev.tilab.simulation.timeline.Timeline;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.StringJoiner;

/** What the tests of this lab share: scenarios in one line, tables by name, and scenarios nobody thought of. */
final class Runs {

    static final FailoverLab LAB = new FailoverLab();

    static final List<String> FAULTS = List.of(
            "30s:crash:instance-1",
            "30s:fail-host:instance-1",
            "30s:fail-storage:instance-1",
            "30s:fail-zone:az-a",
            "30s:cut-zone:az-a",
            "30s:reboot:database",
            "30s:reboot-with-failover:database",
            "30s:delete-wrong:database",
            "10s:long-transaction:database:60,30s:crash:instance-1",
            "10s:keep-address:client-1,30s:fail-zone:az-a",
            "30s:fail-zone:az-a,90s:repair-zone:az-a",
            "30s:cut-zone:az-a,35s:repair-zone:az-a",
            "30s:fail-zone:az-a,45s:crash:instance-2",
            "30s:fail-storage:instance-1,60s:restore:database",
            "30s:fail-zone:az-b",
            "30s:cut-zone:az-b,60s:repair-zone:az-b,120s:fail-zone:az-a");

    private Runs() {}

    /** A scenario from {@code "topologies=single-az seed=1"}; what is not named has its default. */
    static FailoverScenario scenario(String values) {
        Map<String, String> given = new HashMap<>();
        for (String value : values.split(" ")) {
            given.put(value.substring(0, value.indexOf('=')), value.substring(value.indexOf('=') + 1));
        }
        return LAB.scenario(given);
    }

    /** The only lane of a run. */
    static LaneSummary lane(String values) {
        return LAB.summary(scenario(values)).lanes().get(0);
    }

    static FailoverScenario preset(String id, long seed) {
        Preset preset = LAB.presets().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
        Map<String, String> values = new HashMap<>(preset.values());
        values.put("seed", Long.toString(seed));
        return LAB.scenario(values);
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

    /** Whether a note with this word stands in the decision log of the first lane. */
    static boolean says(Timeline timeline, String note) {
        Table notes = table(timeline, "notes");
        int word = timeline.dictionaries().get("note").indexOf(note);
        for (int row = 0; row < notes.rows(); row++) {
            if (column(notes, "lane")[row] == 0 && column(notes, "note")[row] == word) {
                return true;
            }
        }
        return false;
    }

    /** Any scenario of some hundred requests and up to ten interventions. */
    static FailoverScenario any(long seed) {
        Random random = new Random(seed);
        Map<String, String> values = new HashMap<>();
        values.put("duration", "240s");
        values.put("writeRate", oneOf(random, "1", "3", "10"));
        values.put("readRate", oneOf(random, "0", "2"));
        values.put("clients", oneOf(random, "1", "5", "12"));
        values.put("clientZones", oneOf(random, "outside", "az-a", "az-a-and-az-b"));
        values.put("poolSize", oneOf(random, "1", "3"));
        values.put("poolRenewal", oneOf(random, "all", "one-by-one"));
        values.put("requestTimeout", oneOf(random, "500ms", "3s", "20s"));
        values.put("clientDnsCache", oneOf(random, "0s", "30s", "24h"));
        values.put("azLatency", oneOf(random, "0s", "0.75ms", "50ms"));
        values.put("replicationLag", oneOf(random, "0s", "800ms", "10s"));
        values.put("replicaZone", oneOf(random, "az-a", "az-b"));
        values.put("seed", Long.toString(random.nextLong() >>> 11));
        StringJoiner at = new StringJoiner(",");
        for (int count = random.nextInt(10); count > 0; count--) {
            at.add(random.nextInt(240_000) + "ms:" + anyAction(random));
        }
        values.put("at", at.toString());
        return LAB.scenario(values);
    }

    /** The same behind a load balancer. */
    static FailoverScenario anyBalanced(long seed) {
        Random random = new Random(~seed);
        Map<String, String> values = new HashMap<>(any(seed).values());
        values.put("clientZones", oneOf(random, "az-a", "az-a-and-az-b"));
        values.put("balancerNodes", oneOf(random, "az-a", "az-a-and-az-b"));
        values.put("crossZone", oneOf(random, "on", "off"));
        values.put("users", oneOf(random, "1", "40", "1000"));
        values.put("healthCheckInterval", oneOf(random, "5s", "30s"));
        values.put("unhealthyThreshold", oneOf(random, "2", "5"));
        values.put("healthCheckTimeout", oneOf(random, "2s", "5s", "40s"));
        values.put("nodeDetection", oneOf(random, "0s", "30s"));
        values.put("balancerDnsTtl", oneOf(random, "1s", "60s", "1h"));
        values.put("healthCheck", oneOf(random, "shallow", "deep"));
        return LAB.scenario(values);
    }

    private static String anyAction(Random random) {
        String zone = ":" + oneOf(random, "az-a", "az-a", "az-b", "az-c");
        String instance = ":instance-" + (1 + random.nextInt(3));
        return switch (random.nextInt(8)) {
            case 0 -> "fail-zone" + zone;
            case 1 -> "cut-zone" + zone;
            case 2, 3 -> "repair-zone" + zone;
            case 4 -> oneOf(random, "crash", "fail-host", "fail-storage") + instance;
            case 5 -> oneOf(random, "repair", "crash") + instance;
            case 6 -> oneOf(random, "reboot", "reboot-with-failover", "delete-wrong", "restore") + ":database";
            default -> oneOf(random, "long-transaction:database:30", "keep-address:client-1");
        };
    }

    private static String oneOf(Random random, String... options) {
        return options[random.nextInt(options.length)];
    }
}
