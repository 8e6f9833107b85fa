package dev.tilab.cloud.compute;

/**
 * What CloudWatch knows about one period of a group.
 *
 * @param atMicros instant at which it is known, so after the period and its delay
 * @param cpuPercent average utilization of the instances that serve and are past their warm-up; NaN without any
 * @param requestsPerTarget requests a minute for each instance that serves; NaN without any
 */
record Datapoint(long atMicros, double cpuPercent, double requestsPerTarget) {}
