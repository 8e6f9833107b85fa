package dev.tilab.labs.failover;

import dev.tilab.cloud.database.Topology;
import dev.tilab.labs.failover.FailoverSummary.DocumentedRange;
import dev.tilab.labs.failover.FailoverSummary.Outage;
import dev.tilab.simulation.engine.Effort;
import dev.tilab.simulation.lab.Seeds;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The same scenario with one seed after another: how outages are distributed.
 *
 * @param from how far the first seed lies above the scenario's own
 * @param runs how many seeds
 * @param lanes one a topology
 */
public record FailoverReplications(int from, int runs, List<LaneOutages> lanes) {

    /**
     * One number a seed, in the order of the seeds; null where the outage had not ended by the end of the run.
     *
     * @param firstSeconds until the first write worked again
     * @param lastSeconds until the last client was linked again
     * @param acknowledgedWritesLost writes that were acknowledged and are gone
     * @param documentedSeconds what the documents say of the first; null where they say nothing
     */
    public record LaneOutages(
            String topology,
            List<Double> firstSeconds,
            List<Double> lastSeconds,
            List<Long> acknowledgedWritesLost,
            DocumentedRange documentedSeconds) {}

    static FailoverReplications of(FailoverScenario scenario, Seeds seeds) {
        Effort.current().consistsOf(seeds.runs() * scenario.topologies.size());
        List<LaneOutages> lanes = new ArrayList<>();
        for (Topology topology : scenario.topologies) {
            lanes.add(new LaneOutages(
                    topology.id,
                    new ArrayList<>(),
                    new ArrayList<>(),
                    new ArrayList<>(),
                    LaneFigures.documented(topology)));
        }
        for (int run = 0; run < seeds.runs(); run++) {
            Map<String, String> values = new LinkedHashMap<>(scenario.values());
            values.put("seed", Long.toString((scenario.seed + seeds.from() + run) % FailoverScenario.SEEDS));
            FailoverScenario other = new FailoverScenario(values);
            Workload work = new Workload(other);
            for (LaneOutages outages : lanes) {
                Lane lane = new Lane(other, Topology.of(outages.topology()), work);
                lane.run();
                LaneFigures figures = new LaneFigures(lane);
                Outage outage = figures.outage();
                outages.firstSeconds().add(outage.first());
                outages.lastSeconds().add(outage.last());
                outages.acknowledgedWritesLost().add(figures.lost());
            }
        }
        return new FailoverReplications(
                seeds.from(),
                seeds.runs(),
                lanes.stream()
                        .map(lane -> new LaneOutages(
                                lane.topology(),
                                Collections.unmodifiableList(lane.firstSeconds()),
                                Collections.unmodifiableList(lane.lastSeconds()),
                                Collections.unmodifiableList(lane.acknowledgedWritesLost()),
                                lane.documentedSeconds()))
                        .toList());
    }
}
