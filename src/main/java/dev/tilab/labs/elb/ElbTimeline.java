package dev.tilab.labs.elb;

import dev.tilab.cloud.EventLog;
import dev.tilab.simulation.lab.Action;
import dev.tilab.simulation.lab.Intervention;
import dev.tilab.simulation.timeline.Rows;
import dev.tilab.simulation.timeline.Table;
import dev.tilab.simulation.timeline.Timeline;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** What was recorded of all lanes, as the tables that the lab's scene reads. */
final class ElbTimeline {

    private static final List<String> ACTIONS =
            ElbParameters.ACTIONS.stream().map(Action::id).toList();

    private ElbTimeline() {}

    static Timeline of(ElbScenario scenario, Workload work, AddressList addresses, List<Lane> lanes) {
        List<Table> shared = new ArrayList<>(List.of(
                work.letters(),
                work.table(),
                marks(scenario, lanes),
                EventLog.byLane("names", lanes, lane -> lane.region.log()),
                Rows.byLane("health", lanes, Lane::health, "atMicros", "node", "target", "state", "reason", "streak"),
                Rows.byLane(
                        "threads",
                        lanes,
                        lane -> lane.threads.rows(),
                        "connection",
                        "fromMicros",
                        "untilMicros",
                        "node",
                        "target",
                        "closedBy")));
        List<long[]> moves = moves(scenario);
        if (!moves.isEmpty()) {
            shared.add(Rows.table("ruleOrder", moves, "atMicros", "rule", "priority"));
        }
        return new Timeline(
                scenario.durationMicros,
                facts(scenario, work, addresses),
                dictionaries(),
                List.copyOf(shared),
                lanes.stream().map(lane -> lane.record.table()).toList());
    }

    private static Map<String, List<String>> facts(ElbScenario scenario, Workload work, AddressList addresses) {
        Map<String, List<String>> facts = new LinkedHashMap<>();
        facts.put("lanes", texts(scenario.balancers, Words::id));
        facts.put("services", Service.ids());
        facts.put("servicePort", texts(List.of(Service.values()), scenario::port));
        facts.put("zones", ElbParameters.ZONES);
        facts.put("targets", texts(scenario.targets, Placed::name));
        facts.put(
                "targetService",
                texts(scenario.targets, target -> target.service().ordinal()));
        facts.put("targetZone", texts(scenario.targets, Placed::zone));
        facts.put(
                "targetAddress",
                texts(scenario.targets, each -> Addresses.ofTarget(scenario.targets, scenario.targets.indexOf(each))));
        facts.put("senders", texts(work.senders, sender -> Words.id(sender.kind())));
        facts.put("senderRow", texts(work.senders, sender -> sender.kind().row));
        facts.put("senderAddress", texts(work.senders, Sender::address));
        facts.put("senderZone", texts(work.senders, Sender::zone));
        facts.put("rules", scenario.albRules.texts());
        facts.put("defaultRule", List.of(scenario.albRules.otherwiseText()));
        facts.put(
                "listeners",
                scenario.balancers.stream()
                        .flatMap(balancer -> scenario.listeners(balancer).stream()
                                .map(listener -> Words.id(balancer) + ":" + listener.text()))
                        .toList());
        facts.put("ttlMicros", List.of("" + scenario.ttlMicros));
        facts.put(
                "idleMicros",
                texts(scenario.balancers, balancer -> balancer == Balancer.DNS ? -1 : scenario.idleMicros(balancer)));
        facts.put("checkIntervalMicros", List.of("" + scenario.healthCheck.intervalMicros()));
        facts.put("healthyThreshold", List.of("" + scenario.healthCheck.healthyThreshold()));
        facts.put("connectTimeoutMicros", List.of("" + scenario.connectTimeoutMicros));
        facts.put("crossZone", texts(scenario.balancers, balancer -> scenario.crossesZones(balancer) ? "on" : "off"));
        facts.put("scheme", List.of(scenario.isInternal ? "internal" : "internet-facing"));
        facts.put("preserveClientIp", List.of(scenario.preservesClientIp ? "on" : "off"));
        facts.put("addresses", addresses.texts());
        facts.put("seed", List.of("" + scenario.seed));
        return Collections.unmodifiableMap(facts);
    }

    private static <T> List<String> texts(List<T> things, Function<T, Object> text) {
        return things.stream().map(each -> text.apply(each).toString()).toList();
    }

    private static Map<String, List<String>> dictionaries() {
        Map<String, List<String>> words = new LinkedHashMap<>();
        words.put("outcome", Words.ids(Fate.values()));
        words.put(
                "kind",
                Stream.concat(ACTIONS.stream(), Words.ids(SystemMark.values()).stream())
                        .toList());
        words.put("closedBy", Words.ids(ClosedBy.values()));
        words.put("healthState", Lane.STATES);
        words.put("state", Lane.STATES);
        words.put("reason", Lane.REASONS);
        words.put("ask", Ask.texts());
        return Collections.unmodifiableMap(words);
    }

    /** What persons did and what the system did by itself, by time. */
    private static Table marks(ElbScenario scenario, List<Lane> lanes) {
        List<long[]> rows = new ArrayList<>();
        for (Intervention each : scenario.interventions) {
            rows.add(new long[] {
                each.atMicros(),
                ACTIONS.indexOf(each.action()),
                each.index(),
                (long) StrictMath.rint(each.value() * 1000),
                1,
                -1
            });
        }
        for (int lane = 0; lane < lanes.size(); lane++) {
            for (long[] mark : lanes.get(lane).marks()) {
                rows.add(new long[] {mark[0], ACTIONS.size() + mark[1], mark[2], 0, 0, lane});
            }
        }
        rows.sort(Comparator.comparingLong(row -> row[0]));
        return Rows.table("marks", rows, "atMicros", "kind", "subject", "value", "person", "lane");
    }

    /** The priorities of rules, of each that got another one. */
    private static List<long[]> moves(ElbScenario scenario) {
        List<long[]> rows = new ArrayList<>();
        ListenerRules rules = scenario.albRules;
        for (Intervention each : scenario.interventions) {
            if (each.action().equals(ElbParameters.MOVE.id())) {
                ListenerRules before = rules;
                rules = rules.moved(each.index(), (int) each.value());
                for (int place = 0; place < rules.rules().size(); place++) {
                    int priority = rules.rules().get(place).priority();
                    if (priority != before.rules().get(place).priority()) {
                        rows.add(new long[] {each.atMicros(), place, priority});
                    }
                }
            }
        }
        return rows;
    }
}
