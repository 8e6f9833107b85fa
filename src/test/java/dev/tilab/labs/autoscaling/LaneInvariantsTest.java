package dev.tilab.labs.autoscaling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tilab.cloud.compute.Activity;
import dev.tilab.cloud.compute.Cause;
import dev.tilab.cloud.compute.Group;
import dev.tilab.cloud.compute.Instance;
import dev.tilab.cloud.compute.Policy;
import dev.tilab.cloud.compute.Prices;
import dev.tilab.cloud.compute.Processes;
import dev.tilab.cloud.compute.State;
import dev.tilab.cloud.traffic.DrawnDemand;
import dev.tilab.simulation.timeline.Table;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is true under every policy after every event, whatever the traffic does and whatever people do. */
class LaneInvariantsTest {

    private static final int SEEDS = 40;

    @ParameterizedTest
    @EnumSource(Policy.class)
    void holdsInScenariosThatNobodyThoughtOf(Policy policy) {
        LongStream.range(0, SEEDS).forEach(seed -> {
            AutoScalingScenario scenario = Runs.any(seed);
            Lane lane = watched(scenario, policy);
            servesOnlyWhatIsInService(lane);
            costsWhatItsInstancesCost(lane);
            losesNoRequest(lane);
            leavesNothingOpen(lane);
        });
    }

    private static Lane watched(AutoScalingScenario scenario, Policy policy) {
        Lane lane = Runs.lane(scenario, policy);
        long[] before = {0, 0, 0};
        lane.region.afterEvents(() -> check(lane, before));
        lane.run();
        return lane;
    }

    private static void check(Lane lane, long[] before) {
        Group group = lane.group;
        require(group.min() <= group.desired() && group.desired() <= group.max(), "desired beyond its limits");
        require(lane.region.nowMicros() >= before[0], "time goes back");
        require(lane.billing.costMicroUsd() >= before[1], "money comes back");
        require(lane.load.outsideMicros >= before[2], "time outside the objective comes back");
        before[0] = lane.region.nowMicros();
        before[1] = lane.billing.costMicroUsd();
        before[2] = lane.load.outsideMicros;
        long serving =
                group.instances().stream().filter(each -> each.state().serves()).count();
        require(lane.load.serving() == serving, "requests go to others than those that serve");
        long counted = group.instances().stream().filter(Instance::counts).count();
        long extra = group.instances().stream().filter(each -> each.isExtra()).count();
        long headroom = Math.max(1, group.max() / 10);
        require(counted <= group.max() + headroom, counted + " instances, more than rebalancing may have");
        require(extra <= headroom + group.max() - group.desired(), "more instances beside the desired than allowed");
        for (Instance each : group.instances()) {
            boolean runs = each.isRunning();
            boolean mustRun = each.state() == State.STARTING
                    || each.state() == State.CHECKING
                    || each.state().serves();
            require(!mustRun || runs, each.state() + " without being paid for");
            require(
                    !(each.state() == State.STOPPED || each.state().isOver()) || !runs,
                    each.state() + " and still paid for");
            require(!each.state().isOver() || each.isDeadUnnoticed(), "an instance that is over is kept");
        }
        if (lane.group.runs(Processes.LAUNCH) && lane.group.runs(Processes.TERMINATE) && canLaunchSomewhere(lane)) {
            require(
                    counted - extra == group.desired() || hasRetry(lane),
                    counted + " of " + group.desired() + " desired");
        }
    }

    private static boolean canLaunchSomewhere(Lane lane) {
        for (int zone = 0; zone < lane.scenario.group.zones(); zone++) {
            if (lane.region.zones().canLaunch(zone)) {
                return true;
            }
        }
        return false;
    }

    /** A launch that failed in all zones is tried again after a while; until then instances may be missing. */
    private static boolean hasRetry(Lane lane) {
        return lane.group.waitsToRetry();
    }

    /** From the recorded rows alone: who serves has gone through everything that comes before. */
    private static void servesOnlyWhatIsInService(Lane lane) {
        Map<Long, State> states = new HashMap<>();
        for (long[] row : lane.record.instances()) {
            State next = State.values()[(int) row[3]];
            State before = states.put(row[1], next);
            if (next.serves() && row[0] > 0) {
                boolean inOrder = before == State.CHECKING || before == State.WARMING && next == State.IN_SERVICE;
                require(inOrder, next + " after " + before);
            }
            if (next == State.CHECKING) {
                require(before == State.STARTING || before == State.STOPPED, "checked after " + before);
            }
            boolean isOver = before != null && before.isOver();
            require(!isOver || before == State.FAILED && next == State.TERMINATED, next + " after " + before);
        }
    }

