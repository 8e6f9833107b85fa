package dev.tilab.cloud.compute;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Predictive scaling in forecast-and-scale mode: as each hour begins, the group gets the instances that the {@link
 * Forecast} of the hour needs to stay at the target utilization, if it has fewer; it never scales in. Amazon EC2 Auto
 * Scaling User Guide, "Predictive scaling"; API reference, {@code PredictiveScalingConfiguration}: instances are launched
 * 300 seconds early ({@code SchedulingBufferTime}, default).
 */
final class Predictive implements ScalingPolicy {

    private static final long BUFFER_MICROS = 300_000_000L;

    private final Forecast forecast;
    private final double perInstance;

    private long floorOfMicros = Long.MIN_VALUE;
    private int floor;

    Predictive(PolicySettings settings) {
        forecast = new Forecast(settings.demand(), settings.historyMicros());
        perInstance = settings.capacityPerSecond() * settings.targetPercent() / 100;
    }

    @Override
    public long nextMicros(long afterMicros) {
        return afterMicros < 0 ? 0 : hour(afterMicros) + Forecast.HOUR_MICROS - BUFFER_MICROS;
    }

    @Override
    public Optional<Change> onClock(GroupView group) {
        OptionalDouble expected = forecast.perSecond(hour(group.nowMicros()), group.nowMicros());
        if (expected.isEmpty()) {
            return Optional.empty();
        }
        int to = group.clamp(instances(expected.getAsDouble()));
        return to > group.desired()
                ? Optional.of(new Change(to, Cause.FORECAST, Math.round(expected.getAsDouble()), 0, 0))
                : Optional.empty();
    }

    /** What the hour is forecast to need; instances launched early belong to the hour that they were launched for. */
    @Override
    public int floor(long nowMicros) {
        long hour = hour(nowMicros);
        if (hour != floorOfMicros) {
            OptionalDouble expected = forecast.perSecond(hour, nowMicros);
            floor = expected.isEmpty() ? 0 : instances(expected.getAsDouble());
            floorOfMicros = hour;
        }
        return floor;
    }

    /** Beginning of the hour that instances are wanted for at this instant. */
    private static long hour(long nowMicros) {
        return Math.floorDiv(nowMicros + BUFFER_MICROS, Forecast.HOUR_MICROS) * Forecast.HOUR_MICROS;
    }

    private int instances(double perSecond) {
        return (int) Math.min(Integer.MAX_VALUE, (long) StrictMath.ceil(perSecond / perInstance));
    }

    @Override
    public boolean scalesIn() {
        return false;
    }
}
