package dev.tilab.labs.elb;

import dev.tilab.cloud.EventLog;
import dev.tilab.cloud.Region;
import dev.tilab.cloud.balancer.Belief;
import dev.tilab.cloud.balancer.CheckResult;
import dev.tilab.cloud.balancer.Health;
import dev.tilab.cloud.network.Reach;

/**
 * Each node checks each target that it may ask, each pair from an instant of its own within the first interval; the next check is
 * sent an interval later, however long the answer takes. So a target that falls silent is out after (n − 1) · interval + time-out to
 * n · interval + time-out (AWS, Application Load Balancers, "Health checks for target groups"). At first all are healthy: the run
 * begins in the middle of a day. A node without power checks nothing, and believes afterwards what it believed before.
 */
final class Checks {

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
            pairs[key].record();
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
        private final Runnable timeout = () -> result(CheckResult.TIMED_OUT);

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
                result(CheckResult.of(reach == Reach.OPEN));
            }
        }

        private void result(CheckResult found) {
            if (region.zones().isDark(node)) {
                return;
            }
            int before = belief.health().streak();
            boolean changed = belief.result(found);
            if (changed || belief.health().streak() != before) {
                record();
            }
            if (changed) {
                listener.changed(node, target, found.passed());
            }
        }

        void record() {
            Health known = saysTimeout ? belief.health() : belief.health().ofNetworkLoadBalancer();
            rows.add(node, target, known.state().ordinal(), known.reason().ordinal(), known.streak());
        }
    }
}
