package dev.tilab.cloud.compute;

/**
 * Whom a group asks whether its instances are well.
 *
 * @param asksLoadBalancer whether it replaces what the load balancer calls unhealthy, not only what is dead
 * @param intervalMicros between two health checks of the load balancer
 * @param graceMicros from an instance's being in service until the load balancer's word counts
 */
public record HealthSettings(boolean asksLoadBalancer, long intervalMicros, long graceMicros) {}
