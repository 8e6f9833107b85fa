package dev.tilab.labs.autoscaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Queues on their way from one load to another. */
class OccupancyTest {

    private static final ResponseModel MODEL = ResponseModel.of(100, 1_000_000);

    private static Occupancy empty() {
        Occupancy occupancy = new Occupancy();
        occupancy.becomes(MODEL);
        return occupancy;
    }

    private static Occupancy after(double perSecond, double seconds) {
        Occupancy occupancy = empty();
        occupancy.advance(perSecond, 100, seconds);
        return occupancy;
    }

    /** The fluid limit: 50 requests a second too many take a second to fill 50 places, 50 too few a second to empty them. */
    @Test
    void aQueueGrowsAndDrainsNoFasterThanRequestsComeAndGo() {
        Occupancy occupancy = empty();
        for (int tenth = 0; tenth < 10; tenth++) {
            occupancy.advance(150, 100, 0.1);
        }
        assertThat(occupancy.number()).isCloseTo(51, within(2.0));
        occupancy.advance(150, 100, 1000);
        assertThat(occupancy.number()).isCloseTo(MM1K.number(1.5, 101), within(0.1));
        for (int tenth = 0; tenth < 10; tenth++) {
            occupancy.advance(50, 100, 0.1);
        }
        assertThat(occupancy.number()).isCloseTo(49, within(2.0));
    }

    /** Guards against a queue that is at rest under any load below 1 as soon as it begins: near 1 it takes a quarter of a minute. */
    @Test
    void belowALoadOfOneItTakesItsTimeToo() {
        Occupancy occupancy = empty();
        occupancy.advance(80, 100, 1000);
        assertThat(occupancy.number()).isCloseTo(4, within(0.01));

        // 14.68 by the matrix exponential, and 18.43 in the end
        occupancy.advance(95, 100, 5);
        assertThat(occupancy.rested()).isFalse();
        assertThat(occupancy.number()).isBetween(12.0, 16.0);
        for (int slot = 0; slot < 60; slot++) {
            occupancy.advance(95, 100, 5);
        }
        assertThat(occupancy.number()).isCloseTo(MM1K.number(0.95, 101), within(0.1));
    }

    /** What came in, went out, was turned away and is still there adds up, at whatever length of a step. */
    @ParameterizedTest
    @CsvSource({"150, 0.05, 1", "95, 5, 40", "30, 0.05, 100", "1000, 0.005, 1000", "99, 40, 2", "3, 0.01, 2"})
    void nothingIsMadeOrForgotten(double perSecond, double seconds, int room) {
        ResponseModel model = ResponseModel.of(100, (room - 1) * 10_000L);
        Occupancy occupancy = new Occupancy();
        occupancy.becomes(model);
        for (int step = 0; step < 50; step++) {
            double before = occupancy.number();
            // to and fro, and before it forgets, so that it never rests
            double rate = step % 2 == 0 ? perSecond : 100;
            occupancy.advance(rate, 100, seconds);
            assertThat(occupancy.rested()).isFalse();
            double served = 100 * seconds * (1 - occupancy.empty());
            double admitted = rate * seconds * (1 - occupancy.turnedAway());
            assertThat(occupancy.number() - before)
                    .as("room %s, step %s", room, step)
                    .isCloseTo(admitted - served, within(1e-7 * (1 + admitted)));
        }
    }

    /** At rest the closed form and the equations say the same, so that it does not matter which of them is asked. */
    @ParameterizedTest
    @CsvSource({"0.3, 1", "0.8, 101", "0.9, 101", "1, 101", "1.2, 101", "5, 2", "0.5, 1000"})
    void restIsWhereTheEquationsLeadTo(double load, int room) {
        ResponseModel model = ResponseModel.of(100, (room - 1) * 10_000L);
        Occupancy occupancy = new Occupancy();
        occupancy.becomes(model);
        occupancy.isJoined(1, 2);
        for (int step = 0; step < 3000; step++) {
            occupancy.advance(100 * load, 100, 0.5);
        }
        assertThat(occupancy.number()).isCloseTo(MM1K.number(load, room), within(0.01 * (1 + MM1K.number(load, room))));
        assertThat(occupancy.turnedAway()).isCloseTo(MM1K.blocked(load, room), within(0.002));
    }

    /**
     * Guards against a group that is taken for many queues of the same length when new instances come: a third of the requests finds
     * an empty one at once, and the others still find theirs full.
     */
    @Test
    void newInstancesAreEmptyWhileTheOthersAreStillFull() {
        Occupancy occupancy = after(200, 1000);
        double full = occupancy.number();
        assertThat(full).isCloseTo(100, within(0.1));

        occupancy.isJoined(4, 6);
        assertThat(occupancy.number()).isCloseTo(full * 4 / 6, within(1e-9));
        occupancy.advance(90, 100, 0.001);
        ResponseTimes times = new ResponseTimes();
        occupancy.addTo(times, 1000);
        assertThat(times.percentileMicros(0.3)).isLessThan(30_000);
        assertThat(times.percentileMicros(0.5)).isGreaterThan(800_000);
    }

    /** A version that is slower leaves less room, and who no longer fits has waited in vain. */
    @Test
    void anotherKindOfInstanceKeepsWhatFits() {
        Occupancy occupancy = after(200, 1000);
        double dropped = occupancy.becomes(ResponseModel.of(50, 1_000_000));

        assertThat(occupancy.number()).isCloseTo(51, within(0.1));
        assertThat(dropped).isCloseTo(49, within(0.1));
        assertThat(occupancy.becomes(MODEL)).isZero();
        assertThat(occupancy.number()).isCloseTo(51, within(0.1));
    }
}
