package dev.tilab.cloud.balancer;

import dev.tilab.cloud.Region;
import dev.tilab.cloud.Zones;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Every node checks every target that it may ask, each pair from an instant of its own within the first interval. The next
 * check is sent an interval later, however long the answer takes; a target that cannot be reached, or does not answer, has failed
 * it when the time-out is over. So a target that goes dark is out after (n − 1) · interval + time-out to n · interval + time-out
 * (AWS, Application Load Balancers, "Health checks for target groups"). A node without power checks nothing, and believes
 * afterwards what it believed before.
 */
final class HealthChecks {

    private final Region region;
    private final Zones zones;
    private final HealthCheckSettings settings;
    /** By their numbers; null where one is checked no longer. */
    private final List<Target> targets = new ArrayList<>();

    private final LoadBalancer.Watcher watcher;

    HealthChecks(Region region, HealthCheckSettings settings, LoadBalancer.Watcher watcher) {
        this.region = region;
        this.settings = settings;
        this.watcher = watcher;
        zones = region.zones();
    }

    /** Gives a target its number. */
    int add(Target target) {
        targets.add(target);
        return targets.size() - 1;
    }

    Target target(int number) {
        return targets.get(number);
    }

    boolean isRegistered(int target) {
        return targets.get(target) != null;
    }

    /** What a node believes at first of a target that nobody has checked yet. */
    Belief belief(boolean isNew) {
        return isNew ? Belief.ofNew(settings) : new Belief(settings);
    }

    void remove(int target) {
        targets.set(target, null);
    }

    /**
     * Begins the checks of a target by the node in this zone.
     *
     * @param belief what the node believes of it, which results change
     * @param whenChanged told whenever another thing is believed of the target: whether it is healthy
     */
    void begin(int node, int target, Belief belief, Consumer<Boolean> whenChanged) {
        double phase = region.stream("health-check-" + node, target).nextDouble();
        region.later((long) (phase * settings.intervalMicros()), new Pair(node, target, belief, whenChanged));
    }

    /** A node and a target, and the check that is sent every interval. */
    private final class Pair implements Runnable {

        private final int node;
        private final int target;
        private final Consumer<Boolean> whenChanged;
        private final Belief belief;

        Pair(int node, int target, Belief belief, Consumer<Boolean> whenChanged) {
            this.node = node;
            this.target = target;
            this.belief = belief;
            this.whenChanged = whenChanged;
        }

        @Override
        public void run() {
            if (!isRegistered()) {
                return;
            }
            if (!zones.isDark(node)) {
                new Check(this).begin();
            }
            // Last, so that a time-out as long as the interval is over before the next check is sent.
            region.later(settings.intervalMicros(), this);
        }

        boolean isRegistered() {
            return HealthChecks.this.isRegistered(target);
        }

        boolean isConnected() {
            return isRegistered() && zones.connects(node, targets.get(target).zone());
        }

        void result(CheckResult result) {
            if (!isRegistered() || zones.isDark(node)) {
                return;
            }
            boolean changed = belief.result(result);
            watcher.checked(node, target, belief.health(), changed);
            if (changed) {
                whenChanged.accept(result.passed());
                watcher.believed(node, target, result.passed());
            }
        }
    }

    private final class Check implements Consumer<CheckResult> {

        private final Pair pair;
        private boolean done;

        Check(Pair pair) {
            this.pair = pair;
        }

        void begin() {
            if (pair.isConnected()) {
                targets.get(pair.target).probe().ask(pair.node, this);
            }
            if (!done) {
                region.later(settings.timeoutMicros(), () -> end(CheckResult.TIMED_OUT));
            }
        }

        @Override
        public void accept(CheckResult result) {
            if (pair.isConnected()) {
                end(result);
            }
        }

        private void end(CheckResult result) {
            if (!done) {
                done = true;
                pair.result(result);
            }
        }
    }
}
