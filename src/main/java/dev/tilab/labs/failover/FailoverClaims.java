package dev.tilab.labs.failover;

import dev.tilab.cloud.database.Topology;
import dev.tilab.labs.failover.FailoverSummary.LaneSummary;
import dev.tilab.simulation.lab.Claim;
import java.util.List;
import java.util.function.Function;

/** What learners write about Multi-AZ, each statement with the inequality that shows it. */
final class FailoverClaims {

    /** A failover of an instance takes longer than this, health checks less. */
    private static final double MINUTE_SECONDS = 60;

    /** Shares of the larger figure that are called the same. */
    private static final double SAME = 0.02;

    static final List<Claim> CLAIMS = List.of(
            claim(
                    "no-acknowledged-write-lost",
                    "asynchronous-loss",
                    List.of("none", "both", "asynchronous-only"),
                    "asynchronous-only",
                    run -> {
                        boolean replica = lost(run, Topology.READ_REPLICA) > 0;
                        boolean synchronous =
                                lost(run, Topology.MULTI_AZ_INSTANCE) + lost(run, Topology.MULTI_AZ_CLUSTER) > 0;
                        return synchronous ? "both" : replica ? "asynchronous-only" : "none";
                    }),
            claim(
                    "instance-60-to-120",
                    "zone-outage",
                    List.of("both-seconds", "as-documented", "both-minutes"),
                    "as-documented",
                    run -> {
                        Double instance = lane(run, Topology.MULTI_AZ_INSTANCE)
                                .outageSeconds()
                                .first();
                        Double cluster = lane(run, Topology.MULTI_AZ_CLUSTER)
                                .outageSeconds()
                                .first();
                        if (instance == null || cluster == null || cluster >= 35) {
                            return "both-minutes";
                        }
                        return instance < 60 ? "both-seconds" : instance <= 120 ? "as-documented" : "both-minutes";
                    }),
            claim(
                    "standby-serves-no-reads",
                    "zone-outage",
                    List.of("both-read", "cluster-only", "none-reads"),
                    "cluster-only",
                    run -> {
                        boolean instance = lane(run, Topology.MULTI_AZ_INSTANCE).readsServedByCopies() > 0;
                        boolean cluster = lane(run, Topology.MULTI_AZ_CLUSTER).readsServedByCopies() > 0;
                        return instance ? "both-read" : cluster ? "cluster-only" : "none-reads";
                    }),
            claim(
                    "multi-az-costs-latency",
                    "plain-reboot",
                    List.of("faster", "same", "slower"),
                    "slower",
                    run -> compared(
                            lane(run, Topology.MULTI_AZ_INSTANCE)
                                    .commitMsBefore()
                                    .p50(),
                            lane(run, Topology.SINGLE_AZ).commitMsBefore().p50(),
                            "faster",
                            "slower")),
            claim(
                    "cached-for-ever",
                    "cached-for-ever",
                    List.of("comes-back", "never-back"),
                    "never-back",
                    run -> lane(run, Topology.MULTI_AZ_INSTANCE).outageSeconds().last() == null
                            ? "never-back"
                            : "comes-back"),
            claim("proxy-shortens", "proxy", List.of("longer", "same", "shorter"), "shorter", run -> {
                Double with = lane(run, Topology.MULTI_AZ_PROXY).outageSeconds().last();
                Double without =
                        lane(run, Topology.MULTI_AZ_INSTANCE).outageSeconds().last();
                if (with == null) {
                    return "longer";
                }
                return without == null || with < without ? "shorter" : with.equals(without) ? "same" : "longer";
            }),
            claim(
                    "wrong-delete",
                    "wrong-delete",
                    List.of("replica-saves", "multi-az-saves", "only-restore-saves"),
                    "only-restore-saves",
                    run -> {
                        if (run.lanes().stream().allMatch(FailoverClaims::deletedAndRestored)) {
                            return "only-restore-saves";
                        }
                        return deletedAndRestored(lane(run, Topology.READ_REPLICA))
                                ? "multi-az-saves"
                                : "replica-saves";
                    }),
            claim(
                    "one-zone",
                    "one-zone",
                    List.of("both-survive", "only-two-zones", "none-survives"),
                    "only-two-zones",
                    run -> {
                        boolean same =
                                lane(run, Topology.READ_REPLICA).outageSeconds().first() != null;
                        boolean two = lane(run, Topology.MULTI_AZ_INSTANCE)
                                        .outageSeconds()
                                        .first()
                                != null;
                        return same ? "both-survive" : two ? "only-two-zones" : "none-survives";
                    }),
            claim("plain-reboot", "plain-reboot", List.of("no-outage", "shorter", "same"), "same", run -> {
                double alone = outageSeconds(run, Topology.SINGLE_AZ);
                double standby = outageSeconds(run, Topology.MULTI_AZ_INSTANCE);
                return standby == 0 ? "no-outage" : compared(standby, alone, "shorter", "longer");
            }),
            claim(
                    "targets-in-one-zone",
                    "targets-in-one-zone",
                    List.of("back-with-database", "when-taken-out", "out-until-repair"),
                    "out-until-repair",
                    run -> {
                        Double users = lane(run, Topology.MULTI_AZ_INSTANCE)
                                .outageSeconds()
                                .first();
                        return users == null
                                ? "out-until-repair"
                                : users < MINUTE_SECONDS ? "when-taken-out" : "back-with-database";
                    }),
            claim(
                    "balancer-outlasts-cluster",
                    "whole-chain",
                    List.of("database", "balancer"),
                    "balancer",
                    run -> balancerOutlasts(lane(run, Topology.MULTI_AZ_CLUSTER)) ? "balancer" : "database"),
            claim(
                    "undo-first",
                    "long-transaction",
                    List.of("restart-only", "undone-first", "by-hand"),
                    "undone-first",
                    run -> {
                        double alone = outageSeconds(run, Topology.SINGLE_AZ);
                        return alone < MINUTE_SECONDS
                                ? "restart-only"
                                : alone < Double.POSITIVE_INFINITY ? "undone-first" : "by-hand";
                    }),
            claim("third-machine", "second-failure", List.of("instance", "cluster", "neither"), "cluster", run -> {
                double instance = outageSeconds(run, Topology.MULTI_AZ_INSTANCE);
                double cluster = outageSeconds(run, Topology.MULTI_AZ_CLUSTER);
                return cluster < instance ? "cluster" : instance < cluster ? "instance" : "neither";
            }),
            claim(
                    "cut-off-writes-on",
                    "partition",
                    List.of("merged", "old-side", "promoted-side"),
                    "promoted-side",
                    run -> {
                        LaneSummary replica = lane(run, Topology.READ_REPLICA);
                        if (replica.acknowledgedWritesLost() == 0) {
                            return "merged";
                        }
                        return replica.lostWrites().stream()
                                        .allMatch(lost -> lost.cause().equals("split-brain"))
                                ? "promoted-side"
                                : "old-side";
                    }));

