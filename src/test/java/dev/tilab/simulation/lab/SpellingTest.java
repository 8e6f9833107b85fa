package dev.tilab.simulation.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpellingTest {

    @ParameterizedTest
    @CsvSource({
        "60s, 60s",
        "1m, 60s",
        "60000ms, 60s",
        "60.0s, 60s",
        "300ms, 300ms",
        "0.3s, 300ms",
        "1.5s, 1.5s",
        "1500ms, 1.5s",
        "2m, 120s",
        "24h, 86400s",
        "14d, 1209600s",
        "0.5d, 43200s",
        "0s, 0s",
        "0ms, 0s",
        "0h, 0s",
        "250us, 0.25ms",
        "12.345678s, 12.345678s",
        "-5s, -5s",
        "0.0000004s, 0s",
        "20 ms, 20ms"
    })
    void everySpellingOfATimeHasOneCanonicalSpelling(String written, String canonical) {
        assertThat(Durations.text(Durations.micros(written).orElseThrow())).isEqualTo(canonical);
    }

    /** Nobody reads 1209600s as two weeks; and no reading may mean another time. */
    @ParameterizedTest
    @CsvSource({
        "14d, 14d",
        "24h, 24h",
        "12h, 12h",
        "36h, 36h",
        "48h, 2d",
        "90m, 5400s",
        "60m, 1h",
        "300s, 300s",
        "20ms, 20ms",
        "0s, 0s"
    })
    void aLongTimeIsSpelledToBeRead(String written, String readable) {
        long micros = Durations.micros(written).orElseThrow();

        assertThat(Durations.readable(micros)).isEqualTo(readable);
        assertThat(Durations.micros(readable)).hasValue(micros);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "60",
                "s",
                "1 minute",
                "1e3s",
                "1,5s",
                "1.s",
                "--1s",
                "99999999999999999999s",
                "999999999999999h",
                "NaNs"
            })
    void whatIsNoTimeIsNotRead(String written) {
        assertThat(Durations.micros(written)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "9.50, 9.5",
        "1, 1",
        "1.0, 1",
        "007, 7",
        "0.0, 0",
        "-0, 0",
        "100, 100",
        "+3, 3",
        ".5, 0.5",
        "2., 2",
        "0.1234567, 0.123457"
    })
    void everySpellingOfANumberHasOneCanonicalSpelling(String written, String canonical) {
        assertThat(Decimals.parse(written).map(Decimals::text)).contains(canonical);
    }

    /** Guards against an exponent that would write a number of a million digits. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "1e999999999",
                "NaN",
                "Infinity",
                "0x10",
                "1_000",
                "1,5",
                "٣",
                "12345678901234567890123456789012345678901"
            })
    void whatIsNoPlainNumberIsNotRead(String written) {
        assertThat(Decimals.parse(written)).isEmpty();
    }

    @Test
    void everyTimeIsReadBackFromItsCanonicalSpelling() {
        Random random = new Random(1);
        for (int i = 0; i < 10_000; i++) {
            long micros = random.nextLong() >> 20 + random.nextInt(44);
            assertThat(Durations.micros(Durations.text(micros))).hasValue(micros);
        }
    }
}
