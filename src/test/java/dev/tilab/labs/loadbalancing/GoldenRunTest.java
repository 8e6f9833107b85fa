package dev.tilab.labs.loadbalancing;

import static dev.tilab.labs.loadbalancing.Runs.LAB;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tilab.labs.RunBytes;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The bytes of a run, once and for all: the same on every JVM, processor and day. An address that somebody shared shows
 * what it showed then. Whoever changes the model on purpose changes these constants, and says so in the commit.
 */
class GoldenRunTest {

    @ParameterizedTest
    @CsvSource({
        "one-slow-one-stopped, f722516d6e4b47d4011b4dc8fb09d680",
        "all-alike, a0f634b36c4b78cd34c511eea77a347c",
        "heavy-clients, 919be5c5f259e9f53ac22c08e83d1710",
        "twelve-targets, b71d4a745357bfe60db13d35be3d1600",
    })
    void everyPresetGivesTheBytesThatItAlwaysGave(String preset, String digest) {
        LoadBalancingScenario scenario = LAB.presets().stream()
                .filter(each -> each.id().equals(preset))
                .map(each -> LAB.scenario(each.values()))
                .findFirst()
                .orElseThrow();

        assertThat(RunBytes.digest(LAB, List.of(scenario))).isEqualTo(digest);
    }

    /** Every distribution, every strategy, disturbed in every way. */
    @ParameterizedTest
    @CsvSource({"4b1d530dc6e0ab94b2df91550bc11d16"})
    void twoHundredScenariosOfAllKindsGiveTheBytesThatTheyAlwaysGave(String digest) {
        List<LoadBalancingScenario> scenarios =
                Stream.iterate(0L, seed -> seed + 1).limit(200).map(Runs::any).toList();

        assertThat(RunBytes.digest(LAB, scenarios)).isEqualTo(digest);
    }
}
