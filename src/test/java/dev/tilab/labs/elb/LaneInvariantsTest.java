package dev.tilab.labs.elb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tilab.cloud.Zones;
import dev.tilab.labs.elb.ElbSummary.Count;
import dev.tilab.labs.elb.ElbSummary.LaneSummary;
import dev.tilab.labs.elb.ElbSummary.ServiceSummary;
import dev.tilab.labs.elb.ElbSummary.TargetSummary;
import dev.tilab.simulation.lab.Intervention;
import dev.tilab.simulation.timeline.Column;
import dev.tilab.simulation.timeline.Table;
import dev.tilab.simulation.timeline.Timeline;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds in every lane of every run, whatever is done to it. */
class LaneInvariantsTest {

    private static final Map<ElbScenario, List<Lane>> RUNS = new HashMap<>();

    /** Each run once, whatever is asked of it. */
    private static List<Lane> lanes(ElbScenario scenario) {
        return RUNS.computeIfAbsent(scenario, Runs::lanes);
    }

    @AfterAll
    static void forget() {
        RUNS.clear();
    }

    static Stream<ElbScenario> anything() {
        return LongStream.range(0, 16).mapToObj(Runs::any);
    }

    static Stream<ElbScenario> scenarios() {
        return Stream.concat(anything(), Runs.LAB.presets().stream().map(preset -> Runs.LAB.scenario(preset.values())));
    }

    /** Guards against letters that are counted twice or that fall out of the figures. */
    @ParameterizedTest
    @MethodSource("scenarios")
    void whatIsSentIsDeliveredOrFailedOrOnItsWay(ElbScenario scenario) {
        long sent = new Workload(scenario).rows();
        for (LaneSummary lane : Runs.LAB.summary(scenario).lanes()) {
            assertThat(lane.sent()).isEqualTo(sent);
            assertThat(lane.delivered() + lane.failed() + lane.inFlight()).isEqualTo(sent);
            assertThat(lane.failedBy().stream().mapToLong(Count::count).sum()).isEqualTo(lane.failed());
            assertThat(lane.services().stream().mapToLong(ServiceSummary::sent).sum())
                    .isEqualTo(sent);
            assertThat(lane.targets().stream()
                            .mapToLong(TargetSummary::delivered)
                            .sum())
                    .isEqualTo(lane.delivered());
        }
    }

    /** Guards against an end without an outcome, a delivery without a target, an answer by who is not there. */
    @ParameterizedTest
    @MethodSource("scenarios")
    void aLetterGoesItsWayInOrder(ElbScenario scenario) {
        for (Lane lane : lanes(scenario)) {
            for (int row = 0; row < lane.work.rows(); row++) {
                Supplier<String> letter = letter(lane, row);
                Fate fate = lane.record.fate(row);
                int ended = lane.record.endedMicros(row);
                require((fate == Fate.IN_FLIGHT) == ended < 0, letter, " has an end without an outcome");
                require(
                        lane.work.atMicros[row] + Math.max(0, ended) <= scenario.durationMicros,
                        letter,
                        " ends after the run");
                boolean arrived = fate == Fate.DELIVERED || fate == Fate.WRONG_404;
                int reached = lane.record.reachedMicros(row);
                require(!arrived || reached >= 0 && reached <= ended, letter, " arrived nowhere");
                if (lane.balancer == Balancer.DNS) {
                    continue;
                }
                int target = lane.record.target(row);
                require(reached < 0 || target >= 0 && lane.record.node(row) >= 0, letter, " came by no node");
                if (arrived) {
                    boolean right = scenario.targets.get(target).service() == lane.work.serviceOf(row);
                    require(right == (fate == Fate.DELIVERED), letter, " is taken for another");
                    require(
                            lane.scenario.crossesZones(lane.balancer)
                                    || scenario.targets.get(target).zone() == lane.record.node(row),
                            letter,
                            " crosses zones");
                }
                require(fate != Fate.OLD_ADDRESS || lane.balancer.renewsAddresses(), letter, " has an old address");
                require((lane.record.rule(row) >= -1) == wasRead(lane, row), letter, " was read by who does not read");
            }
        }
    }

    private static boolean wasRead(Lane lane, int row) {
        return lane.record.rule(row) != LetterRecord.NO_RULE && lane.balancer == Balancer.ALB;
    }

    /** Guards against deliveries through a dark node, from a stopped target, from outside into an internal balancer. */
    @ParameterizedTest
    @MethodSource("scenarios")
    void nobodyDeliversWhoCannot(ElbScenario scenario) {
        for (Lane lane : lanes(scenario)) {
            for (int row = 0; row < lane.work.rows(); row++) {
                if (lane.record.fate(row) != Fate.DELIVERED || lane.balancer == Balancer.DNS) {
                    continue;
                }
                long at = lane.work.atMicros[row] + lane.record.endedMicros(row);
                Supplier<String> letter = letter(lane, row);
                int node = lane.record.node(row);
                int target = lane.record.target(row);
                require(!is(scenario, "fail-zone", "repair-zone", node, at), letter, " came by a dark node");
                require(
                        !is(
                                scenario,
                                "fail-zone",
                                "repair-zone",
                                scenario.targets.get(target).zone(),
                                at),
                        letter,
                        " came to a dark target");
                require(!is(scenario, "stop", "start", target, at), letter, " came to a stopped target");
                boolean outside = lane.work.senders.get(lane.work.sender[row]).zone() == Zones.OUTSIDE;
                boolean internal = scenario.isInternal
                                && scenario.interventions.stream()
                                        .noneMatch(each -> each.action().equals("make-public"))
                        || is(scenario, "make-internal", "make-public", 0, lane.work.atMicros[row])
                                && is(scenario, "make-internal", "make-public", 0, at);
                require(!outside || !internal, letter, " came in from outside");
            }
        }
    }

