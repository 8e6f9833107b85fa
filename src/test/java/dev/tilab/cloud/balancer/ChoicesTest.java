package dev.tilab.cloud.balancer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tilab.cloud.Region;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What each strategy chooses, one choice after the other. */
class ChoicesTest {

    private final TargetGroup group = new TargetGroup(3);
    private final Region region = new Region(1, 1, 1, 1);

    @Test
    void roundRobinSkipsWhatIsTakenOutAndGoesOnInTurn() {
        Strategy strategy = new RoundRobin(group);
        assertThat(choices(strategy, 4)).isEqualTo("abca");

        group.setHealthy(1, false);
        assertThat(choices(strategy, 4)).isEqualTo("caca");

        group.setHealthy(1, true);
        assertThat(choices(strategy, 4)).isEqualTo("bcab");
    }

    /** With nobody healthy an Application Load Balancer sends to all; a Classic one to nobody, and says 503. */
    @Test
    void whoeverFailsClosedHasNobodyLeftWhenNobodyIsHealthy() {
        TargetGroup closed = new TargetGroup(2, false);
        TargetGroup open = new TargetGroup(2);
        for (TargetGroup each : List.of(closed, open)) {
            each.setHealthy(0, false);
            assertThat(each.candidates()).isEqualTo(1);
            each.setHealthy(1, false);
            assertThat(each.healthy()).isZero();
        }

        assertThat(closed.candidates()).isZero();
        assertThat(open.candidates()).isEqualTo(2);
    }

    @Test
    void leastConnectionsTakesTheFewestAndAmongEqualsInTurn() {
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

    /** What ngx_http_upstream_least_conn_module does with equal weights, line by line, while requests come and go as they like. */
    @Test
    void tiesFallToTheSmoothRoundRobinOfNginx() {
        Strategy strategy = new LeastConnections(group);
        Random random = new Random(1);
        int[] current = new int[3];
        for (int step = 0; step < 2_000; step++) {
            int best = 0;
            boolean many = false;
            for (int peer = 1; peer < 3; peer++) {
                if (group.connections[peer] < group.connections[best]) {
                    best = peer;
                    many = false;
                } else if (group.connections[peer] == group.connections[best]) {
                    many = true;
                }
            }
            int total = 0;
            for (int peer = best, p = best; many && peer < 3; peer++) {
                if (group.connections[peer] == group.connections[p]) {
                    current[peer]++;
                    total++;
                    best = current[peer] > current[best] ? peer : best;
                }
            }
            current[best] -= total;

            assertThat(strategy.choose(0, 0)).as("choice %d", step).isEqualTo(best);
            group.connections[best]++;
            for (int peer = 0; peer < 3; peer++) {
                group.connections[peer] -= random.nextInt(group.connections[peer] + 1);
            }
        }
    }

    /** Guards against a target that is out and idle, and so has the smallest value of all. */
    @ParameterizedTest
    @EnumSource
    void noStrategyChoosesATargetThatIsOut(LoadBalancingStrategy each) {
        Strategy strategy = each.strategy(group, region);
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
        Strategy strategy = each.strategy(group, region);
        group.setHealthy(0, false);
        group.setHealthy(1, false);

        assertThat(strategy.choose(0, 0)).isEqualTo(2);
        assertThat(strategy.reason(0)).isEqualTo(Strategy.Reason.ONLY_ONE);
    }

    @ParameterizedTest
    @EnumSource
    void whenAllTargetsAreOutEachOfThemIsSentTo(LoadBalancingStrategy each) {
        Strategy strategy = each.strategy(group, region);
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
        int[] before = IntStream.range(0, 3_000)
                .map(client -> strategy.choose(client, 0))
                .toArray();

        group.setHealthy(1, false);
        int[] without = IntStream.range(0, 3_000)
                .map(client -> strategy.choose(client, 0))
                .toArray();
        group.setHealthy(1, true);
        int[] again = IntStream.range(0, 3_000)
                .map(client -> strategy.choose(client, 0))
                .toArray();

        for (int client = 0; client < before.length; client++) {
            if (before[client] != 1) {
                assertThat(without[client]).isEqualTo(before[client]);
            }
        }
        assertThat(again).isEqualTo(before);
        for (int target = 0; target < 3; target++) {
            int index = target;
            assertThat(Arrays.stream(before).filter(each -> each == index).count())
                    .isBetween(900L, 1_100L);
        }
        assertThat(Arrays.stream(without).filter(each -> each == 0).count()).isBetween(1_400L, 1_600L);
    }

    private static String choices(Strategy strategy, int count) {
        return IntStream.range(0, count)
                .mapToObj(client -> "" + (char) ('a' + strategy.choose(client, 0)))
                .collect(Collectors.joining());
    }
}
