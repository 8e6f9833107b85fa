package dev.tilab.labs.elb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tilab.simulation.lab.Claim;
import dev.tilab.simulation.lab.Preset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What learners write, on twenty seeds and at two sets of parameters each: what every run shows, and whether the sentence stands for it. */
class ClaimsTest {

    private static final int SEEDS = 20;

    private static final ElbLab LAB = new ElbLab();

    /** What runs show, said apart from whoever reads it from them. */
    private static final Map<String, String> SHOWN = Map.ofEntries(
            Map.entry("alb-layer7", "http-only"),
            Map.entry("nlb-layer4", "by-luck"),
            Map.entry("client-address", "nlb-only"),
            Map.entry("alb-path-routing", "alb"),
            Map.entry("clb-legacy", "by-luck"),
            Map.entry("alb-websocket", "cut-when-silent"),
            Map.entry("nlb-strong", "one-overloaded"),
            Map.entry("nlb-static-ip", "nlb"),
            Map.entry("nlb-udp-1935", "does-not"),
            Map.entry("clb-layers", "transport-application"),
            Map.entry("internet-or-internal", "inside"),
            Map.entry("health-checks-always", "after-checks"),
            Map.entry("health-no-traffic", "until-known"),
            Map.entry("health-security-group", "waits"),
            Map.entry("unhealthy-is-503", "clb-only"),
            Map.entry("ha-two-zones", "when-dns-is-old"),
            Map.entry("cross-zone-all", "uneven"),
            Map.entry("keep-alive-longer", "some-502"),
            Map.entry("lcu-largest", "largest"));

    /** Sentences that are wrong, or true only if something else is: a run shows another guess than theirs. */
    private static final List<String> NOT_AS_WRITTEN = List.of(
            "client-address",
            "nlb-strong",
            "nlb-udp-1935",
            "clb-layers",
            "health-no-traffic",
            "unhealthy-is-503",
            "ha-two-zones",
            "cross-zone-all",
            "lcu-largest");

    /** The second set: more browsers that come and go more often, another time-to-live, slower servers. */
    private static final Map<String, String> OTHERWISE =
            Map.of("webRate", "1.4", "connectionMean", "8s", "balancerDnsTtl", "40s", "processing", "90ms");

    /** What stands behind an answer, as an inequality over what was measured; an answer without one is an inequality itself. */
    private static final Map<String, Consumer<ElbSummary>> MEASURED = Map.ofEntries(
            Map.entry("alb-layer7", run -> {
                assertThat(delivered(run, "alb", "messenger") + delivered(run, "alb", "game"))
                        .isZero();
                assertThat(failedBy(run, "alb", "wrong-404")).isZero();
            }),
            Map.entry("nlb-layer4", run -> {
                assertThat(ElbClaims.lane(run, "nlb").mostTargetsPerConnection())
                        .as("targets of a flow")
                        .isEqualTo(1);
                assertThat(service(run, "nlb", "game").failed()).isZero();
            }),
            Map.entry("alb-path-routing", run -> {
                assertThat(ElbClaims.lane(run, "alb").pathTargetDependence()).isEqualTo(1, within(1e-9));
                assertThat(failedBy(run, "nlb", "wrong-404")).isPositive();
                assertThat(failedBy(run, "clb", "wrong-404")).isPositive();
            }),
            Map.entry(
                    "clb-legacy",
                    run -> assertThat(share(run, "clb", "api"))
                            .as("four of ten instances are api's")
                            .isBetween(0.3, 0.5)),
            Map.entry("alb-websocket", run -> {
                assertThat(failedBy(run, "nlb", "idle-cut")).isZero();
                assertThat(failedBy(run, "clb", "no-upgrade"))
                        .isEqualTo(service(run, "clb", "chat").sent());
            }),
            Map.entry("nlb-static-ip", run -> {
                assertThat(failedBy(run, "alb", "old-address")).isPositive();
                assertThat(failedBy(run, "nlb", "old-address")).isZero();
                assertThat(ElbClaims.lane(run, "nlb").addresses()).isEqualTo(2);
            }),
            Map.entry(
                    "internet-or-internal",
                    run -> assertThat(share(run, "alb", "api"))
                            .as("the servers inside ask /api, the browsers outside as well")
                            .isLessThan(1)),
            Map.entry(
                    "health-checks-always",
                    run -> assertThat(ElbClaims.lane(run, "alb").outAfterSeconds())
                            .isBetween(10.0, 20.0)),
            Map.entry(
                    "health-no-traffic",
                    run -> assertThat(ElbClaims.lane(run, "alb").failedAfterKnown())
                            .isZero()),
            Map.entry(
                    "unhealthy-is-503",
                    run -> assertThat(ElbClaims.lane(run, "alb").statuses502()).isPositive()),
            Map.entry("cross-zone-all", run -> {
                assertThat(received(run, "nlb", "api-1"))
                        .as("off: half of all for the one in a")
                        .isBetween(0.4, 0.6);
                assertThat(received(run, "alb", "api-1")).as("on: a quarter").isBetween(0.24, 0.26);
            }));

