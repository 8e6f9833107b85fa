package dev.tilab.cloud.traffic;

import java.util.List;
import java.util.stream.LongStream;

/**
 * How many requests a second are expected at every instant: the shape of the traffic before chance is added. The shapes are
 * ours, drawn after what web shops show: a night, a morning that fills, a rush at lunch, a second hump in the evening, and
 * weekends that swing less. An instant below 0 is one of the days before the run: the same week for {@code day}, the same day
 * again for {@code curve}, the base for everything that nobody has seen coming.
 */
public final class Traffic {

    /** Every shape, in the order in which forms show them. */
    public static final List<String> IDS = List.of("day", "constant", "ramp", "spike", "flash-crowd", "curve");

    public static final long DAY_MICROS = 86_400_000_000L;

    private static final double MINUTE_MICROS = 60e6;

    /** How much of a working day's swing is left on Saturday and Sunday; assumed. */
    private static final double WEEKEND = 0.55;

    /** Height of the rush above what the hour would have, as a share of the day's swing. */
    private static final double RUSH = 0.68;

    private static final double RISE_MINUTES = 2;

    private final TrafficSettings settings;
    private final double base;
    private final double swing;

    public Traffic(TrafficSettings settings) {
        this.settings = settings;
        base = settings.basePerSecond();
        swing = settings.peakPerSecond() - settings.basePerSecond();
    }

    /** Requests a second expected at an instant of the run, or before it. */
    public double perSecond(long atMicros) {
        return switch (settings.shape()) {
            case "day" -> base + swing * day(atMicros);
            case "ramp" -> base + swing * clamp((double) atMicros / settings.durationMicros());
            case "spike" -> isRush(atMicros) ? base + swing : base;
            case "flash-crowd" -> base + swing * crowd(atMicros);
            case "curve" -> curve(atMicros);
            default -> base;
        };
    }

    /** Whether every working day is like every other, and every weekend's day too. */
    boolean repeats() {
        return settings.shape().equals("day");
    }

    /** Instants of the run at which the shape's own rush begins, ascending. */
    public List<Long> rushes() {
        long at = settings.rushAtMicros();
        return switch (settings.shape()) {
            case "spike", "flash-crowd" -> at < settings.durationMicros() ? List.of(at) : List.of();
            case "day" ->
                LongStream.iterate(at % DAY_MICROS, each -> each < settings.durationMicros(), each -> each + DAY_MICROS)
                        .filter(each -> !isWeekend(each))
                        .boxed()
                        .toList();
            default -> List.of();
        };
    }

    /** Share of the swing at an instant of the weekly wave, 0 at night, 1 in the rush of a working day. */
    private double day(long atMicros) {
        double minute = Math.floorMod(atMicros, DAY_MICROS) / MINUTE_MICROS;
        double wave = 0.06 * smooth(minute, 360, 450)
                + 0.27 * smooth(minute, 470, 580)
                - 0.06 * smooth(minute, 960, 1060)
                + 0.17 * smooth(minute, 1090, 1170)
                - 0.44 * smooth(minute, 1260, 1400);
        if (isWeekend(atMicros)) {
            return WEEKEND * wave;
        }
        double length = settings.rushMicros() / MINUTE_MICROS;
        double since = Math.floorMod(atMicros - settings.rushAtMicros(), DAY_MICROS) / MINUTE_MICROS;
        double rush = smooth(since, 0, length / 6) - smooth(since, length * 5 / 6, length * 4 / 3);
        return Math.min(1, wave + RUSH * rush);
    }

    /** Whether an instant is on a Saturday or a Sunday; the run begins on a Monday at midnight. */
    public static boolean isWeekend(long atMicros) {
        return Math.floorMod(Math.floorDiv(atMicros, DAY_MICROS), 7L) >= 5;
    }

    private boolean isRush(long atMicros) {
        long since = atMicros - settings.rushAtMicros();
        return since >= 0 && since < settings.rushMicros();
    }

    /** Everybody at once, and then fewer and fewer. */
    private double crowd(long atMicros) {
        long since = atMicros - settings.rushAtMicros();
        double minutes = since / MINUTE_MICROS;
        if (since < 0 || minutes < RISE_MINUTES) {
            return clamp(minutes / RISE_MINUTES);
        }
        double length = settings.rushMicros() / MINUTE_MICROS;
        return StrictMath.exp((RISE_MINUTES - minutes) / length);
    }

    private double curve(long atMicros) {
        List<Double> points = settings.curve();
        long wholeDays = (settings.durationMicros() + DAY_MICROS - 1) / DAY_MICROS * DAY_MICROS;
        long at = atMicros < 0 ? Math.floorMod(atMicros, wholeDays) : atMicros;
        double position = clamp((double) at / settings.durationMicros()) * (points.size() - 1);
        int before = (int) position;
        if (before + 1 >= points.size()) {
            return points.get(points.size() - 1);
        }
        double share = position - before;
        return points.get(before) * (1 - share) + points.get(before + 1) * share;
    }

    /** 0 up to the first instant, 1 from the second on, without a corner between. */
    private static double smooth(double at, double from, double to) {
        double share = clamp((at - from) / (to - from));
        return share * share * (3 - 2 * share);
    }

    private static double clamp(double share) {
        return Math.max(0, Math.min(1, share));
    }
}
