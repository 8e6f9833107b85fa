package dev.tilab.labs.autoscaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tilab.labs.autoscaling.ReplayedRun.Spread;
import dev.tilab.labs.autoscaling.RunErrors.Errors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * How wrong the figures of whole runs are: chance itself is in them, because the requests of a run are its own. Guards against a
 * model that takes the number of requests in five seconds for the rate at which they come (p99 +15 % and four times as many failed
 * near full load), and against one that is at rest at once.
 */
@Tag("slow")
class RunErrorTest {

    private static final String STEADY = "policies=fixed traffic=constant noise=0 duration=1h desired=4 baseRate=";

    private static final String SPIKE = "policies=fixed traffic=spike desired=4 duration=1h rushAt=15m rushLength=10m ";

    @ParameterizedTest
    @CsvSource({"200, 1, 1", "320, 1, 2", "360, 1.5, 2.5", "380, 3, 4", "480, 0.5, 0.5"})
    void aLoadThatLasts(int baseRate, double p50Percent, double p99Percent) {
        Errors errors = RunErrors.of(STEADY + baseRate, Spread.BY_CHANCE, 3, 2);

        assertThat(errors.p50Percent()).isCloseTo(0, within(p50Percent));
        assertThat(errors.p99Percent()).isCloseTo(0, within(p99Percent));
        assertThat(100 * (errors.told().failed() - errors.real().failed()) / errors.requests())
                .isCloseTo(0, within(0.1));
    }

    @ParameterizedTest
    @CsvSource({"baseRate=200 peakRate=520", "baseRate=260 peakRate=460"})
    void aPeak(String rates) {
        Errors errors = RunErrors.of(SPIKE + rates, Spread.BY_CHANCE, 3, 2);

        assertThat(errors.p50Percent()).isCloseTo(0, within(2.0));
        assertThat(errors.p99Percent()).isCloseTo(0, within(1.5));
        assertThat(errors.failedPercent()).isCloseTo(0, within(4.0));
        assertThat(errors.outsideSeconds()).isCloseTo(0, within(30.0));
    }

    /** In turn, as a target group's default does it: the queue that stands for the real one is an approximation here. */
    @ParameterizedTest
    @CsvSource({"320, 1, 2", "380, 3, 4", "480, 1, 1"})
    void aLoadThatIsSpreadInTurn(int baseRate, double p50Percent, double p99Percent) {
        Errors errors = RunErrors.of(STEADY + baseRate, Spread.IN_TURN, 3, 2);

        assertThat(errors.p50Percent()).isCloseTo(0, within(p50Percent));
        assertThat(errors.p99Percent()).isCloseTo(0, within(p99Percent));
        assertThat(100 * (errors.told().failed() - errors.real().failed()) / errors.requests())
                .isCloseTo(0, within(0.1));
    }

    /**
     * Instances that finish what nobody waits for any more: a backlog of as many as connections allow, answered too late. Guards against
     * counting as answered whom it has lost, and against instances that idle while they work it off.
     */
    @ParameterizedTest
    @CsvSource({"baseRate=200 peakRate=520", "baseRate=260 peakRate=460"})
    void aPeakOfWhichAllIsFinished(String rates) {
        Errors errors = RunErrors.of("abandoned=finished " + SPIKE + rates, Spread.BY_CHANCE, 2, 1);

        assertThat(errors.p50Percent()).isCloseTo(0, within(2.0));
        assertThat(errors.p99Percent()).isCloseTo(0, within(3.0));
        assertThat(errors.failedPercent()).isCloseTo(0, within(3.0));
        assertThat(errors.outsideSeconds()).isCloseTo(0, within(45.0));
        assertThat(errors.told().failed())
                .isGreaterThan(2
                        * RunErrors.of(SPIKE + rates, Spread.BY_CHANCE, 1, 1)
                                .told()
                                .failed());
    }

    /** A group that grows, with instances that come empty and others that leave. */
    @ParameterizedTest
    @CsvSource({"simple", "target-tracking"})
    void aFlashCrowd(String policy) {
        Errors errors =
                RunErrors.of("traffic=flash-crowd rushAt=10m duration=1h policies=" + policy, Spread.BY_CHANCE, 1, 2);

        assertThat(errors.p50Percent()).isCloseTo(0, within(1.0));
        assertThat(errors.p99Percent()).isCloseTo(0, within(1.0));
        assertThat(errors.failedPercent()).isCloseTo(0, within(1.0));
        assertThat(errors.outsideSeconds()).isCloseTo(0, within(70.0));
    }
}
