package dev.tilab.labs.failover;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tilab.labs.failover.FailoverSummary.Outage;
import dev.tilab.simulation.lab.Claim;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
            FailoverSummary summary = Runs.LAB.summary(Runs.preset(claim.preset(), seed));
            assertThat(claim.answer().apply(summary))
                    .as("%s, seed %d", claim.id(), seed)
                    .isEqualTo(claim.holds());
        }
    }

    /** Guards against steps whose sum leaves what the documents say. */
    @ParameterizedTest
    @CsvSource({
        "multi-az-instance, fail-zone:az-a, 60, 120",
        "multi-az-instance, fail-host:instance-1, 60, 120",
        "multi-az-instance, fail-storage:instance-1, 60, 120",
        "multi-az-instance, reboot-with-failover:database, 60, 120",
        "multi-az-cluster, fail-zone:az-a, 5, 35",
        "multi-az-cluster, fail-host:instance-1, 5, 35",
        "multi-az-cluster, crash:instance-1, 5, 35",
        "multi-az-cluster, reboot-with-failover:database, 5, 35"
    })
    void anOutageLiesWhereTheDocumentsSay(String topology, String fault, double min, double max) {
        for (int seed = 100; seed < 100 + SEEDS; seed++) {
            Outage outage = Runs.lane("topologies=" + topology + " at=30s:" + fault + " seed=" + seed)
                    .outageSeconds();
            assertThat(outage.first()).as("seed %d", seed).isBetween(min, max);
            assertThat(outage.last()).isGreaterThanOrEqualTo(outage.first());
        }
    }
}
