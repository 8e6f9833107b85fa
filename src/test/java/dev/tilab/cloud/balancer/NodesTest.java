package dev.tilab.cloud.balancer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tilab.cloud.Region;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Nodes choose by any strategy among targets that come and go. */
class NodesTest {

    private static final long SECOND = 1_000_000;
    private static final HealthCheckSettings CHECK = new HealthCheckSettings(5 * SECOND, 2 * SECOND, 2, 2);

    private final Region region = new Region(3, 2, 100_000 * SECOND, 1);

    private LoadBalancer balancer(LoadBalancingStrategy strategy) {
        return new LoadBalancer(
                region, new BalancerSettings(List.of(0, 1), strategy, true, 30 * SECOND, 60 * SECOND, false, CHECK));
    }

    private static Target well() {
        return new Target(0, (request, reply) -> {}, answer -> answer.accept(CheckResult.PASSED));
    }

    private static List<Integer> registered(LoadBalancer balancer, int count) {
        return IntStream.range(0, count)
                .mapToObj(each -> balancer.register(well()))
                .toList();
    }

    private static int send(LoadBalancer balancer, int client) {
        int target = balancer.choose(0, client);
        balancer.sent(0, target);
        return target;
    }

    /** Guards against a turn that is counted in a list which becomes shorter: the next target would be passed over. */
    @Test
    void nobodyLosesHisTurnWhenAnotherLeaves() {
        LoadBalancer balancer = balancer(LoadBalancingStrategy.ROUND_ROBIN);
        registered(balancer, 4);
        assertThat(List.of(balancer.choose(0, 0), balancer.choose(0, 0))).containsExactly(0, 1);

        balancer.deregister(0);

        assertThat(IntStream.range(0, 4).map(each -> balancer.choose(0, 0))).containsExactly(2, 3, 1, 2);
    }

    /** Guards against a place that is taken while requests are still there: they would be counted as the next target's. */
    @Test
    void whoComesNewHasNothingOpenAndWhatIsOpenElsewhereStaysThere() {
        LoadBalancer balancer = balancer(LoadBalancingStrategy.LEAST_CONNECTIONS);
        registered(balancer, 2);
        IntStream.range(0, 6).forEach(client -> send(balancer, client));
        balancer.deregister(0);
        assertThat(balancer.register(well())).isEqualTo(2);

        assertThat(IntStream.range(0, 3).map(client -> send(balancer, client))).containsExactly(2, 2, 2);
        IntStream.range(0, 3).forEach(each -> balancer.replied(0, 0, SECOND, true));
        assertThat(IntStream.range(0, 2).map(client -> send(balancer, client)).sorted())
                .containsExactly(1, 2);
    }

    /** Guards against a target that is taken for its slow predecessor. */
    @Test
    void whoComesNewIsNotJudgedByWhoWasThereBefore() {
        LoadBalancer balancer = balancer(LoadBalancingStrategy.RESPONSE_TIME);
        registered(balancer, 2);
        for (int target : new int[] {0, 1}) {
            balancer.sent(0, target);
            balancer.replied(0, target, target == 0 ? 4 * SECOND : SECOND / 2, true);
        }
        balancer.deregister(0);
        balancer.register(well());
        int[] chosen = {send(balancer, 0), -1};
        balancer.replied(0, 2, SECOND / 100, true);
        region.later(15 * SECOND, () -> chosen[1] = balancer.choose(0, 0));
        region.run();

        assertThat(chosen)
                .as("at once, and when nothing was sent there for long")
                .containsExactly(2, 2);
    }

    @Test
    void clientsOfWhoStaysStayWhenAnotherLeavesAndNobodyInheritsThoseOfWhoLeft() {
        LoadBalancer balancer = balancer(LoadBalancingStrategy.HASH);
        registered(balancer, 4);
        int[] before = IntStream.range(0, 2_000)
                .map(client -> balancer.choose(0, client))
                .toArray();
        int[] elsewhere = IntStream.range(0, 2_000)
                .map(client -> balancer.choose(1, client))
                .toArray();
        assertThat(elsewhere).as("at every node the same").isEqualTo(before);

        balancer.deregister(1);
        int[] without = IntStream.range(0, 2_000)
                .map(client -> balancer.choose(0, client))
                .toArray();
        balancer.register(well());
        int[] after = IntStream.range(0, 2_000)
                .map(client -> balancer.choose(0, client))
                .toArray();

        IntStream.range(0, 2_000)
                .filter(client -> before[client] != 1)
                .forEach(client -> assertThat(without[client]).isEqualTo(before[client]));
        IntStream.range(0, 2_000)
                .filter(client -> after[client] != 4)
                .forEach(client -> assertThat(after[client]).isEqualTo(without[client]));
        assertThat(IntStream.range(0, 2_000).filter(client -> after[client] == 4 && before[client] != 1))
                .as("a new one takes from all, not from one that has left")
                .hasSizeBetween(300, 450);
    }

