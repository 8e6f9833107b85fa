package dev.tilab.simulation.lab;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.regex.Pattern;

/** Decimal numbers as a person writes them, kept to six places; one number has one canonical spelling. */
public final class Decimals {

    /** Long enough for every number that a parameter allows, short enough that no input costs time. */
    private static final int LONGEST = 40;

    private static final int PLACES = 6;

    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)");

    private Decimals() {}

    /** Reads {@code 200}, {@code 0.50} or {@code -1}; empty if the text is no such number. Exponents are none. */
    public static Optional<BigDecimal> parse(String text) {
        if (text.length() > LONGEST || !NUMBER.matcher(text).matches()) {
            return Optional.empty();
        }
        String digits = text.endsWith(".") ? text + "0" : text;
        return Optional.of(new BigDecimal(digits).setScale(PLACES, RoundingMode.HALF_EVEN));
    }

    /** The canonical spelling: no exponent, no zero that says nothing. */
    public static String text(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
