package dev.tilab.labs.loadbalancing;

import static dev.tilab.labs.loadbalancing.Runs.scenario;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tilab.labs.loadbalancing.LoadBalancingReplications.LaneReplications;
import dev.tilab.simulation.engine.Student;
import dev.tilab.simulation.lab.Seeds;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplicationsTest {

    private static final int INTERVALS = 200;

    /**
     * Two hundred intervals of twenty seeds each, and what two thousand other seeds say. Guards against intervals that look exact
     * and are not: those made of the requests of one run cover the truth in 22 to 64 % of all runs.
     */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "strategies=round-robin,random rate=13.3",
                "strategies=hash,response-time rate=12 skew=1.2 service=erlang-2"
            })
    void anIntervalHoldsTheTrueDifferenceAsOftenAsItSays(String values) {
        LoadBalancingScenario scenario = scenario(values);
        double mean = truth(scenario, LaneReplications::meanToFirst);
        double p95 = truth(scenario, LaneReplications::p95ToFirst);
        int meanHeld = 0;
        int p95Held = 0;
        for (int interval = 0; interval < INTERVALS; interval++) {
            LaneReplications lane = second(scenario, new Seeds(20 * interval, 20));
            meanHeld += holds(lane.meanToFirst(), mean) ? 1 : 0;
            p95Held += holds(lane.p95ToFirst(), p95) ? 1 : 0;
        }

        assertThat(meanHeld).as("means, of %d", INTERVALS).isGreaterThanOrEqualTo(INTERVALS * 92 / 100);
        assertThat(p95Held).as("percentiles, of %d", INTERVALS).isGreaterThanOrEqualTo(INTERVALS * 92 / 100);
    }

    private static boolean holds(Student interval, double truth) {
        return Math.abs(interval.mean() - truth) <= interval.half();
    }

    private static double truth(LoadBalancingScenario scenario, Function<LaneReplications, Student> figure) {
        double sum = 0;
        for (int part = 0; part < 20; part++) {
            sum += figure.apply(second(scenario, new Seeds(50_000 + 100 * part, 100)))
                    .mean();
        }
        return sum / 20;
    }

    private static LaneReplications second(LoadBalancingScenario scenario, Seeds seeds) {
        return LoadBalancingReplications.of(scenario, seeds).lanes().get(1);
    }

    /** Guards against a "best" that the next seed gives to another one: alike strategies never have it, a plainly better one does. */
    @Test
    void theBestIsBetterThanEveryOtherBeyondWhatChanceDoes() {
        assertThat(best("strategies=round-robin,random,least-connections rate=13.3 service=deterministic"))
                .containsExactly("round-robin");
        assertThat(best("strategies=round-robin"))
                .as("nobody to be better than")
                .isEmpty();
        assertThat(best("strategies=least-connections,response-time rate=1 service=deterministic latency=1s"))
                .as("nobody waits")
                .isEmpty();
    }

    private static List<String> best(String values) {
        return LoadBalancingReplications.of(scenario(values), new Seeds(0, 40)).lanes().stream()
                .filter(LaneReplications::best)
                .map(LaneReplications::strategy)
                .toList();
    }

    @Test
    void itSaysHowMuchTheTailMovesWhatIsWarmUpAndWhatIsStillUnderWay() {
        LaneReplications busy = second(scenario("strategies=random,round-robin rate=15.8"), new Seeds(0, 100));

        assertThat(busy.p95From()).isLessThan(busy.p95To() / 2);
        assertThat(busy.p95Ms().stream().filter(each -> each < busy.p95From())).hasSize(5);
        assertThat(busy.p95Ms().stream().filter(each -> each > busy.p95To())).hasSize(5);
        assertThat(busy.warmUp().mean() + busy.warmUp().half())
                .as("a queue that begins empty makes the whole quicker than its second half")
                .isNegative();
        assertThat(busy.inFlightShare()).isBetween(0.01, 0.05);
    }

    /** What is asked for in parts is what is asked for at once; with few seeds there are numbers and no verdict. */
    @Test
    void aFewSeedsAreNoEvidence() {
        LoadBalancingScenario scenario = scenario("strategies=round-robin,least-connections");
        LaneReplications all = second(scenario, new Seeds(0, 20));
        List<Double> parts = new ArrayList<>(second(scenario, new Seeds(0, 7)).p95Ms());
        LaneReplications rest = second(scenario, new Seeds(7, 13));
        parts.addAll(rest.p95Ms());

        assertThat(parts).isEqualTo(all.p95Ms());
        assertThat(rest.p95ToFirst()).isNull();
        assertThat(rest.best()).isFalse();
        assertThat(all.p95ToFirst()).isNotNull();
    }
}