    static Stream<String> presets() {
        return LAB.claims().stream().map(Claim::preset).distinct();
    }

    /** Guards against a verdict that is the luck of a seed, and against one that only holds at the preset's own numbers. */
    @ParameterizedTest
    @MethodSource("presets")
    void aClaimIsAnsweredAlikeWhateverTheSeed(String preset) {
        List<Claim> claims = LAB.claims().stream()
                .filter(each -> each.preset().equals(preset))
                .toList();
        for (Map<String, String> changed : List.of(Map.<String, String>of(), OTHERWISE)) {
            for (int seed = 0; seed < SEEDS; seed++) {
                ElbSummary run = run(preset, changed, seed);
                for (Claim claim : claims) {
                    assertThat(claim.answer().apply(run))
                            .as("%s, seed %d, %s", claim.id(), seed, changed)
                            .isEqualTo(SHOWN.get(claim.id()));
                    try {
                        MEASURED.getOrDefault(claim.id(), any -> {}).accept(run);
                    } catch (AssertionError error) {
                        throw new AssertionError("%s, seed %d, %s".formatted(claim.id(), seed, changed), error);
                    }
                }
            }
        }
    }

    /** Guards against a page that calls a wrong sentence right. */
    @Test
    void aSentenceStandsForWhatRunsShowOnlyIfItHolds() {
        assertThat(LAB.claims()).hasSameSizeAs(SHOWN.keySet()).allSatisfy(claim -> {
            assertThat(claim.options())
                    .contains(claim.holds(), SHOWN.get(claim.id()))
                    .doesNotHaveDuplicates();
            assertThat(claim.holds().equals(SHOWN.get(claim.id()))).isNotEqualTo(NOT_AS_WRITTEN.contains(claim.id()));
        });
    }

    private static ElbSummary.ServiceSummary service(ElbSummary run, String balancer, String service) {
        return ElbClaims.service(ElbClaims.lane(run, balancer), service);
    }

    private static long delivered(ElbSummary run, String balancer, String service) {
        return service(run, balancer, service).delivered();
    }

    private static double share(ElbSummary run, String balancer, String service) {
        return (double) delivered(run, balancer, service)
                / service(run, balancer, service).sent();
    }

    private static long failedBy(ElbSummary run, String balancer, String cause) {
        return ElbClaims.failedBy(ElbClaims.lane(run, balancer), cause);
    }

    /** Of all that its service's targets got, what this one did. */
    private static double received(ElbSummary run, String balancer, String target) {
        List<ElbSummary.TargetSummary> all = ElbClaims.lane(run, balancer).targets();
        String service = target.substring(0, target.indexOf('-'));
        double sum = all.stream()
                .filter(each -> each.service().equals(service))
                .mapToLong(ElbSummary.TargetSummary::received)
                .sum();
        return all.stream()
                        .filter(each -> each.name().equals(target))
                        .mapToLong(ElbSummary.TargetSummary::received)
                        .sum()
                / sum;
    }

    private static ElbSummary run(String preset, Map<String, String> changed, int seed) {
        Preset situation = LAB.presets().stream()
                .filter(each -> each.id().equals(preset))
                .findFirst()
                .orElseThrow();
        Map<String, String> values = new LinkedHashMap<>(situation.values());
        changed.forEach(values::putIfAbsent);
        values.put("seed", Integer.toString(seed));
        return LAB.summary(LAB.scenario(values));
    }
}
