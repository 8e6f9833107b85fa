package dev.tilab.labs.autoscaling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tilab.cloud.compute.Cause;
import dev.tilab.cloud.compute.Policy;
import dev.tilab.cloud.traffic.DrawnDemand;
import dev.tilab.labs.autoscaling.AutoScalingSummary.LaneSummary;
import dev.tilab.simulation.lab.Intervention;
import dev.tilab.simulation.lab.Opening;
import dev.tilab.simulation.lab.Preset;
import dev.tilab.simulation.timeline.Table;
import dev.tilab.simulation.timeline.Timeline;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the pages of this lab's situations open, and that their lanes differ. */
class OpeningsTest {

    /** Waiting for longer than this, at the situation's own pace, nobody knows what for. */
    private static final double PATIENCE_SECONDS = 6;

    static Stream<Preset> presets() {
        return Runs.LAB.presets().stream();
    }

    /** Guards against a picture, moving or not, in which nothing happens. */
    @ParameterizedTest
    @MethodSource("presets")
    void aPageComesSoonToSomethingThatHappens(Preset preset) {
        Opening opening = preset.opening();
        Timeline timeline = Runs.LAB.timeline(Runs.LAB.scenario(preset.values()));

        assertThat((opening.toMicros() - opening.fromMicros()) / opening.pace() / 1e6)
                .isLessThanOrEqualTo(PATIENCE_SECONDS);
        assertThat(Stream.of("marks", "activities", "waits")
                                .map(name -> Runs.table(timeline, name))
                                .anyMatch(table -> beginsWithin(table, opening))
                        || changes(Runs.table(timeline, "demand"), opening))
                .isTrue();
    }

    private static boolean beginsWithin(Table table, Opening opening) {
        long[] at = Runs.column(table, "atMicros");
        return IntStream.range(0, at.length)
                .anyMatch(row -> at[row] >= opening.fromMicros() && at[row] <= opening.toMicros());
    }

    /** Whether demand becomes half as much again, or as much less. */
    private static boolean changes(Table demand, Opening opening) {
        long[] requests = Runs.column(demand, "requests");
        double before = requests[row(opening.fromMicros())];
        double after = requests[row(opening.toMicros())];
        return Math.max(before, after) > 1.5 * Math.min(before, after);
    }

    private static int row(long atMicros) {
        return (int) (atMicros / DrawnDemand.SLOT_MICROS);
    }

    /** Guards against a question whose answer stands on the stage while it is asked: what died is not replaced yet. */
    @ParameterizedTest
    @ValueSource(strings = {"dead-instance", "zone-lost"})
    void theDeadAreNotYetReplaced(String id) {
        Preset preset =
                presets().filter(each -> each.id().equals(id)).findFirst().orElseThrow();
        AutoScalingScenario scenario = Runs.LAB.scenario(preset.values());
        long died = scenario.interventions.stream()
                .mapToLong(Intervention::atMicros)
                .min()
                .orElseThrow();
        Lane lane = Runs.run(scenario, () -> {});

        assertThat(preset.opening().toMicros()).isGreaterThan(died);
        assertThat(lane.group.activities())
                .filteredOn(each -> each.atMicros() > died)
                .allSatisfy(each -> assertThat(each.endMicros())
                        .isGreaterThan(preset.opening().toMicros()));
        assertThat(lane.policy).isEqualTo(Policy.FIXED);
    }

    /** The same where the question is how often the group replaces what it has just launched. */
    @Test
    void nothingThatWasJustLaunchedIsReplacedYet() {
        Opening opening = presets()
                .filter(each -> each.id().equals("short-grace"))
                .findFirst()
                .orElseThrow()
                .opening();

        assertThat(Runs.run(Runs.preset("short-grace", 7), () -> {}).group.activities())
                .filteredOn(each -> each.cause() == Cause.REPLACED_UNHEALTHY)
                .isNotEmpty()
                .allSatisfy(each -> assertThat(each.atMicros()).isGreaterThan(opening.toMicros()));
    }

    /** Guards against two lanes of which one teaches nothing. */
    @ParameterizedTest
    @MethodSource("presets")
    void noTwoLanesHaveTheSameFigures(Preset preset) {
        assertThat(Runs.LAB.summary(Runs.LAB.scenario(preset.values())).lanes().stream()
                        .map(OpeningsTest::figures))
                .doesNotHaveDuplicates();
    }

    private static String figures(LaneSummary lane) {
        return lane.costUsd() + " " + lane.secondsOutsideObjective() + " " + lane.failedRequests();
    }
}
