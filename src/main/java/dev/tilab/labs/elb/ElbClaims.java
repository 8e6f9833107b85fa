package dev.tilab.labs.elb;

import dev.tilab.labs.elb.ElbSummary.LaneSummary;
import dev.tilab.labs.elb.ElbSummary.ServiceSummary;
import dev.tilab.simulation.lab.Claim;
import dev.tilab.simulation.lab.Durations;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/**
 * What learners write about Elastic Load Balancing, each statement with the inequality that shows whether it holds. Some do not:
 * what they stand for is then another guess than the one that every run shows.
 */
final class ElbClaims {

    private static final String ALB = "alb";
    private static final String NLB = "nlb";
    private static final String CLB = "clb";

    /** Less than this share arrived where it belonged: by luck, not by reading. */
    private static final double BY_LUCK = 0.85;

    /** Most requests of one target ÷ the mean: more than this is not even. */
    private static final double UNEVEN = 1.25;

    /** Many light flows spread more evenly than this: most letters of one target ÷ the mean. */
    private static final double OVERLOADED = 1.2;

    private static final double SAME = 1e-9;

    static final List<Claim> CLAIMS = List.of(
            claim("alb-layer7", "five-kinds", List.of("http-only", "tcp-too", "everything"), "http-only", run -> {
                LaneSummary alb = lane(run, ALB);
                return delivered(alb, "game") > 0
                        ? "everything"
                        : delivered(alb, "messenger") > 0 ? "tcp-too" : "http-only";
            }),
            claim(
                    "nlb-layer4",
                    "five-kinds",
                    List.of("all", "by-luck", "none"),
                    "by-luck",
                    run -> arriving(lane(run, NLB), "api")),
            claim("client-address", "five-kinds", List.of("always", "nlb-only", "never"), "always", run -> {
                boolean nlb = lane(run, NLB).addressSeen().equals("client");
                boolean others = lane(run, ALB).addressSeen().equals("client")
                        || lane(run, CLB).addressSeen().equals("client");
                return others ? "always" : nlb ? "nlb-only" : "never";
            }),
            claim(
                    "alb-path-routing",
                    "paths",
                    List.of(ALB, NLB, CLB),
                    ALB,
                    run -> run.lanes().stream()
                            .min(Comparator.comparingLong(each -> failedBy(each, "wrong-404")))
                            .filter(best -> failedBy(best, "wrong-404") == 0)
                            .map(LaneSummary::balancer)
                            .orElse("none")),
            claim("clb-legacy", "paths", List.of("as-alb", "by-luck"), "by-luck", run -> {
                String clb = arriving(lane(run, CLB), "api");
                return clb.equals("all") ? "as-alb" : clb;
            }),
            claim(
                    "alb-websocket",
                    "chat",
                    List.of("refused", "cut-when-silent", "never-cut"),
                    "cut-when-silent",
                    run -> {
                        LaneSummary alb = lane(run, ALB);
                        return delivered(alb, "chat") == 0
                                ? "refused"
                                : failedBy(alb, "idle-cut") > 0 ? "cut-when-silent" : "never-cut";
                    }),
            claim("nlb-strong", "heavy-flows", List.of("even", "one-overloaded"), "even", run -> {
                List<Long> received = lane(run, NLB).targets().stream()
                        .filter(target -> target.service().equals("messenger"))
                        .map(ElbSummary.TargetSummary::received)
                        .toList();
                long all = received.stream().mapToLong(Long::longValue).sum();
                long most = received.stream().mapToLong(Long::longValue).max().orElse(0);
                return most * received.size() >= OVERLOADED * all ? "one-overloaded" : "even";
            }),
            claim("nlb-static-ip", "fixed-address", List.of(ALB, NLB, "both"), NLB, run -> {
                boolean alb = lane(run, ALB).partner().failedAfterGrace() == 0;
                boolean nlb = lane(run, NLB).partner().failedAfterGrace() == 0;
                return alb && nlb ? "both" : alb ? ALB : nlb ? NLB : "neither";
            }),
            claim(
                    "nlb-udp-1935",
                    "live-stream",
                    List.of("arrives", "does-not"),
                    "arrives",
                    run -> delivered(lane(run, NLB), "messenger") > 0 ? "arrives" : "does-not"),
            claim(
                    "clb-layers",
                    "clb-two-faces",
                    List.of("network-transport", "transport-application"),
                    "network-transport",
                    run -> {
                        LaneSummary clb = lane(run, CLB);
                        boolean transport = delivered(clb, "messenger") > 0;
                        boolean application = clb.mostTargetsPerConnection() > 1;
                        return transport && application ? "transport-application" : "network-transport";
                    }),
            claim("internet-or-internal", "internal", List.of("outside", "inside", "both"), "inside", run -> {
                LaneSummary alb = lane(run, ALB);
                boolean outside = delivered(alb, "login") > 0;
                boolean inside = delivered(alb, "api") > 0;
                return outside && inside ? "both" : outside ? "outside" : "inside";
            }),
            claim(
                    "health-checks-always",
                    "stop-one",
                    List.of("at-once", "after-checks", "never"),
                    "after-checks",
                    run -> {
                        Double out = lane(run, ALB).outAfterSeconds();
                        return out == null ? "never" : out < healthCheckSeconds(run) ? "at-once" : "after-checks";
                    }),
            claim(
                    "health-no-traffic",
                    "stop-one",
                    List.of("none-fails", "until-known", "always"),
                    "none-fails",
                    run -> {
                        LaneSummary alb = lane(run, ALB);
                        return alb.statuses502() == 0
                                ? "none-fails"
                                : alb.failedAfterKnown() == 0 ? "until-known" : "always";
                    }),
            claim("health-security-group", "sg-shut", List.of("arrives", "refused", "waits"), "waits", run -> {
                LaneSummary alb = lane(run, ALB);
                return alb.statuses504() > 0 ? "waits" : alb.statuses502() > 0 ? "refused" : "arrives";
            }),
            claim("unhealthy-is-503", "stop-all", List.of("both", "clb-only", "neither"), "both", run -> {
                boolean alb = lane(run, ALB).statuses503() > 0;
                boolean clb = lane(run, CLB).statuses503() > 0;
                return alb && clb ? "both" : clb ? "clb-only" : "neither";
            }),
            claim("ha-two-zones", "zone-dark", List.of("at-once", "when-dns-is-old", "never"), "at-once", run -> {
                Double back = lane(run, ALB).lastBackAfterSeconds();
                double promised =
                        seconds(run, "nodeDetection") + seconds(run, "balancerDnsTtl") + seconds(run, "connectTimeout");
                return back == null || back < seconds(run, "connectTimeout")
                        ? "at-once"
                        : back <= promised ? "when-dns-is-old" : "never";
            }),
            claim(
                    "cross-zone-all",
                    "unequal-zones",
                    List.of("even", "uneven"),
                    "even",
                    run -> lane(run, NLB).skew() > UNEVEN ? "uneven" : "even"),
            claim(
                    "keep-alive-longer",
                    "keep-alive",
                    List.of("none", "some-502"),
                    "some-502",
                    run -> lane(run, ALB).statuses502() > 0 ? "some-502" : "none"),
            claim("lcu-largest", "bill", List.of("sum", "largest"), "sum", run -> {
                ElbSummary.Bill bill = lane(run, ALB).bill();
                double most = bill.dimensions().stream()
                        .mapToDouble(ElbSummary.Dimension::units)
                        .max()
                        .orElse(0);
                return StrictMath.abs(bill.units() - most) < SAME ? "largest" : "sum";
            }));

