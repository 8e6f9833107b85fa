package dev.tilab.labs.loadbalancing;

import dev.tilab.cloud.balancer.LoadBalancingStrategy;
import dev.tilab.simulation.engine.Effort;
import dev.tilab.simulation.engine.Student;
import dev.tilab.simulation.lab.Seeds;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * The same scenario with one seed after another: whether strategies differ, or only these requests happened to. Waits of one run
 * hang together, so that an interval made of its requests covers the truth in a quarter to two thirds of all runs; those made here
 * have one observation a seed.
 *
 * @param from how far the first seed lies above the scenario's own
 * @param runs how many seeds
 * @param lanes one a strategy
 */
public record LoadBalancingReplications(int from, int runs, List<LaneReplications> lanes) {

    /** With fewer seeds nothing is said about differences. */
    static final int FEWEST = 20;

    /**
     * How a strategy fared; in milliseconds. Numbers of seeds are in the order of the seeds, null where nothing was completed.
     *
     * @param meanMs mean response time of each seed
     * @param p95Ms 95th percentile of each seed
     * @param p95From how much it moves from seed to seed: nine of ten seeds lie from here
     * @param p95To up to here
     * @param meanToFirst how much higher the mean is than the first strategy's with the same seeds; null for that one itself, and
     *     where fewer than {@value #FEWEST} seeds have both
     * @param p95ToFirst the same for the 95th percentile
     * @param best whether the 95th percentile is lower than that of every other strategy, beyond what chance does
     * @param warmUp how much higher the mean of the whole run is than that of its second half: a run begins empty; null as above
     * @param inFlightShare requests that were under way at the end, and so are in none of these figures, ÷ all requests
     */
    public record LaneReplications(
            String strategy,
            List<Double> meanMs,
            List<Double> p95Ms,
            Double p95From,
            Double p95To,
            Student meanToFirst,
            Student p95ToFirst,
            boolean best,
            Student warmUp,
            double inFlightShare) {}

    /** What is kept of the runs of one strategy. */
    private static final class Kept {
        final List<Double> means = new ArrayList<>();
        final List<Double> p95s = new ArrayList<>();
        final List<Double> secondHalves = new ArrayList<>();
        long requests;
        long inFlight;
    }

    static LoadBalancingReplications of(LoadBalancingScenario scenario, Seeds seeds) {
        Effort.current().consistsOf(seeds.runs() * scenario.strategies.size());
        List<Kept> kept = scenario.strategies.stream().map(each -> new Kept()).toList();
        for (int run = 0; run < seeds.runs(); run++) {
            Map<String, String> values = new LinkedHashMap<>(scenario.values());
            values.put("seed", Long.toString((scenario.seed + seeds.from() + run) % LoadBalancingScenario.SEEDS));
            LoadBalancingScenario other = new LoadBalancingScenario(values);
            List<Mark> marks = HealthCheck.marks(other);
            for (int each = 0; each < kept.size(); each++) {
                keep(other, other.strategies.get(each), marks, kept.get(each));
            }
        }
        List<LaneReplications> lanes = IntStream.range(0, kept.size())
                .mapToObj(each -> lane(scenario.strategies.get(each), each, kept))
                .toList();
        return new LoadBalancingReplications(seeds.from(), seeds.runs(), lanes);
    }

    private static void keep(
            LoadBalancingScenario scenario, LoadBalancingStrategy strategy, List<Mark> marks, Kept kept) {
        LaneFigures figures = new LaneFigures(scenario);
        Lane lane = new Lane(scenario, strategy::strategy, new DrawnWorkload(scenario), marks, figures);
        lane.run();
        kept.means.add(figures.meanMillis());
        kept.p95s.add(figures.millis(95));
        kept.secondHalves.add(figures.secondHalfMeanMillis());
        kept.requests += lane.requests();
        kept.inFlight += lane.inFlight();
    }

    private static LaneReplications lane(LoadBalancingStrategy strategy, int index, List<Kept> all) {
        Kept own = all.get(index);
        Kept first = all.get(0);
        List<Double> sorted =
                own.p95s.stream().filter(Objects::nonNull).sorted().toList();
        int twentieth = sorted.size() / 20;
        return new LaneReplications(
                strategy.id(),
                Collections.unmodifiableList(own.means),
                Collections.unmodifiableList(own.p95s),
                sorted.isEmpty() ? null : sorted.get(twentieth),
                sorted.isEmpty() ? null : sorted.get(sorted.size() - 1 - twentieth),
                index == 0 ? null : difference(own.means, first.means),
                index == 0 ? null : difference(own.p95s, first.p95s),
                all.size() > 1 && all.stream().allMatch(each -> each == own || isBelow(own, each, kept -> kept.p95s)),
                difference(own.means, own.secondHalves),
                own.requests == 0 ? 0 : (double) own.inFlight / own.requests);
    }

    private static boolean isBelow(Kept one, Kept other, Function<Kept, List<Double>> figure) {
        Student difference = difference(figure.apply(one), figure.apply(other));
        return difference != null && difference.liesBelowZero();
    }

    /** Seed by seed, so that what both owe to the same requests cancels out; null where too few seeds have both. */
    private static Student difference(List<Double> figures, List<Double> others) {
        List<Double> differences = IntStream.range(0, figures.size())
                .filter(seed -> figures.get(seed) != null && others.get(seed) != null)
                .mapToObj(seed -> figures.get(seed) - others.get(seed))
                .toList();
        return differences.size() < FEWEST ? null : Student.of(differences);
    }
}
