package dev.tilab.simulation.lab;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times with their unit as a person writes them: {@code 20ms}, {@code 1.5s}, {@code 2m}, {@code 24h}, {@code 14d}. */
public final class Durations {

    private static final Pattern DURATION = Pattern.compile("([+-]?\\d{1,15}(?:\\.\\d{1,9})?) ?(us|ms|s|m|h|d)");

    private static final Map<String, BigDecimal> UNITS_IN_MICROS = Map.of(
            "us", BigDecimal.ONE,
            "ms", BigDecimal.valueOf(1_000),
            "s", BigDecimal.valueOf(1_000_000),
            "m", BigDecimal.valueOf(60_000_000),
            "h", BigDecimal.valueOf(3_600_000_000L),
            "d", BigDecimal.valueOf(86_400_000_000L));

    private Durations() {}

    /** Reads a time to the nearest microsecond; empty if the text is no number with one of the units, or beyond a long. */
    public static OptionalLong micros(String text) {
        Matcher matcher = DURATION.matcher(text);
        if (!matcher.matches()) {
            return OptionalLong.empty();
        }
        BigDecimal micros = new BigDecimal(matcher.group(1)).multiply(UNITS_IN_MICROS.get(matcher.group(2)));
        if (micros.abs().compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) >= 0) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(micros.setScale(0, RoundingMode.HALF_EVEN).longValueExact());
    }

    /** The canonical spelling: seconds from one second up and for nothing at all, milliseconds below. */
    public static String text(long micros) {
        boolean inSeconds = micros == 0 || Math.abs(micros) >= 1_000_000;
        return Decimals.text(BigDecimal.valueOf(micros, inSeconds ? 6 : 3)) + (inSeconds ? "s" : "ms");
    }
}
