package dev.tilab.labs.autoscaling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tilab.simulation.lab.Preset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Situations that are offered have something to show. */
class PresetsTest {

    static Stream<Preset> presets() {
        return Runs.LAB.presets().stream();
    }

    /** Guards against two lanes beside each other that differ in nothing that users felt: there is nothing to compare. */
    @ParameterizedTest
    @MethodSource("presets")
    void noTwoLanesFailAlike(Preset preset) {
        List<List<Object>> felt = Runs.LAB.summary(Runs.LAB.scenario(preset.values())).lanes().stream()
                .filter(lane -> lane.failedRequests() > 0)
                .map(lane -> List.<Object>of(lane.failedRequests(), lane.secondsOutsideObjective()))
                .toList();

        assertThat(felt).as(preset.id()).doesNotHaveDuplicates();
    }
}
