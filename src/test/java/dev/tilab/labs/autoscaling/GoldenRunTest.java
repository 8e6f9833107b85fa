package dev.tilab.labs.autoscaling;

import static dev.tilab.labs.autoscaling.Runs.LAB;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tilab.simulation.timeline.Column;
import dev.tilab.simulation.timeline.Table;
import dev.tilab.simulation.timeline.Timeline;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
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
        "lunch-rush, 3fc35b02de26e133a2ef484f938f2c55",
        "night-and-day, fdf1232ae9ab0764c542fe829006bae6",
        "flash-crowd, 1739a8a63712ee2a27345596164f7ce8",
        "no-cooldown, 0080dade8964922f4e1b703e10cd5af0",
        "slow-scale-in, 5870d75786bb43b9b57159b722ed0f9b",
        "before-the-rush, 57922630363e67248aa768ca61bd63e1",
        "rush-elsewhere, 487eb52722c419865dbb60ac6340a43a",
        "forecast, b68887cebde863f837a852d3f93337cc",
        "no-history, 3d1c0332e13e43c67f33128f9d9f8a01",
        "dead-instance, 1c4b91ff578f78534ab5f8ea7aef721c",
        "zone-lost, c624375e39d452df81a256d6eb1a5eeb",
        "warm-pool, b876173a4b076b8dbec84bacd26ed4e2",
        "up-or-out, b98dc3683aa926dd67c8542db16cc0a9",
        "short-grace, ab1c50e6eab89c95de8325f5302caae7",
    })
    void everyPresetGivesTheBytesThatItAlwaysGave(String preset, String digest) throws Exception {
        AutoScalingScenario scenario = LAB.presets().stream()
                .filter(each -> each.id().equals(preset))
                .map(each -> LAB.scenario(each.values()))
                .findFirst()
                .orElseThrow();

        assertThat(digest(List.of(scenario))).isEqualTo(digest);
    }

    /** Every policy and every traffic but the wave, disturbed in every way. */
    @ParameterizedTest
    @CsvSource({"2a03425add2e08efebe096f410b8c5e4"})
    void aHundredScenariosOfAllKindsGiveTheBytesThatTheyAlwaysGave(String digest) throws Exception {
        List<AutoScalingScenario> scenarios = Stream.iterate(0L, seed -> seed + 1).limit(104).map(Runs::any).toList();

        assertThat(digest(scenarios)).isEqualTo(digest);
    }

    private static String digest(List<AutoScalingScenario> scenarios) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        for (AutoScalingScenario scenario : scenarios) {
            Timeline timeline = LAB.timeline(scenario);
            String words = timeline.durationMicros() + " " + timeline.facts() + timeline.dictionaries() + LAB.summary(scenario);
            digest.update(words.getBytes(StandardCharsets.UTF_8));
            for (List<Table> tables : List.of(timeline.shared(), timeline.lanes())) {
                for (Table table : tables) {
                    for (Column column : table.columns()) {
                        digest.update(column.name().getBytes(StandardCharsets.UTF_8));
                        ByteBuffer bytes = ByteBuffer.allocate(8 * column.values().length);
                        bytes.asLongBuffer().put(column.values());
                        digest.update(bytes);
                    }
                }
            }
        }
        return HexFormat.of().formatHex(digest.digest()).substring(0, 32);
    }
}
