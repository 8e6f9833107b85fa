package dev.tilab.cloud.traffic;

import dev.tilab.simulation.lab.Parameter;
import dev.tilab.simulation.lab.ScenarioReader;
import dev.tilab.simulation.lab.Values;
import java.util.List;
import org.jspecify.annotations.Nullable;

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

    private static final @Nullable String ASSUMED = null;

    /** What can be set of it; its length is the run's. */
    public static final List<Parameter> PARAMETERS = List.of(
            Parameter.choice("traffic", "day", Traffic.IDS, ASSUMED),
            Parameter.decimal("baseRate", "200", "1", "100000", "requests/s", ASSUMED),
            Parameter.decimal("peakRate", "1000", "1", "100000", "requests/s", ASSUMED),
            Parameter.duration("rushAt", "43200s", "0s", "14d", ASSUMED),
            Parameter.duration("rushLength", "3600s", "1m", "24h", ASSUMED),
            Parameter.optionalDecimals("curve", "0", "100000", 672, "requests/s", null),
            Parameter.decimal("noise", "3", "0", "50", "percent", ASSUMED));

    public TrafficSettings {
        curve = List.copyOf(curve);
    }

    /** Reads the parameters; a peak that is none and a curve that is missing are problems. */
    public static TrafficSettings read(ScenarioReader reader, long durationMicros) {
        TrafficSettings traffic = new TrafficSettings(
                reader.choice("traffic"),
                reader.decimal("baseRate"),
                reader.decimal("peakRate"),
                reader.durationMicros("rushAt"),
                reader.durationMicros("rushLength"),
                reader.decimals("curve"),
                reader.decimal("noise"),
                durationMicros);
        boolean hasPeak = !traffic.shape.equals("constant") && !traffic.shape.equals("curve");
        boolean areRight = reader.isRight("baseRate") && reader.isRight("peakRate");
        if (hasPeak && areRight && traffic.peakPerSecond < traffic.basePerSecond) {
            reader.reject("peakRate", reader.text("peakRate"), "below-base", Values.of("min", reader.text("baseRate")));
        }
        boolean needsCurve = reader.isRight("traffic") && traffic.shape.equals("curve");
        if (needsCurve && reader.isRight("curve") && traffic.curve.isEmpty()) {
            reader.reject("curve", "", "missing-curve", Values.of());
        }
        return traffic;
    }
}
