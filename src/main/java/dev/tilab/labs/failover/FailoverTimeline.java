package dev.tilab.labs.failover;

import dev.tilab.cloud.EventLog;
import dev.tilab.cloud.Outcome;
import dev.tilab.cloud.Zones;
import dev.tilab.cloud.balancer.NodeState;
import dev.tilab.cloud.database.Attempt;
import dev.tilab.cloud.database.ClientState;
import dev.tilab.cloud.database.Loss;
import dev.tilab.cloud.database.Note;
import dev.tilab.cloud.database.Phase;
import dev.tilab.cloud.database.Role;
import dev.tilab.cloud.database.Topology;
import dev.tilab.simulation.lab.Action;
import dev.tilab.simulation.timeline.Column;
import dev.tilab.simulation.timeline.Rows;
import dev.tilab.simulation.timeline.Table;
import dev.tilab.simulation.timeline.Timeline;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What was recorded of all lanes, as the tables that the lab's scene reads. */
final class FailoverTimeline {

    /** What can become of a request here, in the order in which the column counts them. */
    private static final List<Outcome> OUTCOMES =
            List.of(Outcome.IN_FLIGHT, Outcome.COMPLETED, Outcome.TIMED_OUT, Outcome.RESET, Outcome.NO_CONNECTION);

    private FailoverTimeline() {}

    static Timeline of(FailoverScenario scenario, Workload work, List<Lane> lanes) {
        List<Table> shared = new ArrayList<>(List.of(
                work.table(),
                marks(scenario),
                lanes.get(0).region.log().table("zones").timeline("zones")));
        for (String table : List.of("machines", "clients", "attempts", "names", "phases")) {
            shared.add(byLane(table, lanes));
        }
        shared.add(Rows.byLane(
                "losses", lanes, FailoverTimeline::losses, "atMicros", "untilMicros", "cause", "firstLsn", "lastLsn"));
        shared.add(Rows.byLane(
                "outOfReach", lanes, FailoverTimeline::outOfReach, "atMicros", "untilMicros", "firstLsn", "lastLsn"));
        shared.add(byLane("notes", lanes));
        if (scenario.hasBalancer()) {
            shared.add(byLane("nodes", lanes));
            shared.add(byLane("health", lanes));
        }
        return new Timeline(
                scenario.durationMicros,
                facts(scenario),
                dictionaries(scenario),
                List.copyOf(shared),
                lanes.stream().map(FailoverTimeline::table).toList());
    }

    private static Table byLane(String name, List<Lane> lanes) {
        return EventLog.byLane(name, lanes, lane -> lane.region.log());
    }

    private static Map<String, List<String>> facts(FailoverScenario scenario) {
        List<Topology> lanes = scenario.topologies;
        Map<String, List<String>> facts = new LinkedHashMap<>();
        facts.put("lanes", lanes.stream().map(topology -> topology.id).toList());
        facts.put("zones", FailoverParameters.ZONES);
        facts.put(
                "machines",
                lanes.stream().map(topology -> zonesOf(topology, scenario)).toList());
        facts.put("clients", List.of(Integer.toString(scenario.clients)));
        facts.put("cachingClients", List.of(Integer.toString(scenario.cachingClients)));
        facts.put(
                "clientZones",
                IntStream.range(0, scenario.clients)
                        .mapToObj(client -> Integer.toString(scenario.zoneOf(client)))
                        .toList());
        facts.put("azLatencyMicros", List.of(Long.toString(scenario.cluster.latencyMicros())));
        facts.put("dnsTtlMicros", List.of(Long.toString(scenario.dnsTtlMicros)));
        facts.put("clientDnsCacheMicros", List.of(Long.toString(scenario.clientCacheMicros)));
        facts.put("requestTimeoutMicros", List.of(Long.toString(scenario.clientSettings.requestTimeoutMicros())));
        facts.put("backupMicros", List.of(Long.toString(scenario.cluster.backupMicros())));
        facts.put(
                "documentedSeconds",
                lanes.stream()
                        .map(each -> each.documentedMaxSeconds == 0
                                ? ""
                                : each.documentedMinSeconds + "-" + each.documentedMaxSeconds)
                        .toList());
        facts.put("sla", lanes.stream().map(each -> text(each.slaPercent)).toList());
        facts.put(
                "relativePrice",
                lanes.stream().map(each -> text(each.relativePrice)).toList());
        facts.put("seed", List.of(Long.toString(scenario.seed)));
        if (scenario.hasBalancer()) {
            facts.put(
                    "balancerNodes",
                    scenario.balancer.zones().stream()
                            .map(zone -> Integer.toString(zone))
                            .toList());
            facts.put("users", List.of(Integer.toString(scenario.users)));
            facts.put("balancerDnsTtlMicros", List.of(Long.toString(scenario.balancer.ttlMicros())));
            facts.put("crossZone", List.of(scenario.balancer.crossZone() ? "on" : "off"));
        }
        return Collections.unmodifiableMap(facts);
    }

