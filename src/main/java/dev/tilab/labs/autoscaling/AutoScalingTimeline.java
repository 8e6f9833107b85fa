package dev.tilab.labs.autoscaling;

import dev.tilab.cloud.compute.Alarm;
import dev.tilab.cloud.compute.Cause;
import dev.tilab.cloud.compute.Prices;
import dev.tilab.cloud.compute.State;
import dev.tilab.cloud.traffic.DrawnDemand;
import dev.tilab.cloud.traffic.Traffic;
import dev.tilab.simulation.lab.Action;
import dev.tilab.simulation.lab.Decimals;
import dev.tilab.simulation.timeline.Column;
import dev.tilab.simulation.timeline.Rows;
import dev.tilab.simulation.timeline.Table;
import dev.tilab.simulation.timeline.Timeline;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What was recorded of all lanes, as the tables that the lab's scene reads. */
final class AutoScalingTimeline {

    /** A picture of more than a day has a row a minute. */
    private static final long LONGEST_IN_SLOTS_MICROS = Traffic.DAY_MICROS;

    private static final int SLOTS_A_MINUTE = 12;

    /** When the run begins, on the clock that the traffic keeps. */
    private static final String START = "2026-03-02T00:00+09:00";

    private AutoScalingTimeline() {}

    static int slotsARow(AutoScalingScenario scenario) {
        return scenario.durationMicros() <= LONGEST_IN_SLOTS_MICROS ? 1 : SLOTS_A_MINUTE;
    }

    /** @param bounds null where no number of instances keeps the objective */
    static Timeline of(AutoScalingScenario scenario, DrawnDemand demand, List<Lane> lanes, Bounds bounds) {
        int slotsARow = slotsARow(scenario);
        List<Table> shared = new ArrayList<>();
        shared.add(demand(demand, slotsARow));
        shared.add(marks(scenario));
        shared.add(Rows.byLane(
                "instances", lanes, lane -> lane.record.instances(), "atMicros", "instance", "zone", "state"));
        shared.add(Rows.byLane(
                "datapoints", lanes, lane -> lane.record.datapoints(), "atMicros", "value", "high", "low", "alarm"));
        shared.add(Rows.byLane(
                "activities",
                lanes,
                AutoScalingTimeline::activities,
                "atMicros",
                "endMicros",
                "from",
                "to",
                "cause",
                "first",
                "second",
                "third"));
        shared.add(Rows.byLane("cooldowns", lanes, lane -> lane.record.cooldowns(), "atMicros", "untilMicros"));
        shared.add(Rows.byLane("waits", lanes, lane -> lane.waits.rows(), "atMicros", "untilMicros", "part"));
        shared.add(BoundTables.bound(bounds, demand.slots(), slotsARow));
        shared.add(BoundTables.capped(bounds, scenario));
        return new Timeline(
                scenario.durationMicros(),
                facts(scenario, lanes, slotsARow),
                dictionaries(),
                List.copyOf(shared),
                lanes.stream().map(lane -> lane.rows.table()).toList());
    }

    private static Map<String, List<String>> facts(AutoScalingScenario scenario, List<Lane> lanes, int slotsARow) {
        Prices.Price price = Prices.of(scenario.instanceType, scenario.region);
        Map<String, List<String>> facts = new LinkedHashMap<>();
        facts.put("lanes", each(lanes, lane -> lane.policy.id()));
        facts.put("zones", AutoScalingParameters.ZONES.subList(0, scenario.group.zones()));
        facts.put("startClock", List.of(START));
        facts.put("slotMicros", List.of(Long.toString(slotsARow * DrawnDemand.SLOT_MICROS)));
        facts.put("instanceCapacity", List.of(Decimals.text(BigDecimal.valueOf(scenario.service.perSecond()))));
        facts.put("priceMicroUsd", each(lanes, lane -> Long.toString(price.microUsdPerHour())));
        facts.put("objectiveMicros", List.of(Long.toString(scenario.service.objectiveMicros())));
        facts.put("timeoutMicros", List.of(Long.toString(scenario.service.timeoutMicros())));
        facts.put("min", each(lanes, lane -> Integer.toString(lane.group.min())));
        facts.put("max", each(lanes, lane -> Integer.toString(lane.group.max())));
        facts.put("desired", List.of(Integer.toString(scenario.group.limits().desired())));
        facts.put("high", each(lanes, lane -> threshold(lane.scaling.high())));
        facts.put("low", each(lanes, lane -> threshold(lane.scaling.low())));
        facts.put("highNeeded", each(lanes, lane -> needed(lane.scaling.high())));
        facts.put("lowNeeded", each(lanes, lane -> needed(lane.scaling.low())));
        facts.put("metric", each(lanes, lane -> lane.policy.metric().id()));
        facts.put("documentedPrice", List.of(price.date()));
        facts.put("seed", List.of(Long.toString(scenario.seed)));
        return Collections.unmodifiableMap(facts);
    }

    private static List<String> each(List<Lane> lanes, Function<Lane, String> fact) {
        return lanes.stream().map(fact).toList();
    }

    private static String threshold(Optional<Alarm> alarm) {
        return alarm.map(each -> Long.toString(Math.round(each.threshold() * 10)))
                .orElse("");
    }

    private static String needed(Optional<Alarm> alarm) {
        return alarm.map(each -> Integer.toString(each.needed())).orElse("");
    }

    private static Map<String, List<String>> dictionaries() {
        Map<String, List<String>> words = new LinkedHashMap<>();
        words.put("state", State.ids());
        words.put("cause", Cause.ids());
        words.put("alarm", List.of("ok", "high", "low"));
        words.put("part", Waits.Part.ids());
        words.put("kind", kinds());
        return Collections.unmodifiableMap(words);
    }

    private static List<String> kinds() {
        List<String> kinds = new ArrayList<>(
                AutoScalingParameters.ACTIONS.stream().map(Action::id).toList());
        kinds.add("rush");
        return List.copyOf(kinds);
    }

    private static Table demand(DrawnDemand demand, int slotsARow) {
        int rows = LaneRows.rows(demand.slots(), slotsARow);
        long[] at = new long[rows];
        long[] requests = new long[rows];
        for (int slot = 0; slot < demand.slots(); slot++) {
            at[slot / slotsARow] = slot / slotsARow * slotsARow * DrawnDemand.SLOT_MICROS;
            requests[slot / slotsARow] += demand.requests(slot);
        }
        return new Table(
                "demand", rows, List.of(new Column("atMicros", at, true), new Column("requests", requests, false)));
    }

    private static Table marks(AutoScalingScenario scenario) {
        List<String> kinds = kinds();
        List<long[]> rows = new ArrayList<>();
        new Traffic(scenario.traffic).rushes().forEach(at -> rows.add(new long[] {at, kinds.indexOf("rush"), 0, 0, 0}));
        scenario.interventions.forEach(each -> rows.add(new long[] {
            each.atMicros(), kinds.indexOf(each.action()), each.index(), (long) StrictMath.rint(each.value() * 1000), 1
        }));
        rows.sort(Comparator.comparingLong(row -> row[0]));
        return Rows.table("marks", rows, "atMicros", "kind", "subject", "value", "person");
    }

    private static List<long[]> activities(Lane lane) {
        return lane.group.activities().stream()
                .map(each -> new long[] {
                    each.atMicros(),
                    each.endMicros(),
                    each.from(),
                    each.to(),
                    each.cause().ordinal(),
                    each.first(),
                    each.second(),
                    each.third()
                })
                .toList();
    }
}
