package dev.tilab.simulation.lab;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times with their unit as a person writes them: {@code 20ms}, {@code 1.5s}, {@code 2m}, {@code 24h}, {@code 14d}. */
public final class Durations {

    private static final Pattern DURATION = Pattern.compile("([+-]?\\d{1,15}(?:\\.\\d{1,9})?) ?(us|ms|s|m|h|d)");

    private static final long HOUR_MICROS = 3_600_000_000L;
    private static final long DAY_MICROS = 24 * HOUR_MICROS;

    private Durations() {}

    /** Reads a time to the nearest microsecond; empty if the text is no number with one of the units, or beyond a long. */
    public static OptionalLong micros(String text) {
        Matcher matcher = DURATION.matcher(text);
        if (!matcher.matches()) {
            return OptionalLong.empty();
        }
        BigDecimal micros = new BigDecimal(matcher.group(1)).multiply(BigDecimal.valueOf(unitMicros(matcher.group(2))));
        if (micros.abs().compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) >= 0) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(micros.setScale(0, RoundingMode.HALF_EVEN).longValueExact());
    }

    private static long unitMicros(String unit) {
        return switch (unit) {
            case "us" -> 1;
            case "ms" -> 1_000;
            case "s" -> 1_000_000;
            case "m" -> 60_000_000;
            case "h" -> HOUR_MICROS;
            case "d" -> DAY_MICROS;
            default -> throw new IllegalArgumentException(unit);
        };
    }

    /** The canonical spelling: seconds from one second up and for nothing at all, milliseconds below. */
    public static String text(long micros) {
        boolean inSeconds = micros == 0 || Math.abs(micros) >= 1_000_000;
        return Decimals.text(BigDecimal.valueOf(micros, inSeconds ? 6 : 3)) + (inSeconds ? "s" : "ms");
    }

    /** A spelling to be read: whole hours from one hour up, whole days from two days up; else as {@link #text}. */
    public static String readable(long micros) {
        boolean inDays = micros % DAY_MICROS == 0 && micros >= 2 * DAY_MICROS;
        boolean inHours = micros % HOUR_MICROS == 0 && micros >= HOUR_MICROS;
        return inDays ? micros / DAY_MICROS + "d" : inHours ? micros / HOUR_MICROS + "h" : text(micros);
    }
}
