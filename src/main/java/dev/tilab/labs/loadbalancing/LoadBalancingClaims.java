package dev.tilab.labs.loadbalancing;

import dev.tilab.labs.loadbalancing.LoadBalancingSummary.LaneSummary;
import dev.tilab.simulation.lab.Claim;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** What learners write about strategies, each statement with the inequality between the first two lanes that shows it. */
final class LoadBalancingClaims {

    /** Shares of the larger figure that are called the same: what two seeds differ by. */
    private static final double SAME = 0.02;

    static final List<Claim> CLAIMS = List.of(
            new Claim(
                    "refuses-looks-free",
                    "one-slow-one-stopped",
                    List.of("first", "same", "second"),
                    "second",
                    run -> more(run, LaneSummary::failed)),
            new Claim(
                    "best-when-alike",
                    "all-alike",
                    List.of("first", "same", "second"),
                    "first",
                    run -> more(run, lane -> -lane.responseTimeMs().mean())),
            new Claim(
                    "sticky-piles-up",
                    "heavy-clients",
                    List.of("first", "same", "second"),
                    "first",
                    run -> more(run, lane -> lane.responseTimeMs().p95())),
            new Claim(
                    "in-turn-suits-unequal",
                    "twelve-targets",
                    List.of("first", "same", "second"),
                    "first",
                    run -> more(run, lane -> lane.responseTimeMs().p95())));

    private LoadBalancingClaims() {}

    /** Which of the first two lanes has more of something. */
    private static String more(Record run, ToDoubleFunction<LaneSummary> figure) {
        List<LaneSummary> lanes = ((LoadBalancingSummary) run).lanes();
        double first = figure.applyAsDouble(lanes.get(0));
        double second = figure.applyAsDouble(lanes.get(1));
        double larger = Math.max(Math.abs(first), Math.abs(second));
        return Math.abs(first - second) <= SAME * larger ? "same" : first > second ? "first" : "second";
    }
}