    private ElbClaims() {}

    private static Claim claim(
            String id, String preset, List<String> options, String holds, Function<ElbSummary, String> answer) {
        return new Claim(id, preset, options, holds, summary -> answer.apply((ElbSummary) summary));
    }

    static LaneSummary lane(ElbSummary run, String balancer) {
        return run.lanes().stream()
                .filter(each -> each.balancer().equals(balancer))
                .findFirst()
                .orElseThrow();
    }

    static ServiceSummary service(LaneSummary lane, String service) {
        return lane.services().stream()
                .filter(each -> each.service().equals(service))
                .findFirst()
                .orElseThrow();
    }

    private static long delivered(LaneSummary lane, String service) {
        return service(lane, service).delivered();
    }

    static long failedBy(LaneSummary lane, String cause) {
        return lane.failedBy().stream()
                .filter(each -> each.cause().equals(cause))
                .mapToLong(ElbSummary.Count::count)
                .sum();
    }

    /** How many of a service's letters come where they belong: all, some by luck, none. */
    static String arriving(LaneSummary lane, String service) {
        ServiceSummary each = service(lane, service);
        double share = (double) each.delivered() / StrictMath.max(1, each.sent());
        return share == 0 ? "none" : share < BY_LUCK ? "by-luck" : "all";
    }

    private static double healthCheckSeconds(ElbSummary run) {
        return seconds(run, "healthCheckInterval")
                * (Integer.parseInt(run.scenario().get("unhealthyThreshold")) - 1);
    }

    private static double seconds(ElbSummary run, String parameter) {
        return Durations.micros(run.scenario().get(parameter)).orElseThrow() / 1e6;
    }
}
