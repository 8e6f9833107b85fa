package dev.tilab.labs.autoscaling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tilab.simulation.lab.Claim;
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
        assertThat(claim.options())
                .contains(claim.holds())
                .doesNotHaveDuplicates()
                .hasSizeGreaterThan(1);
        for (int seed = 0; seed < SEEDS; seed++) {
            AutoScalingSummary summary = Runs.LAB.summary(Runs.preset(claim.preset(), seed));
            assertNobodyBeatsTheClairvoyant(summary);
            assertThat(claim.answer().apply(summary))
                    .as("%s, seed %d", claim.id(), seed)
                    .isEqualTo(claim.holds());
        }
    }

    /** Guards against a bound that is none: who keeps the objective without knowing the traffic pays more. */
    private static void assertNobodyBeatsTheClairvoyant(AutoScalingSummary summary) {
        assertThat(summary.lanes())
                .filteredOn(lane -> lane.secondsOutsideObjective() == 0)
                .allMatch(
                        lane -> lane.costUsd() >= summary.bounds().clairvoyant().costUsd());
    }
}