    private static boolean is(ElbScenario scenario, String begins, String ends, int subject, long atMicros) {
        boolean is = false;
        for (Intervention each : scenario.interventions) {
            if (each.atMicros() <= atMicros && each.index() == subject) {
                is = each.action().equals(begins) || is && !each.action().equals(ends);
            }
        }
        return is;
    }

    /** Guards against a lane that draws for itself: whoever compares balancers compares the same letters. */
    @ParameterizedTest
    @MethodSource("anything")
    void aLaneIsTheSameWhicheverOthersStandBesideIt(ElbScenario scenario) {
        List<Lane> together = Runs.lanes(Runs.with(scenario, "balancers", "alb,nlb,clb,dns"));
        for (Lane lane : together) {
            Lane alone = Runs.lanes(Runs.with(scenario, "balancers", Words.id(lane.balancer)))
                    .get(0);
            columnsAreSame(alone.record.table(), lane.record.table(), "address");
        }
    }

    private static void columnsAreSame(Table one, Table other, String but) {
        for (Column column : one.columns()) {
            if (!column.name().equals(but)) {
                assertThat(other.values(column.name())).as(column.name()).isEqualTo(column.values());
            }
        }
    }

    /** Guards against an intervention that is felt before it happens. */
    @ParameterizedTest
    @MethodSource("anything")
    void whatIsDoneLeavesWhatWasBefore(ElbScenario scenario) {
        long when = scenario.durationMicros / 3;
        List<Lane> before = lanes(scenario);
        List<String> all = List.of("fail-zone:az-a", "stop:target-1", "renew-addresses:balancers", "shut:api");
        for (String done : all.subList((int) (scenario.seed % 4), (int) (scenario.seed % 4) + 1)) {
            String at = scenario.values().get("at");
            List<Lane> after =
                    Runs.lanes(Runs.with(scenario, "at", (at.isEmpty() ? "" : at + ",") + when / 1000 + "ms:" + done));
            for (int lane = 0; lane < before.size(); lane++) {
                pastIsSame(before.get(lane), after.get(lane), when / 1000 * 1000);
            }
        }
    }

    private static void pastIsSame(Lane before, Lane after, long whenMicros) {
        for (int row = 0; row < before.work.rows() && before.work.atMicros[row] < whenMicros; row++) {
            int ended = before.record.endedMicros(row);
            if (ended >= 0 && before.work.atMicros[row] + ended < whenMicros) {
                assertThat(after.record.fate(row)).isEqualTo(before.record.fate(row));
                assertThat(after.record.endedMicros(row)).isEqualTo(ended);
                assertThat(after.record.target(row)).isEqualTo(before.record.target(row));
                assertThat(after.record.node(row)).isEqualTo(before.record.node(row));
            }
        }
    }

    /** Guards against connections that overlap, run backwards, or end at a target that they do not keep. */
    @ParameterizedTest
    @MethodSource("scenarios")
    void connectionsAreKeptOneAfterTheOther(ElbScenario scenario) {
        for (Lane lane : lanes(scenario)) {
            require(
                    lane.balancer != Balancer.NLB || lane.record.mostTargets() <= 1,
                    "a flow of a Network Load Balancer goes to two targets");
            long[] until = new long[lane.work.senders.size()];
            for (Threads.Line each : lane.threads.all()) {
                int sender = lane.work.connectionSender[each.connection];
                require(each.fromMicros <= each.untilMicros, "a connection that runs backwards");
                require(each.untilMicros <= scenario.durationMicros, "a connection that outlives the run");
                // a silent target is given up only when patience ends, and a letter that seeks its way comes late
                long overlap = scenario.triesNext ? scenario.durationMicros : scenario.connectTimeoutMicros;
                require(each.fromMicros + overlap >= until[sender], "two at a time");
                until[sender] = each.untilMicros;
                require(
                        lane.balancer != Balancer.ALB
                                || each.target < 0
                                || lane.work.askOf(each.connection) == Ask.CHAT,
                        "only WebSocket runs through an Application Load Balancer");
            }
        }
    }

    /** Guards against tables that the player could not read: marks out of order, numbers without a word. */
    @ParameterizedTest
    @MethodSource("anything")
    void tablesAreInOrder(ElbScenario scenario) {
        Timeline run = Runs.LAB.timeline(scenario);
        long[] marks = run.table("marks").values("atMicros");
        assertThat(marks).isSorted();
        int addresses = run.facts().get("addresses").size();
        assertThat(Arrays.stream(run.table("names").values("address"))).allMatch(each -> each < addresses);
        for (Table table : run.shared()) {
            for (Column column : table.columns()) {
                int words = run.dictionaries()
                        .getOrDefault(column.name(), List.of())
                        .size();
                for (long value : column.values()) {
                    require(words == 0 || value >= 0 && value < words, column.name() + " has no word for " + value);
                }
            }
        }
    }

    private static Supplier<String> letter(Lane lane, int row) {
        return () -> lane.balancer + " letter " + row + " of " + lane.scenario;
    }

    private static void require(boolean condition, Supplier<String> who, String otherwise) {
        if (!condition) {
            throw new AssertionError(who.get() + otherwise);
        }
    }

    private static void require(boolean condition, String otherwise) {
        require(condition, () -> "", otherwise);
    }
}
