package dev.tilab.labs.autoscaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The queue's closed forms and the table made of them, against sums over its states. */
class ResponseModelTest {

    private static final double[] LOADS = {
        0, 1e-9, 0.01, 0.3, 0.5, 0.8, 0.9, 0.98, 0.999, 0.99999, 1, 1.00001, 1.001, 1.02, 1.2, 2, 10, 1e6
    };

    /** Probabilities of the states 0 … room, from their balance alone. */
    private static double[] states(double load, int room) {
        double[] states = new double[room + 1];
        double sum = 0;
        for (int number = 0; number <= room; number++) {
            // scaled so that the largest is 1
            states[number] = load > 1 ? Math.pow(load, number - room) : Math.pow(load, number);
            sum += states[number];
        }
        for (int number = 0; number <= room; number++) {
            states[number] /= sum;
        }
        return states;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 101, 1000})
    void closedFormsAgreeWithTheStates(int room) {
        for (double load : LOADS) {
            double[] states = states(load, room);
            double number = 0;
            for (int each = 0; each <= room; each++) {
                number += each * states[each];
            }
            assertThat(MM1K.blocked(load, room)).as("load %s", load).isCloseTo(states[room], within(1e-6));
            assertThat(MM1K.number(load, room)).as("load %s", load).isCloseTo(number, within(1e-6 * room));
        }
    }

    @ParameterizedTest
    @CsvSource({"0.8, 4, 0.1218", "1.2, 10, 0.1926"})
    void theShareThatFindsNoRoomIsThatOfTheTextbook(double load, int room, double blocked) {
        assertThat(MM1K.blocked(load, room)).isCloseTo(blocked, within(5e-5));
    }

    /** With all the room in the world it is M/M/1: mean 1 ÷ (1 − ρ), percentile ln(100) ÷ (1 − ρ). */
    @ParameterizedTest
    @CsvSource({"0.5, 2.0000, 9.2103", "0.8, 5.0000, 23.0259", "0.9, 10.0000, 46.0517"})
    void withMuchRoomItIsAnMM1Queue(double load, double mean, double p99) {
        ResponseModel model = ResponseModel.of(1000, 1_000_000);
        double number = model.number(load * 1000);

        assertThat(model.meanMicros(number)).isCloseTo(mean * 1000, within(0.0005 * mean * 1000));
        assertThat(model.p99Micros(number)).isCloseTo(p99 * 1000, within(0.0005 * p99 * 1000));
        assertThat(model.failing(number)).isLessThan(1e-9);
    }

    /** Adds up the phases one by one: whoever finds n others leaves with the (n + 1)th completion. */
    private static double longer(double load, int room, double time) {
        double[] states = states(load, room);
        double longer = 0;
        for (int number = 0; number < room; number++) {
            double atMost = 0;
            double logFactorial = 0;
            for (int count = 0; count <= number; count++) {
                logFactorial += count == 0 ? 0 : Math.log(count);
                atMost += Math.exp(count * Math.log(time) - time - logFactorial);
            }
            longer += states[number] / (1 - states[room]) * atMost;
        }
        return longer;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 101})
    void theDistributionIsTheMixtureOfItsPhases(int room) {
        for (double load : new double[] {0.01, 0.5, 0.9, 0.99, 1, 1.2, 10}) {
            double[] found = MM1K.found(load, room);
            for (double time : new double[] {0.01, 0.5, 1, 4, 20, 90, 150}) {
                assertThat(MM1K.longer(found, time))
                        .as("load %s, time %s", load, time)
                        .isCloseTo(longer(load, room, time), within(1e-9));
            }
            double p99 = MM1K.percentile(found, 0.99);
            assertThat(longer(load, room, p99)).as("load %s", load).isCloseTo(0.01, within(1e-7));
        }
    }

    /** Little's law for what is admitted, and the table: between its nodes too. */
    @ParameterizedTest
    @CsvSource({"100, 1000000", "100, 10000", "50, 500000", "3, 1000000", "2000, 400000"})
    void theTableSaysWhatTheFormsSay(double servicePerSecond, long timeoutMicros) {
        ResponseModel model = ResponseModel.of(servicePerSecond, timeoutMicros);
        for (double load = 0.013; load < 3; load += 0.0371) {
            double arrivals = load * servicePerSecond;
            double number = model.number(arrivals);
            double admitted = arrivals * (1 - MM1K.blocked(load, model.room));
            double p99 = MM1K.percentile(MM1K.found(load, model.room), 0.99) * 1e6 / servicePerSecond;

            assertThat(model.meanMicros(number))
                    .as("mean, load %s", load)
                    .isCloseTo(number / admitted * 1e6, within(0.002 * number / admitted * 1e6));
            assertThat(model.p99Micros(number)).as("p99, load %s", load).isCloseTo(p99, within(0.002 * p99));
            assertThat(model.failing(number))
                    .as("failing, load %s", load)
                    .isCloseTo(MM1K.blocked(load, model.room), within(0.001));
        }
    }

    @Test
    void theRoomIsWhatTheTimeOutLeavesAndLimited() {
        assertThat(ResponseModel.of(100, 1_000_000).room).isEqualTo(101);
        assertThat(ResponseModel.of(100, 10_000).room).isEqualTo(2);
        assertThat(ResponseModel.of(10, 10_000).room).isEqualTo(1);
        assertThat(ResponseModel.of(100_000, 60_000_000).room).isEqualTo(1000);
    }

    /** The table of percentiles for queues on their way somewhere, against the search that computes each anew. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 101, 1000})
    void percentilesThatAreLookedUpAreThoseThatAreComputed(int room) {
        LaterThan later = LaterThan.of(room, time -> MM1K.tails(room, time));
        for (double load : new double[] {0.01, 0.5, 0.9, 0.99, 1, 1.2, 10}) {
            double[] found = MM1K.found(load, room);
            double p99 = MM1K.percentile(found, 0.99);
            assertThat(later.time(found, 0.01)).as("load %s", load).isCloseTo(p99, within(0.004 * p99));
        }
    }

    @Test
    void theLargestLoadWithinTheObjectiveIsJustWithin() {
        ResponseModel model = ResponseModel.of(100, 1_000_000);
        double largest = model.largestArrivals(250_000, 0.01);

        assertThat(largest).as("1 − ln(100) ÷ 25").isCloseTo(81.58, within(0.01));
        assertThat(model.p99Micros(model.number(largest))).isCloseTo(250_000, within(500.0));
        assertThat(model.largestArrivals(46_000, 0.01))
                .as("alone it takes 46.05 ms")
                .isLessThan(1e-6);
        assertThat(model.largestArrivals(60_000_000, 0.01))
                .as("limited by what fails")
                .isBetween(99.0, 102.0);
    }

    /** Guards against answering at 2 s whom a time-out of 1 s has sent away. */
    @Test
    void whoeverLeavesIsNotAnswered() {
        ResponseModel model = ResponseModel.of(100, 1_000_000, true);
        double[] full = new double[model.room];
        full[300] = 1;
        double[] even = MM1K.found(1, model.room);

        assertThat(model.room).isEqualTo(1000);
        assertThat(model.leaving(full)).isCloseTo(1, within(1e-9));
        assertThat(model.longer(full, 0)).isCloseTo(0, within(1e-9));
        assertThat(model.longer(even, 0)).isCloseTo(1 - model.leaving(even), within(1e-9));
        assertThat(model.longer(even, 1_200_000)).isLessThan(1e-6);
        assertThat(model.p99Micros(even)).isBetween(950_000.0, 1_010_000.0);
        assertThat(model.meanMicros(even)).isBetween(480_000.0, 520_000.0);
    }

    @Test
    void percentilesOfARunComeFromAllItsRequests() {
        ResponseModel model = ResponseModel.of(100, 1_000_000);
        ResponseModel slow = ResponseModel.of(50, 1_000_000);
        ResponseTimes one = new ResponseTimes();
        one.add(model, model.number(80), 700, 700);
        assertThat(one.percentileMicros(0.99)).isCloseTo(230_259, within(300.0));
        assertThat(one.percentileMicros(0.5)).isCloseTo(34_657, within(50.0));

        // 1 % of all are slower than what 2 % of the half on slow instances take: e^(−x ÷ 40 ms)
        one.add(model, 0, 10_000_000, 10_000_000);
        one.add(slow, 0, 10_000_700, 10_000_700);
        assertThat(one.percentileMicros(0.99)).isBetween(78_240.0 - 800, 78_240.0 + 800);
        assertThat(new ResponseTimes().percentileMicros(0.99)).isEqualTo(-1);
    }
}
