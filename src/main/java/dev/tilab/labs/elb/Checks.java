package dev.tilab.labs.elb;

import dev.tilab.cloud.EventLog;
import dev.tilab.cloud.Region;
import dev.tilab.cloud.balancer.Belief;
import dev.tilab.cloud.network.Reach;

/**
 * Each node checks each target that it may ask, each pair from an instant of its own within the first interval; the next check is
 * sent an interval later, however long the answer takes. So a target that falls silent is out after (n − 1) · interval + time-out to
 * n · interval + time-out (AWS, Application Load Balancers, "Health checks for target groups"). At first all are healthy: the run
 * begins in the middle of a day. A node without power checks nothing, and believes afterwards what it believed before.
 */
final class Checks {

    /** Why a node thinks what it does, as AWS writes it. */
    enum Cause {
        NONE(""),
        TIMEOUT("Target.Timeout"),
        FAILED("Target.FailedHealthChecks");

        final String text;

        Cause(String text) {
            this.text = text;
        }
    }

    /** Told of every change of mind. */
    interface Listener {
        void changed(int node, int target, boolean isHealthy);
    }

    private final Region region;
    private final ElbScenario scenario;
    private final Ways ways;
    private final boolean saysTimeout;
    private final Listener listener;
    private final Pair[] pairs;

    /** States, reasons, and how many results in a row speak against what is believed: every one that changes. */
    private final EventLog.Table rows;

    Checks(Region region, ElbScenario scenario, Balancer balancer, Ways ways, Listener listener) {
        this.region = region;
        this.scenario = scenario;
        this.ways = ways;
        this.listener = listener;
        // a Network Load Balancer says no more than that a check failed (AWS, API reference, TargetHealth)
        saysTimeout = balancer != Balancer.NLB;
        pairs = new Pair[ElbParameters.ZONES.size() * scenario.targets.size()];
        rows = region.log().table("health", "node", "target", "state", "reason", "streak");
    }

    /** The node checks the target from now on; nothing more happens if it does so already. */
    void begin(int node, int target) {
        int key = node * scenario.targets.size() + target;
        if (pairs[key] == null) {
            pairs[key] = new Pair(node, target);
            pairs[key].record(Cause.NONE);
            double phase = region.stream("health-check-" + node, target).nextDouble();
            region.later((long) (phase * scenario.healthCheck.intervalMicros()), pairs[key]);
        }
    }

    boolean isHealthy(int node, int target) {
        return pairs[node * scenario.targets.size() + target].belief.isHealthy();
    }

    private final class Pair implements Runnable {

        private final int node;
        private final int target;
        private final Belief belief = new Belief(scenario.healthCheck);
        private final Runnable timeout = () -> result(false, Cause.TIMEOUT);
        private int against;
        private Cause cause = Cause.NONE;

        Pair(int node, int target) {
            this.node = node;
            this.target = target;
        }

        @Override
        public void run() {
            if (!region.zones().isDark(node)) {
                check();
            }
            // Last, so that a time-out as long as the interval is over before the next check is sent.
            region.later(scenario.healthCheck.intervalMicros(), this);
        }

        private void check() {
            Reach reach = ways.check(node, target);
            boolean silent = reach.isSilent()
                    || !region.zones()
                            .connects(node, scenario.targets.get(target).zone());
            if (silent) {
                region.later(scenario.healthCheck.timeoutMicros(), timeout);
            } else {
                result(reach == Reach.OPEN, Cause.FAILED);
            }
        }

        private void result(boolean passed, Cause why) {
            if (region.zones().isDark(node)) {
                return;
            }
            int before = against;
            against = passed == belief.isHealthy() ? 0 : against + 1;
            boolean changed = belief.result(passed);
            if (changed) {
                against = 0;
            }
            cause = passed ? cause : saysTimeout ? why : Cause.FAILED;
            if (changed || against != before) {
                record(belief.isHealthy() ? Cause.NONE : cause);
            }
            if (changed) {
                listener.changed(node, target, passed);
            }
        }

        void record(Cause why) {
            rows.add(node, target, belief.isHealthy() ? 0 : 1, why.ordinal(), against);
        }
    }
}
