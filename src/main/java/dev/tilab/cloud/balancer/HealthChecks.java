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

    Target target(int number) {
        return targets.get(number);
    }

    void remove(int target) {
        targets.set(target, null);
    }

    /**
     * Begins the checks of a target by the node in this zone.
     *
     * @param whenChanged told whenever another thing is believed of the target: whether it is healthy
     */
    void begin(int node, int target, Consumer<Boolean> whenChanged) {
        double phase = region.stream("health-check-" + node, target).nextDouble();
        region.later((long) (phase * settings.intervalMicros()), new Pair(node, target, whenChanged));
    }

    /** A node and a target, and the check that is sent every interval. */
    private final class Pair implements Runnable {

        private final int node;
        private final int target;
        private final Consumer<Boolean> whenChanged;
        private final Belief belief = new Belief(settings);

        Pair(int node, int target, Consumer<Boolean> whenChanged) {
            this.node = node;
            this.target = target;
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
            return targets.get(target) != null;
        }

        boolean isConnected() {
            return isRegistered() && zones.connects(node, targets.get(target).zone());
        }

        void result(boolean passed) {
            if (isRegistered() && !zones.isDark(node) && belief.result(passed)) {
                changes.add(node, target, passed ? 1 : 0);
                whenChanged.accept(passed);
            }
        }
    }

    private final class Check implements Consumer<Boolean> {

        private final Pair pair;
        private boolean done;

        Check(Pair pair) {
            this.pair = pair;
        }

        void begin() {
            if (pair.isConnected()) {
                targets.get(pair.target).probe().ask(this);
            }
            if (!done) {
                region.later(settings.timeoutMicros(), () -> end(false));
            }
        }

        @Override
        public void accept(Boolean passed) {
            if (pair.isConnected()) {
                end(passed);
            }
        }

        private void end(boolean passed) {
            if (!done) {
                done = true;
                pair.result(passed);
            }
        }
    }
}
