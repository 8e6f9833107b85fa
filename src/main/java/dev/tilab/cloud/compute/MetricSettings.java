package dev.tilab.cloud.compute;

import dev.tilab.simulation.lab.ScenarioReader;

/**
 * How CloudWatch sees a group.
 *
 * @param periodMicros what one datapoint is gathered over
 * @param delayMicros from the end of a period until its datapoint is known
 */
public record MetricSettings(long periodMicros, long delayMicros) {

    /** Reads {@link GroupParameters#METRIC}. */
    public static MetricSettings read(ScenarioReader reader) {
        return new MetricSettings(
                reader.choice("metricPeriod").equals("60s") ? 60_000_000 : 300_000_000,
                reader.durationMicros("metricDelay"));
    }
}
