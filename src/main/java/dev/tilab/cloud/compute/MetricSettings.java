package dev.tilab.cloud.compute;

/**
 * How CloudWatch sees a group.
 *
 * @param periodMicros what one datapoint is gathered over
 * @param delayMicros from the end of a period until its datapoint is known
 */
public record MetricSettings(long periodMicros, long delayMicros) {}
