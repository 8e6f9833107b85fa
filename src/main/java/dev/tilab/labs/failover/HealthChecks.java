package dev.tilab.labs.failover;

import dev.tilab.cloud.EventLog;
import dev.tilab.cloud.Region;
import dev.tilab.cloud.Zones;
import java.util.ArrayList;
import java.util.List;

/**
 * Every node checks every target that it may ask, each pair from an instant of its own within the first interval. The next
 * check is sent an interval later, however long the answer takes; a target that cannot be reached has failed it when the
 * time-out is over. So a target that goes dark is out after (n − 1) · interval + time-out to n · interval + time-out (AWS,
 * Application Load Balancers, "Health checks for target groups"). A node without power checks nothing, and believes
 * afterwards what it believed before.
 */
final class HealthChecks {

    /** HealthyThresholdCount of the same document, default. */
    private static final int HEALTHY_THRESHOLD = 5;

    /** What one node believes of one target. */
    static final class Belief {
        final int target;
        boolean healthy = true;

        /** Results in a row that speak against it. */
        private int contrary;

        Belief(int target) {
            this.target = target;
        }
    }

    private final FailoverScenario scenario;
    private final Region region;
    private final Zones zones;
    private final EventLog.Table changes;

    HealthChecks(FailoverScenario scenario, Region region) {
        this.scenario = scenario;
        this.region = region;
        zones = region.zones();
        changes = region.log().table("health", "node", "client", "healthy");
    }

    /** Begins the checks of the node in this zone: of all targets, or of its own zone's without cross-zone balancing. */
    List<Belief> of(int node) {
        List<Belief> beliefs = new ArrayList<>();
        for (int target = 0; target < scenario.clients; target++) {
            if (scenario.crossZone || scenario.zoneOf(target) == node) {
                Belief belief = new Belief(target);
                double phase = region.stream("health-check-" + node, target).nextDouble();
                region.later((long) (phase * scenario.micros("healthCheckInterval")), () -> check(node, belief));
                beliefs.add(belief);
            }
        }
        return List.copyOf(beliefs);
    }

    private void check(int node, Belief belief) {
        if (zones.connects(node, scenario.zoneOf(belief.target))) {
            result(node, belief, true);
        } else if (!zones.isDark(node)) {
            region.later(scenario.micros("healthCheckTimeout"), () -> {
                if (!zones.isDark(node)) {
                    result(node, belief, false);
                }
            });
        }
        // Last, so that a time-out as long as the interval is over before the next check is sent.
        region.later(scenario.micros("healthCheckInterval"), () -> check(node, belief));
    }

    private void result(int node, Belief belief, boolean passed) {
        belief.contrary = passed == belief.healthy ? 0 : belief.contrary + 1;
        if (belief.contrary == (belief.healthy ? scenario.unhealthyThreshold : HEALTHY_THRESHOLD)) {
            belief.healthy = passed;
            belief.contrary = 0;
            changes.add(node, belief.target, passed ? 1 : 0);
        }
    }
}
