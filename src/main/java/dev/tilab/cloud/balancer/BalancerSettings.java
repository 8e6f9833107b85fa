package dev.tilab.cloud.balancer;

import java.util.List;

/**
 * What a load balancer is like.
 *
 * @param zones where it has a node, from 0
 * @param crossZone whether a node may pass requests to targets of other zones
 * @param detectionMicros how long its name goes on to list a node that cannot be reached, and not to list one that can again
 */
public record BalancerSettings(
        List<Integer> zones, boolean crossZone, long detectionMicros, HealthCheckSettings healthCheck) {

    public BalancerSettings {
        zones = List.copyOf(zones);
    }
}
