package dev.tilab.cloud.balancer;

/**
 * How a load balancer checks its targets.
 *
 * @param intervalMicros time from one check of a target to the next
 * @param timeoutMicros after which a check without an answer has failed
 * @param unhealthyThreshold failures in a row that take a target out
 * @param healthyThreshold successes in a row that bring it back
 */
public record HealthCheckSettings(long intervalMicros, long timeoutMicros, int unhealthyThreshold, int healthyThreshold) {

    /** UnhealthyThresholdCount of whom nobody has told otherwise (AWS, Application Load Balancers, "Health checks for target groups"). */
    public static final int UNHEALTHY_THRESHOLD = 2;

    /** HealthyThresholdCount of the same document, default. */
    public static final int HEALTHY_THRESHOLD = 5;
}
