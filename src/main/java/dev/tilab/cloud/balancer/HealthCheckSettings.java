package dev.tilab.cloud.balancer;

import dev.tilab.simulation.lab.Parameter;
import dev.tilab.simulation.lab.ScenarioReader;

/**
 * How a load balancer checks its targets.
 *
 * @param intervalMicros time from one check of a target to the next
 * @param timeoutMicros after which a check without an answer has failed
 * @param unhealthyThreshold failures in a row that take a target out
 * @param healthyThreshold successes in a row that bring it back
 */
public record HealthCheckSettings(
        long intervalMicros, long timeoutMicros, int unhealthyThreshold, int healthyThreshold) {

    /** UnhealthyThresholdCount of whom nobody has told otherwise (AWS, Application Load Balancers, "Health checks for target groups"). */
    public static final int UNHEALTHY_THRESHOLD = 2;

    /** HealthyThresholdCount of the same document, default. */
    public static final int HEALTHY_THRESHOLD = 5;

    /** HealthCheckIntervalSeconds 5–300, default 30; HealthCheckTimeoutSeconds 2–120, 5; both thresholds 2–10. */
    static final String ALB_HEALTH_CHECKS = "AWS, Application Load Balancers: Health checks for target groups,"
            + " https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html";

    /** Time from one check to the next. */
    public static final Parameter INTERVAL =
            Parameter.duration("healthCheckInterval", "30s", "5s", "300s", ALB_HEALTH_CHECKS);

    /** Failures that take a target out. */
    public static final Parameter UNHEALTHY = Parameter.integer(
            "unhealthyThreshold", Integer.toString(UNHEALTHY_THRESHOLD), "2", "10", ALB_HEALTH_CHECKS);

    /** Successes that bring it back. */
    public static final Parameter HEALTHY =
            Parameter.integer("healthyThreshold", Integer.toString(HEALTHY_THRESHOLD), "2", "10", ALB_HEALTH_CHECKS);

    /** Reads the two thresholds and the interval, of targets that answer or refuse at once: no check runs into a time-out. */
    public static HealthCheckSettings read(ScenarioReader reader) {
        long intervalMicros = reader.durationMicros(INTERVAL.id());
        return new HealthCheckSettings(intervalMicros, intervalMicros, (int) reader.integer(UNHEALTHY.id()), (int)
                reader.integer(HEALTHY.id()));
    }
}
