package dev.tilab.simulation.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DistributionTest {

    private static final int DRAWS = 2_000_000;

    @ParameterizedTest
    @EnumSource
    void everyDistributionHasMeanOneAndTheVariationItNames(Distribution distribution) {
        RandomStream stream = new RandomStreams(5).stream("demand", 0);
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < DRAWS; i++) {
            double x = distribution.draw(stream);
            sum += x;
            squares += x * x;
        }
        double mean = sum / DRAWS;
        double deviation = Math.sqrt(distribution.squaredVariation() / DRAWS);

        assertThat(mean).isCloseTo(1, within(4 * deviation + 1e-12));
        assertThat(squares / DRAWS / (mean * mean) - 1).isCloseTo(distribution.squaredVariation(), within(0.06));
    }

    /** Percentage points from the tables of every textbook; guards against a wrong branch for the tails. */
    @ParameterizedTest
    @CsvSource({
        "0.5, 0",
        "0.841344746, 1",
        "0.975, 1.959963985",
        "0.0013498980, -3",
        "2.866515719e-7, -5",
        "1e-15, -7.941345326"
    })
    void normalVariablesStayBelowTheirPercentagePoints(double probability, double point) {
        assertThat(Normal.quantile(probability)).isCloseTo(point, within(1e-6));
    }

    @Test
    void normalVariablesHaveMeanZeroAndVarianceOne() {
        RandomStream stream = new RandomStreams(5).stream("noise", 0);
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < DRAWS; i++) {
            double x = Normal.quantile(stream);
            sum += x;
            squares += x * x;
        }

        assertThat(sum / DRAWS).isCloseTo(0, within(4 / Math.sqrt(DRAWS)));
        assertThat(squares / DRAWS).isCloseTo(1, within(4 * Math.sqrt(2.0 / DRAWS)));
    }

    /** Half of them lie below the median, and their logarithms spread as much as was asked for. */
    @ParameterizedTest
    @CsvSource({"1700, 0.42", "1, 2"})
    void lognormalVariablesHaveTheirMedianAndSpread(double median, double spread) {
        RandomStream stream = new RandomStreams(5).stream("disk", 0);
        int below = 0;
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < DRAWS; i++) {
            double x = Normal.lognormalOfTwoDraws(stream, median, spread);
            below += x < median ? 1 : 0;
            double normal = Math.log(x / median) / spread;
            sum += normal;
            squares += normal * normal;
        }

        assertThat(below).isCloseTo(DRAWS / 2, within((int) (2 * Math.sqrt(DRAWS))));
        assertThat(sum / DRAWS).isCloseTo(0, within(4 / Math.sqrt(DRAWS)));
        assertThat(squares / DRAWS).isCloseTo(1, within(4 * Math.sqrt(2.0 / DRAWS)));
    }

    @ParameterizedTest
    @CsvSource({"200, 0.8", "5, 0", "1000, 2", "1, 0.8"})
    void clientsAreDrawnByZipfsLaw(int clients, double skew) {
        AliasTable table = AliasTable.zipf(clients, skew);
        RandomStream stream = new RandomStreams(5).stream("client", 0);
        int[] counts = new int[clients];
        for (int i = 0; i < DRAWS; i++) {
            counts[table.draw(stream)]++;
        }

        double sum = 0;
        for (int rank = 1; rank <= clients; rank++) {
            sum += Math.pow(rank, -skew);
        }
        double chiSquare = 0;
        for (int rank = 1; rank <= clients; rank++) {
            double expected = DRAWS * Math.pow(rank, -skew) / sum;
            chiSquare += (counts[rank - 1] - expected) * (counts[rank - 1] - expected) / expected;
        }
        // A χ² of k degrees has mean k and variance 2k.
        assertThat(chiSquare).isLessThan(clients - 1 + 4 * Math.sqrt(2.0 * clients));
    }

    @Test
    void whatHasNoWeightIsNeverDrawn() {
        AliasTable table = new AliasTable(new double[] {0, 3, 0, 1});
        RandomStream stream = new RandomStreams(5).stream("client", 0);
        int[] counts = new int[4];
        for (int i = 0; i < 400_000; i++) {
            counts[table.draw(stream)]++;
        }

        assertThat(counts[0] + counts[2]).isZero();
        assertThat(counts[3]).isCloseTo(100_000, within(1_200));
    }
}
