package dev.tilab.labs.autoscaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests spread in turn, against the textbook of queues with other arrivals than by chance. */
class ArrivalsTest {

    /** What those who come find, from the definition: σ is the Laplace transform of the time between two arrivals at 1 − σ. */
    @ParameterizedTest
    @ValueSource(ints = {2, 4, 12, 100})
    void whoComesInTurnFindsWhatTheEquationOfTheBooksSays(int every) {
        for (double load : new double[] {0.3, 0.5, 0.8, 0.95, 0.99, 1.05, 1.3}) {
            double pace = Arrivals.everyNth(every).pace(load);
            double found = (pace + load - 1) / pace;
            double rate = every * load;
            assertThat(Math.pow(rate / (rate + 1 - found), every))
                    .as("load %s", load)
                    .isCloseTo(found, within(0.003));
        }
    }

    /** At half the load, D/M/1 finds 0.2032 and M/M/1 finds 0.5: Kleinrock, section 6.4. */
    @ParameterizedTest
    @CsvSource({"1, 0.5, 0.5", "100000, 0.2032, 0.5"})
    void oneInARowIsByChanceAndVeryManyAreAsRegularAsAClock(int every, double found, double load) {
        assertThat(Arrivals.load(found, every)).isCloseTo(load, within(0.0001));
    }

    /** Kingman's limit: half as much variance where arrivals have none. */
    @Test
    void nearALoadOfOneItWandersAsMuchAsTheVariancesSay() {
        assertThat(Arrivals.everyNth(4).pace(1)).isCloseTo(0.625, within(0.001));
        assertThat(Arrivals.everyNth(4).pace(1.0001)).isCloseTo(0.625, within(0.001));
        assertThat(Arrivals.everyNth(1).pace(0.3)).isEqualTo(1);
    }

    /** Guards against round robin's default being taken for the safe side: in turn an instance carries more within the objective. */
    @Test
    void inTurnTheSameFleetCarriesMore() {
        String spike =
                "policies=fixed traffic=spike desired=4 baseRate=200 peakRate=345 rushAt=20m rushLength=10m duration=1h"
                        + " noise=0 routing=";

        assertThat(Runs.lane(spike + "random").secondsOutsideObjective()).isBetween(580.0, 620.0);
        assertThat(Runs.lane(spike + "round-robin").secondsOutsideObjective()).isLessThan(20);
        assertThat(peak(spike + "round-robin")).isLessThan(peak(spike + "random"));
    }

    /** The group that has grown too little is over its objective at random, and just within it in turn. */
    @Test
    void theSpikeOfThePresetIsOverSooner() {
        AutoScalingScenario preset = Runs.preset("slow-scale-in", 7);
        Map<String, String> inTurn = new HashMap<>(preset.values());
        inTurn.put("routing", "round-robin");

        assertThat(Runs.LAB.summary(preset).lanes().get(0).secondsOutsideObjective())
                .isBetween(640.0, 700.0);
        assertThat(Runs.LAB.summary(Runs.LAB.scenario(inTurn)).lanes().get(0).secondsOutsideObjective())
                .isBetween(350.0, 410.0);
    }

    private static int peak(String values) {
        return Runs.LAB.summary(Runs.scenario(values)).bounds().peak().instances();
    }
}