    /** Guards against nodes whose chances are one and the same: they would all choose alike at the same time. */
    @Test
    void nodesKnowNothingOfEachOther() {
        LoadBalancer counting = balancer(LoadBalancingStrategy.LEAST_CONNECTIONS);
        registered(counting, 2);
        counting.sent(0, 0);
        assertThat(List.of(counting.choose(0, 0), counting.choose(1, 0))).containsExactly(1, 0);

        LoadBalancer random = balancer(LoadBalancingStrategy.RANDOM);
        registered(random, 2);
        assertThat(IntStream.range(0, 1_000).filter(each -> random.choose(0, 0) == random.choose(1, 0)))
                .hasSizeBetween(440, 560);
    }

    @Test
    void aThousandTargetsAreTheMost() {
        LoadBalancer balancer = balancer(LoadBalancingStrategy.LEAST_CONNECTIONS);
        registered(balancer, 1_000);
        assertThat(IntStream.range(0, 1_000).map(client -> send(balancer, client)))
                .as("each of them once")
                .doesNotHaveDuplicates();

        assertThatThrownBy(() -> balancer.register(well()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("more than 1000 targets");
    }

    /** Targets fail and recover, come and go, requests too: whom a node chooses is one of those it may, by the books of this test. */
    @ParameterizedTest
    @EnumSource
    void whateverHappensANodeChoosesAmongThoseItBelievesHealthy(LoadBalancingStrategy strategy) {
        for (long seed = 0; seed < 20; seed++) {
            Random random = new Random(seed);
            TargetGroup group = new TargetGroup(0);
            Strategy chooses = strategy.strategy(group, new Region(seed, 1, 1, 1));
            // By place: health, and requests that are open, of those that are registered.
            Map<Integer, Boolean> healthy = new LinkedHashMap<>();
            List<Integer> open = new ArrayList<>();
            int most = 0;
            for (int step = 0; step < 2_000; step++) {
                int what = random.nextInt(20);
                if (what == 0 && healthy.size() < 9) {
                    int place = group.register(step);
                    chooses.registered(place);
                    assertThat(healthy).doesNotContainKey(place);
                    assertThat(open).doesNotContain(place);
                    healthy.put(place, true);
                    Set<Integer> taken = new TreeSet<>(open);
                    taken.addAll(healthy.keySet());
                    most = Math.max(most, taken.size());
                } else if (what == 1 && !healthy.isEmpty()) {
                    int place = any(healthy, random);
                    group.deregister(place);
                    healthy.remove(place);
                } else if (what < 5 && !healthy.isEmpty()) {
                    int place = any(healthy, random);
                    healthy.put(place, random.nextBoolean());
                    group.setHealthy(place, healthy.get(place));
                } else if (what < 12 && !open.isEmpty()) {
                    int place = open.remove(random.nextInt(open.size()));
                    group.replied(place);
                    chooses.replied(place, random.nextInt(1_000_000), random.nextInt(5) > 0);
                } else if (!healthy.isEmpty()) {
                    List<Integer> may = healthy.keySet().stream()
                            .filter(place -> healthy.get(place) || !healthy.containsValue(true))
                            .toList();
                    int chosen = chooses.choose(random.nextInt(30), step * 100_000L);
                    assertThat(may).as("seed %s, step %s", seed, step).contains(chosen);
                    if (strategy == LoadBalancingStrategy.LEAST_CONNECTIONS) {
                        assertThat(count(open, chosen))
                                .isEqualTo(may.stream()
                                        .map(place -> count(open, place))
                                        .min(Comparator.naturalOrder())
                                        .orElseThrow());
                    }
                    group.sent(chosen);
                    chooses.sent(chosen, step * 100_000L);
                    open.add(chosen);
                }
            }
            assertThat(group.size()).as("places").isEqualTo(most);
        }
    }

    private static int any(Map<Integer, Boolean> targets, Random random) {
        return List.copyOf(targets.keySet()).get(random.nextInt(targets.size()));
    }

    private static long count(List<Integer> open, int place) {
        return open.stream().filter(each -> each == place).count();
    }
}
