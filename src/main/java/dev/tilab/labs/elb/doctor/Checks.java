package dev.tilab.labs.elb.doctor;

import dev.tilab.cloud.Region;
import dev.tilab.cloud.balancer.Belief;
import dev.tilab.cloud.balancer.CheckResult;
import dev.tilab.cloud.balancer.Health;
import dev.tilab.cloud.balancer.HealthCheckSettings;
import dev.tilab.cloud.balancer.LoadBalancingStrategy;
import dev.tilab.cloud.balancer.Strategy;
import dev.tilab.cloud.balancer.TargetGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What nodes believe of each target, by their checks, and whom they choose by it. Both find the same here, so one of them is asked for
 * what it believes; each takes its own turns.
 */
final class Checks {

    static final HealthCheckSettings SETTINGS = new HealthCheckSettings(
            5_000_000, 2_000_000, HealthCheckSettings.UNHEALTHY_THRESHOLD, HealthCheckSettings.HEALTHY_THRESHOLD);

    /** @param reason of a target that is not healthy, else null */
    record Change(long atMicros, String state, @Nullable Reason reason, int streak) {}

    /** AWS's code and words (Elastic Load Balancing, API reference, "TargetHealth"). */
    record Reason(String code, String description) {}

    private static final Reason INITIAL =
            new Reason(Health.Reason.INITIAL_HEALTH_CHECKING.code(), "Initial health checks in progress");
    private static final Reason UNUSED = new Reason(
            Health.Reason.NOT_IN_USE.code(),
            "Target is in an Availability Zone that is not enabled for the load balancer");
    private static final Reason LEAVING =
            new Reason("Target.DeregistrationInProgress", "Target deregistration is in progress");
    private static final Reason FAILED = new Reason(Health.Reason.FAILED_HEALTH_CHECKS.code(), "Health checks failed");

    private final Region region;
    private final Repairs repairs;
    private final Kind kind;
    private final List<Watch> watches;
    private final TargetGroup believed;
    private final List<Strategy> nodes;

    Checks(Region region, Repairs repairs, Kind kind) {
        this.region = region;
        this.repairs = repairs;
        this.kind = kind;
        int targets = repairs.at(0).site().targets().size();
        watches = IntStream.range(0, targets).mapToObj(Watch::new).toList();
        believed = new TargetGroup(targets);
        nodes = Stream.generate(() -> LoadBalancingStrategy.ROUND_ROBIN.strategy(believed, region))
                .limit(Site.NODES)
                .toList();
        settle();
    }

    /** Begins with targets that are there from now on, and ends with those that are no longer. */
    void settle() {
        watches.forEach(Watch::settle);
    }

    /** The target for a request at a node, in turn among those believed healthy, or among all where none is; −1 if there are none. */
    int choose(int node) {
        // All targets are used or none is: they are registered together, in zones that are enabled together.
        return watches.get(0).checked ? nodes.get(node).choose(0, region.nowMicros()) : -1;
    }

    /** What was believed of a target, in order of time; empty if it was never registered. */
    List<Change> changes(int target) {
        return watches.get(target).changes;
    }

    private final class Watch implements Runnable {

        private final int target;
        private final List<Change> changes = new ArrayList<>();
        private Belief belief = Belief.ofNew(SETTINGS);
        private boolean checked;
        private boolean running;
        private int number;

        @Nullable
        private Reason reason;

        Watch(int target) {
            this.target = target;
        }

        void settle() {
            Site site = repairs.at(region.nowMicros()).site();
            if (!site.isRegistered()) {
                if (!changes.isEmpty()) {
                    note("draining", LEAVING);
                }
                checked = false;
            } else if (!site.isUsed(target)) {
                note("unused", UNUSED);
                checked = false;
            } else if (!checked) {
                checked = true;
                belief = Belief.ofNew(SETTINGS);
                believed.setHealthy(target, false);
                note("initial", INITIAL);
                if (!running) {
                    running = true;
                    region.later(800_000 + target * 900_000L, this);
                }
            }
        }

        @Override
        public void run() {
            if (checked) {
                Way way = repairs.at(region.nowMicros()).check(0, target, Course.moment(7 * number++ + target));
                // Nodes of a Network Load Balancer agree first: when one of them knew is not to be seen.
                boolean late = way.how() == Way.How.SILENT || kind == Kind.NLB;
                long micros = late ? SETTINGS.timeoutMicros() : way.micros();
                region.later(micros, () -> result(way));
            }
            region.later(SETTINGS.intervalMicros(), this);
        }

        private void result(Way way) {
            if (!checked) {
                return;
            }
            if (!way.isFine()) {
                reason = Checks.reason(way, kind);
            }
            belief.result(found(way));
            Health known = belief.health();
            believed.setHealthy(target, belief.isHealthy());
            note(
                    known.state().id(),
                    switch (known.state()) {
                        case INITIAL -> INITIAL;
                        case HEALTHY -> null;
                        default -> reason;
                    });
        }

        private void note(String state, @Nullable Reason why) {
            Change next =
                    new Change(region.nowMicros(), state, why, belief.health().streak());
            Change last = changes.isEmpty() ? null : changes.get(changes.size() - 1);
            if (last == null || !new Change(next.atMicros(), last.state(), last.reason(), last.streak()).equals(next)) {
                changes.add(next);
            }
        }
    }

    private static CheckResult found(Way way) {
        return way.isFine()
                ? CheckResult.PASSED
                : switch (way.how()) {
                    case SILENT -> CheckResult.TIMED_OUT;
                    case ANSWERED -> CheckResult.MISMATCHED;
                    default -> CheckResult.REFUSED;
                };
    }

    /** A Network Load Balancer says the same of every failure. */
    static Reason reason(Way way, Kind kind) {
        if (kind == Kind.NLB) {
            return FAILED;
        }
        return switch (way.how()) {
            case SILENT -> new Reason(Health.Reason.TIMEOUT.code(), "Request timed out");
            case ANSWERED ->
                new Reason(
                        Health.Reason.RESPONSE_CODE_MISMATCH.code(),
                        "Health checks failed with these codes: [" + way.status() + "]");
            default -> FAILED;
        };
    }
}
