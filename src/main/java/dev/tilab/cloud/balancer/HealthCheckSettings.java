package dev.tilab.cloud.balancer;

/**
 * How a load balancer checks its targets.
 *
 * @param intervalMicros time from one check of a target to the next
 * @param timeoutMicros after which a check without an answer has failed
 * @param unhealthyThreshold failures in a row that take a target out
 * @param healthyThreshold successes in a row that bring it back
 */
public record HealthCheckSettings(long intervalMicros, long timeoutMicros, int unhealthyThreshold, int healthyThreshold) {}
