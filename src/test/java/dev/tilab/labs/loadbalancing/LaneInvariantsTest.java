package dev.tilab.labs.loadbalancing;

import static dev.tilab.labs.loadbalancing.Runs.LAB;
import static dev.tilab.labs.loadbalancing.Runs.column;
import static dev.tilab.labs.loadbalancing.Runs.marks;
import static dev.tilab.labs.loadbalancing.Runs.requests;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tilab.cloud.Outcome;
import dev.tilab.cloud.balancer.LoadBalancingStrategy;
import dev.tilab.labs.loadbalancing.LoadBalancingSummary.LaneSummary;
import dev.tilab.labs.loadbalancing.LoadBalancingSummary.TargetSummary;
import dev.tilab.simulation.timeline.Column;
import dev.tilab.simulation.timeline.Table;
import dev.tilab.simulation.timeline.Timeline;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds in every run of every scenario: looked for in scenarios that nobody thought of. */
class LaneInvariantsTest {

    private static final int COMPLETED = Outcome.COMPLETED.ordinal();
    private static final int REJECTED = Outcome.REJECTED.ordinal();
    private static final int FAILED = Outcome.FAILED.ordinal();

    static LongStream seeds() {
        return LongStream.range(0, 150);
    }

    /** One lane with everything that can be known about its requests. */
    private record Kept(
            LoadBalancingScenario scenario,
            long[] arrival,
            long[] demand,
            long[] client,
            long[] target,
            long[] waited,
            long[] ended,
            long[] outcome) {

        static List<Kept> lanes(LoadBalancingScenario scenario, Timeline timeline) {
            Table requests = requests(timeline);
            return timeline.lanes().stream()
                    .map(lane -> new Kept(
                            scenario,
                            column(requests, "arrivalMicros"),
                            column(requests, "demandMicros"),
                            column(requests, "client"),
                            column(lane, "target"),
                            column(lane, "waitMicros"),
                            column(lane, "endedMicros"),
                            column(lane, "outcome")))
                    .toList();
        }

        long atTarget(int row) {
            return arrival[row] + scenario.latencyMicros;
        }

        boolean cameToTarget(int row) {
            return atTarget(row) <= scenario.durationMicros;
        }

        long leftAt(int row) {
            return ended[row] < 0 ? scenario.durationMicros : atTarget(row) + ended[row];
        }

        List<Integer> servedBy(int index) {
            return IntStream.range(0, target.length)
                    .filter(row -> target[row] == index && waited[row] >= 0)
                    .boxed()
                    .sorted(Comparator.comparingLong(row -> atTarget(row) + waited[row]))
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void noSpanEndsBeforeItBeginsAndNothingHappensAfterTheEnd(long seed) {
        LoadBalancingScenario scenario = Runs.any(seed);
        for (Kept lane : Kept.lanes(scenario, LAB.timeline(scenario))) {
            for (int row = 0; row < lane.arrival.length; row++) {
                assertThat(lane.waited[row]).isGreaterThanOrEqualTo(-1);
                assertThat(lane.demand[row]).isPositive();
                if (lane.ended[row] >= 0) {
                    assertThat(lane.ended[row]).isGreaterThanOrEqualTo(Math.max(0, lane.waited[row]));
                    assertThat(lane.leftAt(row)).isLessThanOrEqualTo(scenario.durationMicros);
                }
                boolean replied =
                        lane.ended[row] >= 0 && lane.leftAt(row) + scenario.latencyMicros <= scenario.durationMicros;
                assertThat(lane.outcome[row] != 0).isEqualTo(replied);
            }
        }
    }

    /**
     * One server a target: a second request in service at the same time, or an idle server while one waits, is a
     * mistake.
     */
    @ParameterizedTest
    @MethodSource("seeds")
    void aTargetServesOneRequestAtATimeInOrderOfArrivalAndNeverIdlesWhileOneWaits(long seed) {
        LoadBalancingScenario scenario = Runs.any(seed);
        for (Kept lane : Kept.lanes(scenario, LAB.timeline(scenario))) {
            for (int target = 0; target < scenario.speeds.size(); target++) {
                int before = -1;
                for (int row : lane.servedBy(target)) {
                    if (before >= 0) {
                        long start = lane.atTarget(row) + lane.waited[row];
                        assertThat(start).isGreaterThanOrEqualTo(lane.leftAt(before));
                        assertThat(row).isGreaterThan(before);
                        if (lane.waited[row] > 0) {
                            assertThat(start).isEqualTo(lane.leftAt(before));
                        }
                    }
                    before = row;
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void serviceTakesTheDemandAtTheSpeedOfTheTargetWhereNobodySlowsIt(long seed) {
        LoadBalancingScenario scenario = Runs.any(seed);
        for (Kept lane : Kept.lanes(scenario, LAB.timeline(scenario))) {
            for (int row = 0; row < lane.arrival.length; row++) {
                int target = (int) lane.target[row];
                boolean untouched = scenario.interventions.stream().noneMatch(each -> each.index() == target);
                if (untouched && lane.waited[row] >= 0 && lane.ended[row] >= 0) {
                    long expected = Math.max(1, Math.round(lane.demand[row] * (1 / scenario.speeds.get(target))));
                    assertThat(lane.ended[row] - lane.waited[row]).isEqualTo(expected);
                }
            }
        }
    }

    /**
     * Summary and timeline come from two observers of two runs, one with drawn and one with stored requests. Guards
     * against a figure that does not mean what its name says, and shows conservation: every request is in exactly one
     * count.
     */
    @ParameterizedTest
    @MethodSource("seeds")
    void theSummarySaysWhatTheTimelineShows(long seed) {
        LoadBalancingScenario scenario = Runs.any(seed);
        List<Kept> kept = Kept.lanes(scenario, LAB.timeline(scenario));
        List<LaneSummary> summaries = LAB.summary(scenario).lanes();
        for (int index = 0; index < kept.size(); index++) {
            Kept lane = kept.get(index);
            LaneSummary summary = summaries.get(index);
            assertThat(summary.requests()).isEqualTo(lane.arrival.length);
            assertThat(summary.completed()).isEqualTo(count(lane, COMPLETED));
            assertThat(summary.rejected()).isEqualTo(count(lane, REJECTED));
            assertThat(summary.failed()).isEqualTo(count(lane, FAILED));
            assertThat(summary.completed() + summary.rejected() + summary.failed() + summary.inFlight())
                    .isEqualTo(summary.requests());
            responseTimesAgree(lane, summary);
            targetsAgree(lane, summary);
            sessionsAgree(lane, summary);
        }
    }

    private static long count(Kept lane, int outcome) {
        return Arrays.stream(lane.outcome).filter(each -> each == outcome).count();
    }

    private static void responseTimesAgree(Kept lane, LaneSummary summary) {
        double[] millis = IntStream.range(0, lane.arrival.length)
                .filter(row -> lane.outcome[row] == COMPLETED)
                .mapToDouble(row -> (lane.ended[row] + 2 * lane.scenario.latencyMicros) / 1000.0)
                .sorted()
                .toArray();
        if (millis.length == 0) {
            assertThat(summary.responseTimeMs())
                    .isEqualTo(new LoadBalancingSummary.ResponseTimes(null, null, null, null, null));
            return;
        }
        assertThat(summary.responseTimeMs().mean())
                .isCloseTo(Arrays.stream(millis).average().orElseThrow(), within(0.001));
        assertThat(summary.responseTimeMs().max()).isEqualTo(millis[millis.length - 1]);
        double p95 = millis[(int) Math.ceil(0.95 * millis.length - 1e-9) - 1];
        assertThat(summary.responseTimeMs().p95()).isBetween(p95, p95 * 1.001);
    }

    private static void targetsAgree(Kept lane, LaneSummary summary) {
        double duration = lane.scenario.durationMicros;
        for (int index = 0; index < summary.targets().size(); index++) {
            TargetSummary target = summary.targets().get(index);
            int number = index;
            int[] here = IntStream.range(0, lane.target.length)
                    .filter(row -> lane.target[row] == number)
                    .toArray();
            int[] came = Arrays.stream(here).filter(lane::cameToTarget).toArray();
            assertThat(target.requests()).isEqualTo(here.length);
            long busy = lane.servedBy(index).stream()
                    .mapToLong(row -> lane.leftAt(row) - lane.atTarget(row) - lane.waited[row])
                    .sum();
            assertThat(target.utilization())
                    .isCloseTo(busy / duration, within(1e-6))
                    .isBetween(0.0, 1.0);
            long present = Arrays.stream(came)
                    .mapToLong(row -> lane.leftAt(row) - lane.atTarget(row))
                    .sum();
            assertThat(target.meanInSystem()).isCloseTo(present / duration, within(1e-6));
            assertThat(target.maxInSystem()).isBetween(mostAtOnce(lane, came, false), mostAtOnce(lane, came, true));
            assertThat(target.maxInSystem()).isLessThanOrEqualTo(lane.scenario.queueLimit + 1);
        }
        double largest = Arrays.stream(summary.targets().stream()
                        .mapToLong(TargetSummary::requests)
                        .toArray())
                .max()
                .orElseThrow();
        if (summary.requests() > 0) {
            assertThat(summary.imbalance())
                    .isCloseTo(
                            largest
                                    / ((double) summary.requests()
                                            / summary.targets().size()),
                            within(1e-6));
        }
    }

    /** Who leaves at the instant at which another comes may count as there or as gone: the two bounds. */
    private static int mostAtOnce(Kept lane, int[] rows, boolean comingFirst) {
        List<long[]> changes = new ArrayList<>();
        for (int row : rows) {
            boolean refused = lane.ended[row] == 0;
            if (!refused) {
                changes.add(new long[] {lane.atTarget(row), comingFirst ? 0 : 1, 1});
                if (lane.ended[row] > 0) {
                    changes.add(new long[] {lane.leftAt(row), comingFirst ? 1 : 0, -1});
                }
            }
        }
        changes.sort(Comparator.<long[]>comparingLong(change -> change[0]).thenComparingLong(change -> change[1]));
        int now = 0;
        int most = 0;
        for (long[] change : changes) {
            now += (int) change[2];
            most = Math.max(most, now);
        }
        return most;
    }

    private static void sessionsAgree(Kept lane, LaneSummary summary) {
        Map<Long, Long> last = new HashMap<>();
        long moved = 0;
        for (int row = 0; row < lane.client.length; row++) {
            Long before = last.put(lane.client[row], lane.target[row]);
            moved += before != null && before != lane.target[row] ? 1 : 0;
        }
        assertThat(summary.sessions()).isEqualTo(new LoadBalancingSummary.Sessions(last.size(), moved));
    }

    /** A lane that depends on which others run beside it would not be a fair comparison, nor a repeatable one. */
    @ParameterizedTest
    @MethodSource("seeds")
    void aStrategyDoesTheSameAloneAsBesideOthers(long seed) {
        LoadBalancingScenario scenario = Runs.any(seed);
        Timeline together = LAB.timeline(scenario);
        LoadBalancingStrategy last = scenario.strategies.get(scenario.strategies.size() - 1);

        Timeline alone = LAB.timeline(Runs.with(scenario, "strategies", last.id()));

        assertThat(numbers(requests(alone))).isDeepEqualTo(numbers(requests(together)));
        assertThat(numbers(alone.lanes().get(0)))
                .isDeepEqualTo(numbers(together.lanes().get(together.lanes().size() - 1)));
    }

    /** The traffic belongs to the seed: neither targets nor interventions may change what arrives. */
    @ParameterizedTest
    @MethodSource("seeds")
    void thePastDoesNotChangeWhenSomebodyIntervenes(long seed) {
        LoadBalancingScenario before = Runs.any(seed);
        Random random = new Random(~seed);
        String more = Runs.anyIntervention(random, (int) (before.durationMicros / 1_000_000), before.speeds.size());
        String at = before.values().get("at");
        LoadBalancingScenario after = Runs.with(before, "at", at.isEmpty() ? more : at + "," + more);
        long instant = Long.parseLong(more.substring(0, more.indexOf("ms:"))) * 1000;

        Timeline one = LAB.timeline(before);
        Timeline other = LAB.timeline(after);

        assertThat(numbers(requests(one))).isDeepEqualTo(numbers(requests(other)));
        for (Column column : marks(one).columns()) {
            assertThat(upTo(instant, marks(one), column.name())).isEqualTo(upTo(instant, marks(other), column.name()));
        }
        for (int lane = 0; lane < before.strategies.size(); lane++) {
            assertThat(known(instant, before, one, lane)).isEqualTo(known(instant, after, other, lane));
        }
    }

    private static long[][] numbers(Table table) {
        return table.columns().stream().map(Column::values).toArray(long[][]::new);
    }

    private static long[] upTo(long instant, Table marks, String name) {
        long[] at = column(marks, "atMicros");
        int rows = (int) Arrays.stream(at).filter(each -> each < instant).count();
        return Arrays.copyOf(column(marks, name), rows);
    }

    /** All that could be known of a lane just before an instant. */
    private static List<String> known(long instant, LoadBalancingScenario scenario, Timeline timeline, int index) {
        Kept lane = Kept.lanes(scenario, timeline).get(index);
        Table table = timeline.lanes().get(index);
        List<String> known = new ArrayList<>();
        for (int row = 0; row < lane.arrival.length && lane.arrival[row] < instant; row++) {
            StringBuilder text = new StringBuilder();
            for (Column column : table.columns()) {
                boolean choice = column.name().matches("target|reason|seen.*");
                boolean started = column.name().equals("waitMicros")
                        && lane.waited[row] >= 0
                        && lane.atTarget(row) + lane.waited[row] < instant;
                boolean ended =
                        column.name().equals("endedMicros") && lane.ended[row] >= 0 && lane.leftAt(row) < instant;
                boolean replied = column.name().equals("outcome")
                        && lane.ended[row] >= 0
                        && lane.leftAt(row) + scenario.latencyMicros < instant;
                text.append(choice || started || ended || replied ? column.values()[row] : "?")
                        .append(' ');
            }
            known.add(text.toString());
        }
        return known;
    }
}