    private static String text(double number) {
        return dev.tilab.simulation.lab.Decimals.text(BigDecimal.valueOf(number));
    }

    private static String zonesOf(Topology topology, FailoverScenario scenario) {
        return scenario.cluster.zones(topology).stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    private static Map<String, List<String>> dictionaries(FailoverScenario scenario) {
        Map<String, List<String>> words = new LinkedHashMap<>();
        words.put("operation", List.of("write", "read"));
        words.put("outcome", OUTCOMES.stream().map(Outcome::id).toList());
        words.put("lost", Words.ids(Loss.values()));
        words.put("cause", Words.ids(Loss.values()));
        words.put("zoneState", Words.ids(Zones.State.values()));
        words.put("role", Words.ids(Role.values()));
        words.put("state", Words.ids(ClientState.values()));
        words.put("result", Words.ids(Attempt.values()));
        words.put("phase", Words.ids(Phase.values()));
        words.put("note", Words.ids(Note.values()));
        words.put("kind", FailoverParameters.ACTIONS.stream().map(Action::id).toList());
        if (scenario.hasBalancer()) {
            words.put("nodeState", Words.ids(NodeState.values()));
        }
        return Collections.unmodifiableMap(words);
    }

    private static Table marks(FailoverScenario scenario) {
        List<String> kinds = FailoverParameters.ACTIONS.stream().map(Action::id).toList();
        List<long[]> rows = scenario.interventions.stream()
                .map(each -> new long[] {
                    each.atMicros(),
                    kinds.indexOf(each.action()),
                    each.index(),
                    (long) StrictMath.rint(each.value() * 1000),
                    1
                })
                .toList();
        return Rows.table("marks", rows, "atMicros", "kind", "subject", "value", "person");
    }

    private static List<long[]> losses(Lane lane) {
        return lane.cluster.losses().ranges().stream()
                .filter(each -> each.cause.isLost())
                .map(each ->
                        new long[] {each.atMicros, each.untilMicros(), each.cause.ordinal(), each.first, each.last})
                .toList();
    }

    private static List<long[]> outOfReach(Lane lane) {
        return lane.cluster.losses().ranges().stream()
                .filter(each -> each.cause == Loss.OUT_OF_REACH)
                .map(each -> new long[] {each.atMicros, each.untilMicros(), each.first, each.last})
                .toList();
    }

    private static Table table(Lane lane) {
        RequestRecord record = lane.record;
        LaneFigures figures = new LaneFigures(lane);
        long[] lost = IntStream.range(0, lane.work.rows())
                .mapToLong(row -> figures.loss(row).ordinal())
                .toArray();
        List<Column> columns = new ArrayList<>(List.of(
                column(
                        "outcome",
                        Arrays.stream(record.outcome)
                                .mapToLong(OUTCOMES::indexOf)
                                .toArray()),
                column("endedMicros", record.endedMicros),
                column("machine", record.machine),
                column("lsn", record.lsn),
                column("sentMicros", record.sentMicros),
                column("log0Micros", record.logMicros[0]),
                column("log1Micros", record.logMicros[1]),
                column("log2Micros", record.logMicros[2]),
                column("confirmedBy", record.confirmedBy),
                column("lost", lost)));
        if (lane.scenario.hasBalancer()) {
            columns.add(Workload.column("node", record.node));
            columns.add(Workload.column("client", record.client));
        }
        return new Table("lane", lane.work.rows(), List.copyOf(columns));
    }

    private static Column column(String name, long[] values) {
        return new Column(name, values, false);
    }
}
