package dev.tilab.labs.autoscaling;

import static dev.tilab.labs.autoscaling.Runs.LAB;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tilab.labs.RunBytes;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The bytes of a run, once and for all: the same on every JVM, processor and day. An address that somebody shared shows what it
 * showed then. Whoever changes the model on purpose changes these constants, and says so in the commit.
 */
class GoldenRunTest {

    @ParameterizedTest
    @CsvSource({
        "lunch-rush, 8d776a70d1d56cd6c1ec71de8bc0ae8a",
        "night-and-day, 6e37eb3e02205ea0685d6f6c4ad67d03",
        "flash-crowd, 4d4d15e69f9dd2c5c93feafca97ee077",
        "no-cooldown, 335e3b3bef811eb888c5c02a1ce1259c",
        "slow-scale-in, 7f0d2d1a1e1c3a10489270e548240613",
        "before-the-rush, 8d6652c36a9fa651c5a9eee416b565c4",
        "rush-elsewhere, 7158f7fedc002297fd6794c56953f0eb",
        "forecast, 9c68b2898a9f6fd65e1101fe383693c6",
        "no-history, ec8e38fb36e513e40f2e8f97b10f7847",
        "dead-instance, 1c4b91ff578f78534ab5f8ea7aef721c",
        "zone-lost, c624375e39d452df81a256d6eb1a5eeb",
        "warm-pool, 160f21a1779a17241522777de1549533",
        "up-or-out, b98dc3683aa926dd67c8542db16cc0a9",
        "short-grace, ab1c50e6eab89c95de8325f5302caae7",
    })
    void everyPresetGivesTheBytesThatItAlwaysGave(String preset, String digest) {
        AutoScalingScenario scenario = LAB.presets().stream()
                .filter(each -> each.id().equals(preset))
                .map(each -> LAB.scenario(each.values()))
                .findFirst()
                .orElseThrow();

        assertThat(RunBytes.digest(LAB, List.of(scenario))).isEqualTo(digest);
    }

    /** Every policy and every traffic but the wave, disturbed in every way. */
    @ParameterizedTest
    @CsvSource({"ab54dbb2b915e07c4bdfe5e7745d9267"})
    void aHundredScenariosOfAllKindsGiveTheBytesThatTheyAlwaysGave(String digest) {
        List<AutoScalingScenario> scenarios =
                Stream.iterate(0L, seed -> seed + 1).limit(104).map(Runs::any).toList();

        assertThat(RunBytes.digest(LAB, scenarios)).isEqualTo(digest);
    }
}
