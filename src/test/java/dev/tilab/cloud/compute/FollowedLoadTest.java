package dev.tilab.cloud.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tilab.cloud.Outcome;
import dev.tilab.cloud.Region;
import dev.tilab.cloud.Request;
import dev.tilab.cloud.balancer.HealthCheckSettings;
import dev.tilab.cloud.traffic.OpenWorkload;
import dev.tilab.simulation.engine.RandomStream;
import dev.tilab.simulation.lab.Intervention;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A group that is scaled by what single requests do to its servers: behind the port there is no counting and no formula. */
class FollowedLoadTest {

    private static final long SECOND = Groups.SECOND;
    private static final long END = 3_600 * SECOND;
    private static final double SERVICE_MICROS = 100_000;

    private final Region region = new Region(5, 2, END, 1);
    private final Meter meter = new Meter();
    private final List<Server> servers = new ArrayList<>();
    private final FollowedLoad load = new FollowedLoad(region, meter, instance -> {
        servers.add(new Server(region, 1, 1_000, this::left));
        return servers.get(servers.size() - 1);
    });
    private final Group group = new Group(
            region,
            new GroupSettings(
                    new GroupSettings.Limits(1, 4, 20),
                    2,
                    TerminationPolicy.DEFAULT,
                    true,
                    true,
                    1,
                    0,
                    new LifecycleSettings(
                            new LaunchSettings(60 * SECOND, 30 * SECOND, 10 * SECOND),
                            0,
                            60 * SECOND,
                            60 * SECOND,
                            0,
                            0),
                    new HealthSettings(false, new HealthCheckSettings(10 * SECOND, 5 * SECOND, 2, 5), 0)),
            new Billing(region, 118_000, 0),
            load);
    private final List<Double> utilization = new ArrayList<>();
    private final Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
    private int arrivals;

    private void left(Request request) {
        outcomes.merge(request.outcome, 1, Integer::sum);
    }

    private int count(Outcome outcome) {
        return outcomes.getOrDefault(outcome, 0);
    }

    /** Poisson arrivals whose rate becomes another one in the middle. */
    private void users(double perSecond, double later) {
        RandomStream gaps = region.stream("arrival", 0);
        RandomStream demands = region.stream("demand", 0);
        Supplier<Request> source = () -> {
            Request request = new Request();
            double rate = region.nowMicros() < END / 2 ? perSecond : later;
            request.arrivalMicros = region.nowMicros() + 1 + (long) (SECOND * gaps.nextExponential() / rate);
            request.demandMicros = 1 + (long) (SERVICE_MICROS * demands.nextExponential());
            return request;
        };
        new OpenWorkload(region, source, this::arrive).begin();
    }

    private void arrive(Request request) {
        request.row = arrivals++;
        if (!load.arrive(request)) {
            left(request);
        }
    }

    private void run(Policy policy, Intervention... interventions) {
        group.tell(load);
        group.begin();
        Scaling scaling = new Scaling(
                region, new MetricSettings(60 * SECOND, 15 * SECOND), meter, group, policy, Groups.settings());
        scaling.whenKnown(utilization::add);
        scaling.begin();
        region.disturb(List.of(interventions));
        region.afterEvents(this::check);
        region.run();
    }

    /** Every request is somewhere, and nowhere twice. */
    private void check() {
        int[] there = {0};
        servers.forEach(each -> each.present(request -> there[0]++));
        int gone = outcomes.values().stream().mapToInt(Integer::intValue).sum();
        if (gone + there[0] != arrivals) {
            throw new AssertionError(gone + " of " + arrivals + " requests have left, " + there[0] + " are at servers");
        }
    }

    /** 16 requests a second of 0.1 s keep four servers busy for 40 % of the time: what is measured is what they did. */
    @Test
    void theMetricIsWhatTheServersDo() {
        users(16, 16);
        run(Policy.FIXED);

        assertThat(utilization).hasSize(59);
        assertThat(utilization.stream().mapToDouble(each -> each).average().orElseThrow())
                .isCloseTo(40, within(1.0));
        assertThat(count(Outcome.COMPLETED)).isGreaterThan(arrivals - 20);
    }

    /** 24 a second are 60 % of four, 72 of twelve: target tracking goes to what the books say, by single requests alone. */
    @Test
    void targetTrackingFindsTheInstancesThatTheRequestsNeed() {
        users(24, 72);
        run(Policy.TARGET_TRACKING);

        assertThat(group.desired()).isBetween(11, 15);
        assertThat(group.activities()).extracting(Activity::cause).contains(Cause.TARGET_HIGH);
        assertThat(utilization.get(utilization.size() - 1)).isBetween(45.0, 65.0);
    }

    /** What was in a dead instance fails, and so does its share of what comes until two checks have failed; then no more. */
    @Test
    void aDeadInstanceCostsItsShareUntilTheBalancerHasNoticed() {
        users(16, 16);
        run(Policy.FIXED, new Intervention(600 * SECOND, "stop-instance", "group", 0, 0));

        assertThat(count(Outcome.FAILED)).isBetween(4, 90);
        assertThat(count(Outcome.COMPLETED) + count(Outcome.FAILED)).isGreaterThan(arrivals - 20);
        assertThat(group.replacements()).isEqualTo(1);
    }

    /** Draining lets what is there finish; guards against requests that are dropped, or sent to what has left. */
    @Test
    void nothingIsLostWhenTheGroupBecomesSmaller() {
        users(18, 18);
        run(
                Policy.MANUAL,
                IntStream.range(2, 11)
                        .mapToObj(each ->
                                new Intervention(each * 300 * SECOND, "desired", "group", 0, each % 2 == 0 ? 2 : 4))
                        .toArray(Intervention[]::new));

        assertThat(count(Outcome.FAILED)).isZero();
        assertThat(count(Outcome.NO_CONNECTION)).isZero();
        assertThat(group.instances()).hasSize(2);
    }

    /** Twice the work: half as many servers' time is left. */
    @Test
    void aSlowVersionKeepsServersBusyTwiceAsLong() {
        users(10, 10);
        run(Policy.FIXED, new Intervention(END / 2, "slow-version", "group", 0, 2));

        assertThat(utilization.subList(1, 28).stream()
                        .mapToDouble(each -> each)
                        .average()
                        .orElseThrow())
                .isCloseTo(25, within(1.5));
        assertThat(utilization.subList(32, 59).stream()
                        .mapToDouble(each -> each)
                        .average()
                        .orElseThrow())
                .isCloseTo(50, within(2.5));
    }
}
