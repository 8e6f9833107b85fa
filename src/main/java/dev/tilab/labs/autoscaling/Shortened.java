package dev.tilab.labs.autoscaling;

import dev.tilab.simulation.lab.Values;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What comes of it if one part of the wait takes half as long: the same run again, in which one setting is another. So what is
 * cheapest to shorten is measured and not argued.
 *
 * @param part of the wait
 * @param savedSeconds that the first lane is less outside its objective
 * @param addedUsd that it costs more
 */
record Shortened(String part, double savedSeconds, double addedUsd) {

    /** A price that would be written as $0.00; to save for nothing is not to save without end. */
    private static final double NOTHING_USD = 0.005;

    /** Parts in the order of the wait, each with what halves it, or of three datapoints takes two: parameter → value. */
    private static final Map<String, Map<String, String>> HALVED = new LinkedHashMap<>();

    static {
        HALVED.put("metric", Values.of("metricDelay", "7500ms"));
        HALVED.put("alarm", Values.of("alarmDatapoints", "2"));
        HALVED.put("boot", Values.of("launchTime", "60s"));
        HALVED.put("check", Values.of("healthCheckInterval", "5s"));
    }

    static final List<String> PARTS = List.copyOf(HALVED.keySet());

    /** The first lane of a run once more, with a part of its wait halved. */
    static Shortened of(AutoScalingSummary run, String part) {
        Map<String, String> values = new LinkedHashMap<>(run.scenario());
        AutoScalingSummary.LaneSummary before = run.lanes().get(0);
        values.put("policies", before.policy());
        values.putAll(HALVED.get(part));
        AutoScalingLab lab = new AutoScalingLab();
        AutoScalingSummary.LaneSummary after =
                lab.summary(lab.scenario(values)).lanes().get(0);
        return new Shortened(
                part,
                before.secondsOutsideObjective() - after.secondsOutsideObjective(),
                after.costUsd() - before.costUsd());
    }

    /** The part that saves most for its price. */
    static String cheapest(AutoScalingSummary run) {
        return PARTS.stream()
                .map(part -> of(run, part))
                .max(Comparator.comparingDouble(Shortened::savedForADollar))
                .orElseThrow()
                .part();
    }

    private double savedForADollar() {
        return savedSeconds / Math.max(addedUsd, NOTHING_USD);
    }
}
