package dev.tilab.simulation.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PercentilesTest {

    @Test
    void nothingRecordedHasNoFigures() {
        Percentiles percentiles = new Percentiles(1_000_000);

        assertThat(percentiles.meanMillis()).isNull();
        assertThat(percentiles.millis(50)).isNull();
        assertThat(percentiles.maxMillis()).isNull();
    }

    /** Guards against percentiles above the maximum, which a histogram's upper bounds would give. */
    @Test
    void allFiguresOfASingleTimeAreThatTime() {
        Percentiles percentiles = new Percentiles(60_000_000);
        percentiles.record(12_345_678);

        assertThat(List.of(percentiles.meanMillis(), percentiles.millis(50), percentiles.millis(99)))
                .containsOnly(12_345.678);
        assertThat(percentiles.maxMillis()).isEqualTo(12_345.678);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 50, 95, 99, 99.9, 100})
    void aPercentileIsTheNearestRankOfTheSortedTimes(double percent) {
        Random random = new Random(1);
        Percentiles percentiles = new Percentiles(100_000_000);
        long[] times = new long[10_000];
        for (int i = 0; i < times.length; i++) {
            times[i] = (long) (1_000 * Math.exp(11 * random.nextDouble()));
            percentiles.record(times[i]);
        }
        Arrays.sort(times);
        double exact = times[(int) Math.ceil(percent * times.length / 100 - 1e-9) - 1] / 1000.0;

        assertThat(percentiles.millis(percent)).isBetween(exact, exact * 1.001);
        assertThat(percentiles.meanMillis())
                .isCloseTo(Arrays.stream(times).average().orElseThrow() / 1000, within(0.001));
    }

    @Test
    void aColumnGrowsToWhateverIsAdded() {
        ColumnRecorder recorder = new ColumnRecorder("atMicros", true, 0);
        for (int row = 0; row < 1_000; row++) {
            recorder.add(row * 3L);
        }

        Column column = recorder.column();

        assertThat(column.values()).hasSize(1_000).startsWith(0, 3, 6).endsWith(2_997);
        assertThat(new Table("marks", 1_000, List.of(column)).rows()).isEqualTo(recorder.rows());
        assertThatThrownBy(() -> new Table("marks", 999, List.of(column))).hasMessageContaining("atMicros");
    }
}
