package dev.tilab.labs.loadbalancing;

import static dev.tilab.labs.loadbalancing.Runs.LAB;
import static dev.tilab.labs.loadbalancing.Runs.column;
import static dev.tilab.labs.loadbalancing.Runs.requests;
import static dev.tilab.labs.loadbalancing.Runs.scenario;
import static dev.tilab.labs.loadbalancing.Runs.words;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tilab.simulation.engine.RandomStreams;
import dev.tilab.simulation.timeline.Column;
import dev.tilab.simulation.timeline.Table;
import dev.tilab.simulation.timeline.Timeline;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class StrategiesTest {

    private final TargetGroup group = new TargetGroup(3);

    /** The sequence measured on nginx 1.22.1 and HAProxy 2.6.12, one request at a time. */
    @ParameterizedTest
    @CsvSource({"round-robin", "least-connections"})
    void idleTargetsAreTakenInTurn(String strategy) {
        assertThat(letters(scenario("strategies=" + strategy + " targets=1,1,1 arrivals=regular rate=1 duration=9s")))
                .isEqualTo("abcabcabc");
    }

    @Test
    void roundRobinSkipsWhatIsTakenOutAndGoesOnInTurn() {
        Strategy strategy = new RoundRobin(group);
        assertThat(choices(strategy, 4)).isEqualTo("abca");

        group.setHealthy(1, false);
        assertThat(choices(strategy, 4)).isEqualTo("caca");

        group.setHealthy(1, true);
        assertThat(choices(strategy, 4)).isEqualTo("bcab");
    }

    @Test
    void leastConnectionsTakesTheFewestAndAmongEqualsTheNextInTurn() {
        Strategy strategy = new LeastConnections(group);
        group.connections[0] = 2;
        group.connections[1] = 1;
        group.connections[2] = 1;

        assertThat(strategy.choose(0, 0)).isEqualTo(1);
        assertThat(strategy.reason(0)).isEqualTo(Strategy.Reason.TIE_IN_TURN);
        assertThat(strategy.choose(0, 0)).isEqualTo(2);
        group.connections[2] = 0;
        assertThat(strategy.choose(0, 0)).isEqualTo(2);
        assertThat(strategy.reason(0)).isEqualTo(Strategy.Reason.SMALLEST);
    }

    /** Guards against a target that is out and idle, and so has the smallest value of all. */
    @ParameterizedTest
    @EnumSource
    void noStrategyChoosesATargetThatIsOut(LoadBalancingStrategy each) {
        Strategy strategy = each.strategy(group, new RandomStreams(1));
        group.connections[0] = 5;
        group.connections[2] = 5;
        group.setHealthy(1, false);

        for (int client = 0; client < 1_000; client++) {
            assertThat(strategy.choose(client, client)).isNotEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void theOnlyTargetThatIsLeftIsChosenForThatReason(LoadBalancingStrategy each) {
        Strategy strategy = each.strategy(group, new RandomStreams(1));
        group.setHealthy(0, false);
        group.setHealthy(1, false);

        assertThat(strategy.choose(0, 0)).isEqualTo(2);
        assertThat(strategy.reason(0)).isEqualTo(Strategy.Reason.ONLY_ONE);
    }

    @ParameterizedTest
    @EnumSource
    void whenAllTargetsAreOutEachOfThemIsSentTo(LoadBalancingStrategy each) {
        Strategy strategy = each.strategy(group, new RandomStreams(1));
        IntStream.range(0, 3).forEach(target -> group.setHealthy(target, false));

        // Every choice stays open, so that the strategies that count connections go round.
        assertThat(IntStream.range(0, 300)
                        .map(client -> {
                            int chosen = strategy.choose(client, client);
                            group.connections[chosen]++;
                            return chosen;
                        })
                        .distinct())
                .containsExactlyInAnyOrder(0, 1, 2);
    }

    @Test
    void hashMovesOnlyTheClientsOfALostTargetAndBringsThemBack() {
        Strategy strategy = new StickyHash(group, 42);
        int[] before = IntStream.range(0, 3_000).map(client -> strategy.choose(client, 0)).toArray();

        group.setHealthy(1, false);
        int[] without = IntStream.range(0, 3_000).map(client -> strategy.choose(client, 0)).toArray();
        group.setHealthy(1, true);
        int[] again = IntStream.range(0, 3_000).map(client -> strategy.choose(client, 0)).toArray();

        for (int client = 0; client < before.length; client++) {
            if (before[client] != 1) {
                assertThat(without[client]).isEqualTo(before[client]);
            }
        }
        assertThat(again).isEqualTo(before);
        for (int target = 0; target < 3; target++) {
            int index = target;
            assertThat(Arrays.stream(before).filter(each -> each == index).count()).isBetween(900L, 1_100L);
        }
        assertThat(Arrays.stream(without).filter(each -> each == 0).count()).isBetween(1_400L, 1_600L);
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
                long[] eligible = seen.stream().mapToLong(values -> values[each]).filter(value -> value >= 0).toArray();
                long equal = Arrays.stream(eligible).filter(value -> value == chosen).count();
                String expected = eligible.length == 1 ? "only-one" : equal == 1 ? "smallest" : "tie-in-turn";
                assertThat(chosen).isEqualTo(Arrays.stream(eligible).min().orElseThrow());
                assertThat(reason[row]).isEqualTo(expected);
            }
        }
    }

    @Test
    void connectionsAreCountedFromTheChoiceToTheReply() {
        Timeline timeline = LAB.timeline(scenario(
                "strategies=least-connections targets=1 arrivals=regular rate=1 duration=9s"
                        + " service=deterministic serviceMean=1s latency=0.75s"));

        // Each request is away for 0.75 + 1 + 0.75 seconds: at every arrival the two before it are.
        assertThat(column(timeline.lanes().get(0), "seen0")).containsExactly(0, 1, 2, 2, 2, 2, 2, 2, 2);
        assertThat(requests(timeline).rows()).isEqualTo(9);
    }

    private static String choices(Strategy strategy, int count) {
        return IntStream.range(0, count)
                .mapToObj(client -> "" + (char) ('a' + strategy.choose(client, 0)))
                .collect(Collectors.joining());
    }

    private static String letters(LoadBalancingScenario scenario) {
        return Arrays.stream(column(LAB.timeline(scenario).lanes().get(0), "target"))
                .mapToObj(target -> "" + (char) ('a' + target))
                .collect(Collectors.joining());
    }
}
