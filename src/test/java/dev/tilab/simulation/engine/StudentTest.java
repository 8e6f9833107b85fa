package dev.tilab.simulation.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StudentTest {

    /** The printed tables. Guards against the normal quantile, which makes intervals of twenty observations 7 % too narrow. */
    @ParameterizedTest
    @CsvSource({"4, 2.7764", "9, 2.2622", "19, 2.0930", "29, 2.0452", "99, 1.9842"})
    void theQuantileIsTheOneOfTheTables(int freedom, double quantile) {
        assertThat(Student.quantile(freedom)).isCloseTo(quantile, within(0.001));
    }

    @Test
    void theIntervalIsTheMeanAndItsErrorTimesTheQuantile() {
        Student interval = Student.of(List.of(1.0, 2.0, 3.0, 4.0, 5.0));

        assertThat(interval.mean()).isEqualTo(3);
        assertThat(interval.half()).isCloseTo(2.7764 * Math.sqrt(2.5 / 5), within(0.001));
        assertThat(interval.liesBelowZero()).isFalse();
        assertThat(new Student(-2, 1.9).liesBelowZero()).isTrue();
        assertThat(new Student(-2, 2.1).liesBelowZero()).isFalse();
    }
}
