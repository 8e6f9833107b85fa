package dev.tilab.labs.loadbalancing;

import static dev.tilab.labs.loadbalancing.Runs.LAB;
import static dev.tilab.labs.loadbalancing.Runs.column;
import static dev.tilab.labs.loadbalancing.Runs.requests;
import static dev.tilab.labs.loadbalancing.Runs.scenario;
import static dev.tilab.labs.loadbalancing.Runs.words;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tilab.simulation.timeline.Column;
import dev.tilab.simulation.timeline.Table;
import dev.tilab.simulation.timeline.Timeline;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What strategies do to whole runs; what they choose is said in {@code dev.tilab.cloud.balancer}. */
class StrategiesTest {

    /** The sequence measured on nginx 1.22.1 and HAProxy 2.6.12, one request at a time. */
    @ParameterizedTest
    @CsvSource({"round-robin", "least-connections"})
    void idleTargetsAreTakenInTurn(String strategy) {
        assertThat(letters(scenario("strategies=" + strategy + " targets=1,1,1 arrivals=regular rate=1 duration=9s")))
                .isEqualTo("abcabcabc");
    }

    @Test
    void hashKeepsEveryClientOfAnUndisturbedRunWhereItIs() {
        LoadBalancingSummary summary = LAB.summary(scenario("strategies=hash,round-robin duration=600s"));

        assertThat(summary.lanes().get(0).sessions().moved()).isZero();
        assertThat(summary.lanes().get(1).sessions().moved()).isPositive();
    }

    /** Heavy clients: the lane whose clients are spread by chance has the larger imbalance. */
    @Test
    void randomChoiceSpreadsEvenlyAndHashAsUnevenlyAsTheClientsAre() {
        LoadBalancingSummary summary = LAB.summary(
                scenario("strategies=random,hash,round-robin rate=100 duration=1000s serviceMean=10ms skew=1.2"));

        assertThat(summary.lanes().get(0).imbalance()).isBetween(1.0, 1.03);
        assertThat(summary.lanes().get(1).imbalance()).isGreaterThan(1.15);
        assertThat(summary.lanes().get(2).imbalance()).isBetween(1.0, 1.0001);
    }

    /** The player shows these values as the reason for a choice, so they have to be the ones that were compared. */
    @ParameterizedTest
    @CsvSource({"least-connections", "response-time"})
    void theValuesShownAreTheOnesThatDecided(String strategy) {
        for (long seed = 0; seed < 60; seed++) {
            LoadBalancingScenario scenario = Runs.with(Runs.any(seed), "strategies", strategy);
            Timeline timeline = LAB.timeline(scenario);
            Table lane = timeline.lanes().get(0);
            List<long[]> seen = lane.columns().stream()
                    .filter(column -> column.name().startsWith("seen"))
                    .map(Column::values)
                    .toList();
            assertThat(seen).hasSize(scenario.speeds.size());
            long[] target = column(lane, "target");
            String[] reason = words(timeline, lane, "reason");
            for (int row = 0; row < target.length; row++) {
                int each = row;
                long chosen = seen.get((int) target[row])[row];
                long[] eligible = seen.stream()
                        .mapToLong(values -> values[each])
                        .filter(value -> value >= 0)
                        .toArray();
                long equal =
                        Arrays.stream(eligible).filter(value -> value == chosen).count();
                String expected = eligible.length == 1 ? "only-one" : equal == 1 ? "smallest" : "tie-in-turn";
                assertThat(chosen).isEqualTo(Arrays.stream(eligible).min().orElseThrow());
                assertThat(reason[row]).isEqualTo(expected);
            }
        }
    }

    @Test
    void connectionsAreCountedFromTheChoiceToTheReply() {
        Timeline timeline =
                LAB.timeline(scenario("strategies=least-connections targets=1 arrivals=regular rate=1 duration=9s"
                        + " service=deterministic serviceMean=1s latency=0.75s"));

        // Each request is away for 0.75 + 1 + 0.75 seconds: at every arrival the two before it are.
        assertThat(column(timeline.lanes().get(0), "seen0")).containsExactly(0, 1, 2, 2, 2, 2, 2, 2, 2);
        assertThat(requests(timeline).rows()).isEqualTo(9);
    }

    private static String letters(LoadBalancingScenario scenario) {
        return Arrays.stream(column(LAB.timeline(scenario).lanes().get(0), "target"))
                .mapToObj(target -> "" + (char) ('a' + target))
                .collect(Collectors.joining());
    }
}
