package dev.tilab.labs.autoscaling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tilab.labs.autoscaling.AutoScalingSummary.LaneSummary;
import dev.tilab.simulation.lab.InvalidScenarioException;
import dev.tilab.simulation.lab.Parameter;
import dev.tilab.simulation.timeline.Column;
import dev.tilab.simulation.timeline.Table;
import dev.tilab.simulation.timeline.Timeline;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Every value at an end of its range, in any mixture: still a run, with figures that are numbers. */
class ExtremesTest {

    private static final Set<String> LONG = Set.of("policies", "duration", "curve", "at", "schedule", "zones");

    @Test
    void valuesAtTheEndsOfTheirRangesGiveARun() {
        int runs = 0;
        for (long seed = 0; seed < 400; seed++) {
            Map<String, String> values = mixture(new Random(seed));
            AutoScalingScenario scenario;
            try {
                scenario = Runs.LAB.scenario(values);
            } catch (InvalidScenarioException togetherTheyAreNone) {
                continue;
            }
            runs++;
            AutoScalingSummary summary = Runs.LAB.summary(scenario);
            summary.lanes().forEach(lane -> isSound(lane, scenario));
            Timeline timeline = Runs.LAB.timeline(scenario);
            for (Table table : timeline.lanes()) {
                for (Column column : table.columns()) {
                    for (long value : column.values()) {
                        assertThat(value).as(column.name()).isBetween(0L, Long.MAX_VALUE / 2);
                    }
                }
            }
        }
        assertThat(runs).isGreaterThan(50);
    }

    private static void isSound(LaneSummary lane, AutoScalingScenario scenario) {
        List<Double> figures = new ArrayList<>(
                List.of(lane.secondsOutsideObjective(), lane.instanceHours(), lane.costUsd(), lane.costPerMonthUsd()));
        figures.add(
                lane.responseTimeMs().p50() == null ? 0 : lane.responseTimeMs().p50());
        figures.add(
                lane.responseTimeMs().p99() == null ? 0 : lane.responseTimeMs().p99());
        assertThat(figures).as(scenario.toString()).allMatch(each -> Double.isFinite(each) && each >= 0);
        assertThat(lane.failedRequests()).isBetween(0L, lane.requests());
        assertThat(lane.secondsOutsideObjective()).isLessThanOrEqualTo(scenario.durationMicros() / 1e6);
        if (lane.wastedInstanceHours() != null) {
            assertThat(lane.wastedInstanceHours()).isFinite();
        }
        if (lane.overClairvoyant() != null) {
            assertThat(lane.overClairvoyant()).isFinite();
        }
    }

    private static Map<String, String> mixture(Random random) {
        Map<String, String> values = new HashMap<>();
        for (Parameter parameter : Runs.LAB.parameters()) {
            int which = random.nextInt(3);
            if (!parameter.options().isEmpty()) {
                values.put(
                        parameter.id(),
                        parameter
                                .options()
                                .get(random.nextInt(parameter.options().size())));
            } else if (parameter.min() != null && which > 0 && !LONG.contains(parameter.id())) {
                values.put(parameter.id(), which == 1 ? parameter.min() : parameter.max());
            }
        }
        values.put("duration", random.nextBoolean() ? "10m" : "3601s");
        values.put("rushAt", random.nextBoolean() ? "0s" : "300s");
        values.put("curve", "0,100000,0");
        values.put("zones", Integer.toString(1 + random.nextInt(3)));
        values.put(
                "at",
                "100s:traffic:group:20,101s:traffic:group:20,200s:slow-version:group:20,300s:stop-instance:group");
        return values;
    }
}
