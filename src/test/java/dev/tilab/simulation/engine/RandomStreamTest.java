package dev.tilab.simulation.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RandomStreamTest {

    /** Guards against a slip in the shifts and rotations, which would still look random. */
    @Test
    void givesTheReferenceNumbersOfXoshiro256PlusPlus() {
        RandomStream stream = new RandomStream(1, 2, 3, 4);

        assertThat(LongStream.generate(stream::nextLong).limit(10).toArray())
                .containsExactly(
                        41943041L,
                        58720359L,
                        3588806011781223L,
                        3591011842654386L,
                        Long.parseUnsignedLong("9228616714210784205"),
                        Long.parseUnsignedLong("9973669472204895162"),
                        Long.parseUnsignedLong("14011001112246962877"),
                        Long.parseUnsignedLong("12406186145184390807"),
                        Long.parseUnsignedLong("15849039046786891736"),
                        Long.parseUnsignedLong("10450023813501588000"));
    }

    /** The JDK's SplittableRandom is SplitMix64: a second implementation by other hands. */
    @ParameterizedTest
    @ValueSource(longs = {0, 1, 1234567, -1, Long.MIN_VALUE})
    void mixesAsSplitMix64Does(long seed) {
        SplittableRandom reference = new SplittableRandom(seed);

        for (int step = 1; step <= 5; step++) {
            assertThat(RandomStreams.mix(seed + step * 0x9E3779B97F4A7C15L)).isEqualTo(reference.nextLong());
        }
    }

    @Test
    void theSameNameGivesTheSameNumbersAndAnotherNameIndexOrSeedGivesOthers() {
        long[] first = numbers(42, "arrival", 0);

        assertThat(numbers(42, "arrival", 0)).isEqualTo(first);
        assertThat(numbers(43, "arrival", 0)).doesNotContain(first);
        assertThat(numbers(42, "demand", 0)).doesNotContain(first);
        assertThat(numbers(42, "arrival", 1)).doesNotContain(first);
    }

    /** Guards against streams that are shifted copies of each other: their numbers would rise and fall together. */
    @Test
    void streamsOfOneRunAreUncorrelated() {
        int n = 100_000;
        RandomStream one = new RandomStreams(7).stream("health-check", 0);
        RandomStream other = new RandomStreams(7).stream("health-check", 1);

        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += (one.nextDouble() - 0.5) * (other.nextDouble() - 0.5);
        }

        assertThat(sum / n * 12).isCloseTo(0, within(4 / Math.sqrt(n)));
    }

    @Test
    void exponentialNumbersHaveTheMomentsOfTheExponentialDistribution() {
        int n = 4_000_000;
        double[] draws = exponentials(n);

        assertThat(DoubleStream.of(draws).average().orElseThrow()).isCloseTo(1, within(4 / Math.sqrt(n)));
        double secondMoment = DoubleStream.of(draws).map(x -> x * x).average().orElseThrow();
        assertThat(secondMoment).isCloseTo(2, within(4 * Math.sqrt(20.0 / n)));
    }

    /** Guards against a wrong table: a layer too wide or a tail too thin shows at some quantile, not in the mean. */
    @ParameterizedTest
    @ValueSource(doubles = {0.001, 0.05, 0.2, 0.5, 1, 2, 4, 6, 7.5, 7.8, 9, 11})
    void exponentialNumbersExceedEachPointAsOftenAsTheyShould(double point) {
        int n = 4_000_000;
        double expected = StrictMath.exp(-point);

        double share = DoubleStream.of(exponentials(n)).filter(x -> x > point).count() / (double) n;

        assertThat(share).isCloseTo(expected, within(4 * Math.sqrt(expected * (1 - expected) / n)));
    }

    @Test
    void wholeNumbersBelowABoundComeEquallyOften() {
        RandomStream stream = new RandomStreams(3).stream("strategy-random", 0);
        int[] counts = new int[7];

        for (int i = 0; i < 700_000; i++) {
            counts[stream.nextInt(7)]++;
        }

        assertThat(Arrays.stream(counts).boxed())
                .allSatisfy(count -> assertThat((double) count).isCloseTo(100_000, within(4 * Math.sqrt(100_000))));
    }

    private static long[] numbers(long seed, String purpose, long index) {
        RandomStream stream = new RandomStreams(seed).stream(purpose, index);
        return LongStream.generate(stream::nextLong).limit(20).toArray();
    }

    private static double[] exponentials(int n) {
        RandomStream stream = new RandomStreams(11).stream("demand", 0);
        return DoubleStream.generate(stream::nextExponential).limit(n).toArray();
    }
}
