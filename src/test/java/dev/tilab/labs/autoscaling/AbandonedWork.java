package dev.tilab.labs.autoscaling;

import dev.tilab.labs.autoscaling.ReplayedRun.Spread;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How many times as many requests fail where instances finish the work of callers who have left, by the model and request by request:
 * {@code java -cp target/classes:target/test-classes dev.tilab.labs.autoscaling.AbandonedWork} prints it once the tests have been
 * compiled.
 */
final class AbandonedWork {

    private AbandonedWork() {}

    private static Map<String, String> cases() {
        Map<String, String> cases = new LinkedHashMap<>();
        for (String policy : List.of("simple", "step", "target-tracking")) {
            cases.put(
                    "flash crowd, " + policy,
                    "traffic=flash-crowd rushAt=1h rushLength=1h duration=4h policies=" + policy);
            cases.put("lunch, " + policy, "desired=4 duration=15h policies=" + policy);
        }
        return cases;
    }

    /** @param arguments how many seeds; 5 if none is given */
    public static void main(String[] arguments) {
        int seeds = arguments.length == 0 ? 5 : Integer.parseInt(arguments[0]);
        cases().forEach((name, values) -> {
            for (Spread spread : Spread.values()) {
                RunErrors.Errors dropped = RunErrors.of(values, spread, seeds, 1);
                RunErrors.Errors finished = RunErrors.of("abandoned=finished " + values, spread, seeds, 1);
                System.out.printf(
                        Locale.ROOT,
                        "%-28s %-9s failed %9.0f -> %9.0f  replay x%.2f  model x%.2f  outside %5.0f -> %5.0f s%n",
                        name,
                        spread,
                        dropped.real().failed(),
                        finished.real().failed(),
                        finished.real().failed() / dropped.real().failed(),
                        finished.told().failed() / dropped.told().failed(),
                        dropped.real().outsideSeconds(),
                        finished.real().outsideSeconds());
            }
        });
    }
}