    /** Σ max(60 s, lifetime) × price, from the rows of the instances and nothing else. */
    private static void costsWhatItsInstancesCost(Lane lane) {
        long end = lane.scenario.durationMicros();
        double price =
                Prices.of(lane.scenario.instanceType, lane.scenario.region).microUsdPerHour();
        double volume = Prices.volumeMicroUsdPerHour(lane.scenario.region);
        Map<Long, Long> runningSince = new HashMap<>();
        Map<Long, Long> stoppedSince = new HashMap<>();
        Map<Long, State> states = new HashMap<>();
        double runMicros = 0;
        double unitMicros = 0;
        double stoppedMicros = 0;
        for (long[] row : lane.record.instances()) {
            long instance = row[1];
            State before = states.put(instance, State.values()[(int) row[3]]);
            State state = states.get(instance);
            boolean runs = state == State.STARTING || state == State.CHECKING || state.serves();
            boolean isOff = state == State.STOPPED || state.isOver();
            if (runs && !runningSince.containsKey(instance)) {
                runningSince.put(instance, row[0]);
            }
            if (isOff && runningSince.containsKey(instance)) {
                long since = runningSince.remove(instance);
                runMicros += Math.max(60e6, row[0] - since);
                unitMicros += Math.max(60e6, row[0] - since) * (1 << size(lane, since));
            }
            if (state == State.STOPPED) {
                stoppedSince.put(instance, row[0]);
            } else if (before == State.STOPPED) {
                stoppedMicros += row[0] - stoppedSince.remove(instance);
            }
        }
        for (long since : runningSince.values()) {
            runMicros += end - since;
            unitMicros += (end - since) * (double) (1 << size(lane, since));
        }
        for (long since : stoppedSince.values()) {
            stoppedMicros += end - since;
        }
        assertThat(lane.billing.hours() * 3.6e9).isCloseTo(runMicros, Offset.offset(1.0));
        double expected = (unitMicros * price + stoppedMicros * volume) / 3.6e9;
        assertThat((double) lane.billing.costMicroUsd()).isCloseTo(expected, Offset.offset(2.0));
    }

    /** The size of an instance that begins to run at this instant. */
    private static int size(Lane lane, long micros) {
        return lane.group.activities().stream()
                .filter(each -> each.cause() == Cause.RESIZE && each.atMicros() <= micros)
                .mapToInt(each -> (int) each.second())
                .reduce(0, (before, after) -> after);
    }

    private static void losesNoRequest(Lane lane) {
        Table rows = lane.rows.table();
        long[] failed = Runs.column(rows, "failed");
        long[] outside = Runs.column(rows, "outsideMicros");
        long[] cost = Runs.column(rows, "costMicroUsd");
        long sum = 0;
        for (int slot = 0; slot < failed.length; slot++) {
            require(failed[slot] >= 0 && failed[slot] <= lane.demand.requests(slot), "more failed than arrived");
            require(outside[slot] >= 0 && outside[slot] <= DrawnDemand.SLOT_MICROS, "more time outside than there is");
            require(slot == 0 || cost[slot] >= cost[slot - 1], "a row gives money back");
            sum += failed[slot];
        }
        assertThat(sum).isEqualTo(lane.load.failed);
        assertThat(cost[cost.length - 1]).isEqualTo(lane.billing.costMicroUsd());
    }

    /** Guards against an activity that simple scaling would wait for until the end of the run. */
    private static void leavesNothingOpen(Lane lane) {
        for (Activity each : lane.group.activities()) {
            long waiting = lane.group.instances().stream()
                    .filter(instance -> instance.activity() == each)
                    .count();
            require(
                    each.open() == waiting,
                    each.cause() + " waits for " + each.open() + " instances but has " + waiting);
            require(waiting > 0 == (each.endMicros() == Activity.UNDER_WAY), each.cause() + " has ended and has not");
        }
        List<long[]> rows = lane.record.instances();
        for (int row = 1; row < rows.size(); row++) {
            require(rows.get(row)[0] >= rows.get(row - 1)[0], "instances are not recorded in the order of time");
        }
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new AssertionError(otherwise);
        }
    }
}