    private FailoverClaims() {}

    private static Claim claim(
            String id, String preset, List<String> options, String holds, Function<FailoverSummary, String> answer) {
        return new Claim(id, preset, options, holds, summary -> answer.apply((FailoverSummary) summary));
    }

    /** Whether the first figure is less than the second, more, or the same. */
    private static String compared(double first, double second, String less, String more) {
        if (Math.abs(first - second) <= SAME * Math.max(first, second)) {
            return "same";
        }
        return first < second ? less : more;
    }

    /** Until the first write works again; infinite where none does by the end of the run. */
    private static double outageSeconds(FailoverSummary run, Topology topology) {
        Double first = lane(run, topology).outageSeconds().first();
        return first == null ? Double.POSITIVE_INFINITY : first;
    }

    /** Every copy did as it was told; only the restore brought the rows back. */
    private static boolean deletedAndRestored(LaneSummary lane) {
        return lane.acknowledgedWritesLost() == 0
                && lane.lostWrites().stream()
                        .anyMatch(lost -> lost.cause().equals("deleted") && lost.untilSeconds() != null);
    }

    /** Users were out for longer than it took until the last target was linked to the database again. */
    private static boolean balancerOutlasts(LaneSummary lane) {
        Double users = lane.outageSeconds().last();
        Double fault = atSeconds(lane, "fault");
        Double linked = atSeconds(lane, "last-back");
        return linked != null && fault != null && (users == null || users > linked - fault);
    }

    private static Double atSeconds(LaneSummary lane, String phase) {
        return lane.phases().stream()
                .filter(each -> each.name().equals(phase))
                .map(FailoverSummary.PhaseAt::atSeconds)
                .findFirst()
                .orElse(null);
    }

    private static long lost(FailoverSummary run, Topology topology) {
        return lane(run, topology).acknowledgedWritesLost();
    }

    private static LaneSummary lane(FailoverSummary run, Topology topology) {
        return run.lanes().stream()
                .filter(lane -> lane.topology().equals(topology.id))
                .findFirst()
                .orElseThrow();
    }
}
