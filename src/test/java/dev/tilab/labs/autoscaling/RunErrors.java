package dev.tilab.labs.autoscaling;

import dev.tilab.labs.autoscaling.AutoScalingSummary.LaneSummary;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How wrong the figures of a run are, against the same run request by request. The page says what the whole table says; it is printed,
 * over twenty seeds, by {@code java -cp target/classes:target/test-classes dev.tilab.labs.autoscaling.RunErrors} once the tests have
 * been compiled. {@link RunErrorTest} keeps a few of its rows.
 */
final class RunErrors {

    /**
     * Means over the seeds, of the model and of the replay.
     *
     * @param requests of a run
     */
    record Errors(Felt told, Felt real, double requests) {

        double p50Percent() {
            return 100 * (told.p50Millis / real.p50Millis - 1);
        }

        double p99Percent() {
            return 100 * (told.p99Millis / real.p99Millis - 1);
        }

        double failedPercent() {
            return 100 * (told.failed / Math.max(1, real.failed) - 1);
        }

        double outsideSeconds() {
            return told.outsideSeconds - real.outsideSeconds;
        }
    }

    record Felt(double p50Millis, double p99Millis, double failed, double outsideSeconds) {

        private Felt plus(Felt other, double share) {
            return new Felt(
                    p50Millis + share * other.p50Millis,
                    p99Millis + share * other.p99Millis,
                    failed + share * other.failed,
                    outsideSeconds + share * other.outsideSeconds);
        }
    }

    private RunErrors() {}

    /** Of the only lane of a scenario, over seeds from 1 on. */
    static Errors of(String values, ReplayedRun.Spread spread, int seeds, int chances) {
        Felt told = new Felt(0, 0, 0, 0);
        Felt real = told;
        double requests = 0;
        for (int seed = 1; seed <= seeds; seed++) {
            String routing = spread == ReplayedRun.Spread.IN_TURN ? "round-robin" : "random";
            AutoScalingScenario scenario = Runs.scenario(values + " routing=" + routing + " seed=" + seed);
            LaneSummary lane = Runs.LAB.summary(scenario).lanes().get(0);
            ReplayedRun run = ReplayedRun.of(scenario, scenario.policies.get(0), spread, chances);
            told = told.plus(
                    new Felt(
                            lane.responseTimeMs().p50(),
                            lane.responseTimeMs().p99(),
                            lane.failedRequests(),
                            lane.secondsOutsideObjective()),
                    1.0 / seeds);
            real = real.plus(
                    new Felt(run.percentileMillis(0.5), run.percentileMillis(0.99), run.failed(), run.outsideSeconds()),
                    1.0 / seeds);
            requests += (double) lane.requests() / seeds;
        }
        return new Errors(told, real, requests);
    }

    /** Loads that last, steps, peaks and whole days, each with its name. */
    private static Map<String, String> cases() {
        Map<String, String> cases = new LinkedHashMap<>();
        for (int instances : List.of(4, 12)) {
            for (int percent : List.of(50, 80, 90, 95, 100, 120)) {
                String steady = "policies=fixed traffic=constant noise=0 duration=1h desired=" + instances;
                cases.put(instances + " instances at " + percent + " %", steady + " baseRate=" + instances * percent);
            }
        }
        String spike = "policies=fixed traffic=spike desired=4 duration=1h rushAt=15m rushLength=10m";
        cases.put("4 instances, 75, 95, 75 %", spike + " baseRate=300 peakRate=380");
        cases.put("4 instances, 50, 130, 50 %", spike + " baseRate=200 peakRate=520");
        for (String policy : List.of("simple", "step", "target-tracking")) {
            cases.put("spike, " + policy, "traffic=spike rushAt=30m duration=2h policies=" + policy);
            cases.put("flash crowd, " + policy, "traffic=flash-crowd rushAt=30m duration=2h policies=" + policy);
            cases.put("a day, " + policy, "policies=" + policy);
        }
        String finished = "abandoned=finished ";
        for (int percent : List.of(90, 105, 120)) {
            cases.put(
                    "all is finished, " + percent + " %",
                    finished + "policies=fixed traffic=constant noise=0 duration=1h desired=4 baseRate=" + 4 * percent);
        }
        cases.put("finished, 50, 130, 50 %", finished + spike + " baseRate=200 peakRate=520");
        for (String policy : List.of("simple", "step", "target-tracking")) {
            cases.put(
                    "finished, crowd, " + policy,
                    finished + "traffic=flash-crowd rushAt=30m duration=2h policies=" + policy);
            cases.put("finished, lunch, " + policy, finished + "duration=15h policies=" + policy);
        }
        return cases;
    }

    /** @param arguments how many seeds; 20 if none is given */
    public static void main(String[] arguments) {
        int seeds = arguments.length == 0 ? 20 : Integer.parseInt(arguments[0]);
        cases().forEach((name, values) -> {
            for (ReplayedRun.Spread spread : ReplayedRun.Spread.values()) {
                Errors errors = of(
                        values,
                        spread,
                        name.startsWith("a day") || name.contains("lunch") ? Math.max(1, seeds / 5) : seeds,
                        2);
                System.out.printf(
                        Locale.ROOT,
                        "%-28s %-9s p50 %+5.1f %%  p99 %7.1f ms %+5.1f %%  outside %6.0f s %+5.0f  failed %7.4f %% %+6.1f %%%n",
                        name,
                        spread,
                        errors.p50Percent(),
                        errors.real().p99Millis(),
                        errors.p99Percent(),
                        errors.real().outsideSeconds(),
                        errors.outsideSeconds(),
                        100 * errors.real().failed() / errors.requests(),
                        errors.failedPercent());
            }
        });
    }
}
