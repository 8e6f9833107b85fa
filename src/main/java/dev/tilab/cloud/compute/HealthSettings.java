package dev.tilab.cloud.compute;

import dev.tilab.cloud.balancer.HealthCheckSettings;

/**
 * Whom a group asks whether its instances are well.
 *
 * @param asksLoadBalancer whether it replaces what the load balancer calls unhealthy, not only what is dead
 * @param check the load balancer's health check
 * @param graceMicros from an instance's being in service until the load balancer's word counts
 */
public record HealthSettings(boolean asksLoadBalancer, HealthCheckSettings check, long graceMicros) {}
