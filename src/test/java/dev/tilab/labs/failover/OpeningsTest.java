package dev.tilab.labs.failover;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tilab.simulation.lab.Intervention;
import dev.tilab.simulation.lab.Preset;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Where the pages of this lab's situations open. */
class OpeningsTest {

    /** Waiting for longer than this, at the situation's own pace, nobody knows what for. */
    private static final double PATIENCE_SECONDS = 3;

    static Stream<Preset> presets() {
        return Runs.LAB.presets().stream();
    }

    /** Guards against a picture, moving or not, in which nothing is wrong yet, and against half a minute until something is. */
    @ParameterizedTest
    @MethodSource("presets")
    void aPageComesSoonToWhatHappensAndWaitsWhenItHas(Preset preset) {
        long happens = Runs.LAB.scenario(preset.values()).interventions.stream()
                .mapToLong(Intervention::atMicros)
                .filter(at -> at >= preset.opening().fromMicros())
                .min()
                .orElseThrow();

        assertThat(preset.opening().toMicros()).isGreaterThanOrEqualTo(happens);
        assertThat((happens - preset.opening().fromMicros()) / preset.opening().pace() / 1e6)
                .isLessThanOrEqualTo(PATIENCE_SECONDS);
    }
}
