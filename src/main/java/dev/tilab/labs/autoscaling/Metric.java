package dev.tilab.labs.autoscaling;

/**
 * What a policy's alarms watch. Predefined metrics: Amazon EC2 Auto Scaling User Guide, "Target tracking scaling policies".
 */
enum Metric {
    NONE("none"),
    /** ASGAverageCPUUtilization. */
    CPU("cpu"),
    /** ALBRequestCountPerTarget, a minute. */
    REQUESTS("requests");

    final String id;

    Metric(String id) {
        this.id = id;
    }

    /** This metric's value; NaN if it is missing. */
    double of(Datapoint datapoint) {
        return switch (this) {
            case NONE -> Double.NaN;
            case CPU -> datapoint.cpuPercent();
            case REQUESTS -> datapoint.requestsPerTarget();
        };
    }
}
