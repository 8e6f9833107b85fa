package dev.tilab.labs.autoscaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/**
 * How wrong the model is while the load changes: against the queue's own differential equations (Kolmogorov's, solved step
 * by step), for an instance of 100 requests a second that is asked for 60, for a minute for 130, and for 60 again.
 */
class ResponseTransientTest {

    private static final ResponseModel MODEL = ResponseModel.of(100, 1_000_000);
    private static final int SECONDS = 240;
    private static final int OBJECTIVE_MICROS = 250_000;

    /** Requests that find no room, and seconds in which 99 % take longer than the objective. */
    private record Felt(double failed, double secondsOutside) {}

    private static double rate(double second) {
        return second >= 60 && second < 120 ? 130 : 60;
    }

    private static Felt exactly() {
        double step = 0.0005;
        int room = MODEL.room;
        double[] states = new double[room + 1];
        states[0] = 1;
        double failed = 0;
        double outside = 0;
        for (int each = 0; each < SECONDS / step; each++) {
            double up = rate(each * step) * step;
            double down = 100 * step;
            failed += up * states[room];
            if (each % 1000 == 0 && longer(states) > 0.01) {
                outside += 1000 * step;
            }
            double[] next = states.clone();
            for (int number = 0; number < room; number++) {
                double flow = up * states[number] - down * states[number + 1];
                next[number] -= flow;
                next[number + 1] += flow;
            }
            states = next;
        }
        return new Felt(failed, outside);
    }

    private static double longer(double[] states) {
        double[] found = new double[states.length - 1];
        for (int number = 0; number < found.length; number++) {
            found[number] = states[number] / (1 - states[found.length]);
        }
        return MODEL.longer(found, OBJECTIVE_MICROS);
    }

    /** In the pieces of five seconds in which lanes go forward. */
    private static Felt told() {
        Occupancy occupancy = new Occupancy();
        occupancy.becomes(MODEL);
        double failed = 0;
        double outside = 0;
        for (int second = 0; second < SECONDS; second += 5) {
            occupancy.advance(rate(second), 100, 5);
            failed += rate(second) * 5 * occupancy.turnedAway();
            outside += occupancy.p99Micros() > OBJECTIVE_MICROS ? 5 : 0;
        }
        return new Felt(failed, outside);
    }

    @Test
    void aMinuteOfTooManyRequestsIsToldAsItIs() {
        Felt exact = exactly();
        Felt told = told();

        assertThat(told.failed).isCloseTo(exact.failed, within(0.001 * exact.failed));
        assertThat(told.secondsOutside).isCloseTo(exact.secondsOutside, within(5.0));
    }
}
