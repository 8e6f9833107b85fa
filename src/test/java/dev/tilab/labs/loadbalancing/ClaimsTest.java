package dev.tilab.labs.loadbalancing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tilab.simulation.lab.Claim;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the page claims, whatever the seed. */
class ClaimsTest {

    private static final int SEEDS = 20;

    static Stream<Claim> claims() {
        return Runs.LAB.claims().stream();
    }

    @ParameterizedTest
    @MethodSource("claims")
    void aClaimHoldsWhateverTheSeed(Claim claim) {
        assertThat(claim.options()).contains(claim.holds()).doesNotHaveDuplicates();
        Map<String, String> situation = Runs.LAB.presets().stream()
                .filter(preset -> preset.id().equals(claim.preset()))
                .findFirst()
                .orElseThrow()
                .values();
        for (int seed = 1; seed <= SEEDS; seed++) {
            Map<String, String> values = new HashMap<>(situation);
            values.put("seed", Integer.toString(seed));
            assertThat(claim.answer().apply(Runs.LAB.summary(Runs.LAB.scenario(values))))
                    .as("%s, seed %d", claim.id(), seed)
                    .isEqualTo(claim.holds());
        }
    }

    /** A situation without a question teaches who looks by chance: each of them begins with a guess. */
    @ParameterizedTest
    @MethodSource("claims")
    void everySituationHasItsQuestion(Claim claim) {
        assertThat(Runs.LAB.presets()).extracting("id").contains(claim.preset());
        assertThat(Runs.LAB.claims())
                .extracting(Claim::preset)
                .containsAll(
                        Runs.LAB.presets().stream().map(preset -> preset.id()).toList());
    }
}
