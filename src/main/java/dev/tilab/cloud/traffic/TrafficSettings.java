package dev.tilab.cloud.traffic;

import java.util.List;

/**
 * A shape of demand and how chance moves it.
 *
 * @param shape one of {@link Traffic#IDS}
 * @param basePerSecond requests a second away from any rush
 * @param peakPerSecond and at its height
 * @param rushAtMicros when the rush begins; of a day's wave, the time of each working day
 * @param rushMicros how long it lasts
 * @param curve requests a second at points spread evenly over the run; empty unless given
 * @param noisePercent standard deviation of the slow wander around the shape
 * @param durationMicros length of the run
 */
public record TrafficSettings(
        String shape,
        double basePerSecond,
        double peakPerSecond,
        long rushAtMicros,
        long rushMicros,
        List<Double> curve,
        double noisePercent,
        long durationMicros) {

    public TrafficSettings {
        curve = List.copyOf(curve);
    }
}
