package dev.tilab.cloud.compute;

import dev.tilab.cloud.balancer.HealthCheckSettings;
import dev.tilab.simulation.lab.ScenarioReader;

/**
 * Whom a group asks whether its instances are well.
 *
 * @param asksLoadBalancer whether it replaces what the load balancer calls unhealthy, not only what is dead
 * @param check the load balancer's health check
 * @param graceMicros from an instance's being in service until the load balancer's word counts
 */
public record HealthSettings(boolean asksLoadBalancer, HealthCheckSettings check, long graceMicros) {

    static HealthSettings read(ScenarioReader reader, long intervalMicros) {
        // What is dead refuses at once, so that no check runs into its time-out.
        return new HealthSettings(
                reader.choice("healthCheck").equals("elb"),
                new HealthCheckSettings(
                        intervalMicros,
                        intervalMicros,
                        HealthCheckSettings.UNHEALTHY_THRESHOLD,
                        HealthCheckSettings.HEALTHY_THRESHOLD),
                reader.durationMicros("gracePeriod"));
    }
}
