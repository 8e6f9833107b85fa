package dev.tilab.labs.loadbalancing;

import dev.tilab.cloud.Outcome;
import dev.tilab.cloud.balancer.LoadBalancingStrategy;
import dev.tilab.cloud.balancer.Strategy;
import dev.tilab.simulation.lab.Decimals;
import dev.tilab.simulation.timeline.Column;
import dev.tilab.simulation.timeline.Table;
import dev.tilab.simulation.timeline.Timeline;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;

/** Runs a scenario and keeps everything about it, in the tables that the lab's scene reads. */
final class LoadBalancingTimeline {

    /** What can become of a request here, in the order in which the column counts them. */
    static final List<Outcome> OUTCOMES =
            List.of(Outcome.IN_FLIGHT, Outcome.COMPLETED, Outcome.REJECTED, Outcome.FAILED);

    private LoadBalancingTimeline() {}

    static Timeline of(LoadBalancingScenario scenario) {
        List<Mark> marks = HealthCheck.marks(scenario);
        StoredWorkload workload = new StoredWorkload(
                new DrawnWorkload(scenario), (int) (scenario.requests() * 1.1) + 100, scenario.durationMicros);
        List<Table> lanes = new ArrayList<>();
        for (LoadBalancingStrategy strategy : scenario.strategies) {
            LaneColumns columns = new LaneColumns(scenario, workload.requests());
            new Lane(scenario, strategy::strategy, workload.replay(), marks, columns).run();
            lanes.add(columns.table());
        }
        return new Timeline(
                scenario.durationMicros,
                facts(scenario),
                dictionaries(),
                List.of(workload.table(), table(marks)),
                List.copyOf(lanes));
    }

    private static Map<String, List<String>> facts(LoadBalancingScenario scenario) {
        Map<String, List<String>> facts = new LinkedHashMap<>();
        facts.put(
                "lanes",
                scenario.strategies.stream().map(LoadBalancingStrategy::id).toList());
        facts.put(
                "targets",
                IntStream.rangeClosed(1, scenario.speeds.size())
                        .mapToObj(number -> "target-" + number)
                        .toList());
        facts.put(
                "speeds",
                scenario.speeds.stream()
                        .map(BigDecimal::valueOf)
                        .map(Decimals::text)
                        .toList());
        facts.put("latencyMicros", List.of(Long.toString(scenario.latencyMicros)));
        facts.put("seed", List.of(Long.toString(scenario.seed)));
        return Collections.unmodifiableMap(facts);
    }

    private static Map<String, List<String>> dictionaries() {
        Map<String, List<String>> dictionaries = new LinkedHashMap<>();
        dictionaries.put("outcome", OUTCOMES.stream().map(Outcome::id).toList());
        dictionaries.put(
                "reason",
                Arrays.stream(Strategy.Reason.values()).map(Strategy.Reason::id).toList());
        dictionaries.put(
                "kind", Arrays.stream(Mark.Kind.values()).map(each -> each.id).toList());
        return Collections.unmodifiableMap(dictionaries);
    }

    private static Table table(List<Mark> marks) {
        return new Table(
                "marks",
                marks.size(),
                List.of(
                        column("atMicros", true, marks, Mark::atMicros),
                        column("kind", false, marks, mark -> mark.kind().ordinal()),
                        column("target", false, marks, Mark::target),
                        column("value", false, marks, mark -> (long) StrictMath.rint(mark.value() * 1000)),
                        column("person", false, marks, mark -> mark.kind().intervention ? 1 : 0)));
    }

    private static Column column(String name, boolean ascending, List<Mark> marks, ToLongFunction<Mark> value) {
        return new Column(name, marks.stream().mapToLong(value).toArray(), ascending);
    }
}
