package dev.tilab.cloud.balancer;

import dev.tilab.cloud.EventLog;
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

    private final EventLog.Table changes;

    HealthChecks(Region region, HealthCheckSettings settings) {
        this.region = region;
        this.settings = settings;
        zones = region.zones();
        changes = region.log().table("health", "node", "client", "healthy");
    }

    /** Gives a target its number. */
    int add(Target target) {
        targets.add(target);
        return targets.size() - 1;
    }

    void remove(int target) {
        targets.set(target, null);
    }

    /** Begins the checks of a target by the node in this zone. */
    Belief begin(int node, int target) {
        Belief belief = new Belief(settings);
        double phase = region.stream("health-check-" + node, target).nextDouble();
        region.later((long) (phase * settings.intervalMicros()), () -> check(node, target, belief));
        return belief;
    }

    private void check(int node, int target, Belief belief) {
        if (targets.get(target) == null) {
            return;
        }
        if (!zones.isDark(node)) {
            new Check(node, target, belief).begin();
        }
        // Last, so that a time-out as long as the interval is over before the next check is sent.
        region.later(settings.intervalMicros(), () -> check(node, target, belief));
    }

    private final class Check implements Consumer<Boolean> {

        private final int node;
        private final int target;
        private final Belief belief;
        private boolean done;

        Check(int node, int target, Belief belief) {
            this.node = node;
            this.target = target;
            this.belief = belief;
        }

        void begin() {
            if (isReached()) {
                targets.get(target).probe().ask(this);
            }
            if (!done) {
                region.later(settings.timeoutMicros(), () -> end(false));
            }
        }

        @Override
        public void accept(Boolean passed) {
            if (isReached()) {
                end(passed);
            }
        }

        private boolean isReached() {
            return targets.get(target) != null
                    && zones.connects(node, targets.get(target).zone());
        }

        private void end(boolean passed) {
            if (!done && targets.get(target) != null && !zones.isDark(node) && belief.result(passed)) {
                changes.add(node, target, passed ? 1 : 0);
            }
            done = true;
        }
    }
}
