package dev.tilab.labs.failover;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tilab.labs.failover.FailoverSummary.LostWrites;
import dev.tilab.simulation.lab.Intervention;
import dev.tilab.simulation.lab.Preset;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Where the pages of this lab's situations open. */
class OpeningsTest {

    /** Waiting for longer than this, at the situation's own pace, nobody knows what for. */
    private static final double PATIENCE_SECONDS = 3;

    /** The situation whose question the fault itself answers. */
    private static final String ANSWERED_BY_ITS_FAULT = "asynchronous-loss";

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

        if (preset.id().equals(ANSWERED_BY_ITS_FAULT)) {
            assertThat(happens - preset.opening().toMicros()).isBetween(1L, 200_000L);
        } else {
            assertThat(preset.opening().toMicros()).isGreaterThanOrEqualTo(happens);
        }
        assertThat((happens - preset.opening().fromMicros()) / preset.opening().pace() / 1e6)
                .isLessThanOrEqualTo(PATIENCE_SECONDS);
    }

    /** Guards against the count of writes out of reach above the question who loses any: it waits while only the lag is to be seen. */
    @Test
    void whoLosesWritesIsNotToBeSeenWhereItIsAsked() {
        Preset preset = presets()
                .filter(each -> each.id().equals(ANSWERED_BY_ITS_FAULT))
                .findFirst()
                .orElseThrow();
        double waits = preset.opening().toMicros() / 1e6;

        assertThat(Runs.LAB.summary(Runs.LAB.scenario(preset.values())).lanes())
                .flatExtracting(FailoverSummary.LaneSummary::lostWrites)
                .isNotEmpty()
                .extracting(LostWrites::fromSeconds)
                .allMatch(from -> from > waits);
    }
}
