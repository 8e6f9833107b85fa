package dev.tilab.cloud.compute;

/**
 * What a policy's alarms watch. Predefined metrics: Amazon EC2 Auto Scaling User Guide, "Target tracking scaling policies".
 */
public enum Metric {
    NONE("none"),
    /** ASGAverageCPUUtilization. */
    CPU("cpu"),
    /** ALBRequestCountPerTarget, a minute. */
    REQUESTS("requests");

    private final String id;

    Metric(String id) {
        this.id = id;
    }

    /** The word in timelines. */
    public String id() {
        return id;
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
