package dev.tilab.labs.elb.doctor;

import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something that somebody does to find out or to mend.
 *
 * @param tenths instant, in tenths of a second
 * @param probe asked; null for another act
 * @param place opened or repaired; null for a probe
 * @param value what it is set to; null but for a repair
 */
record Act(
        int tenths,
        @Nullable Probe probe,
        @Nullable Place place,
        @Nullable String value) {

    /** Where one can ask from. */
    enum Probe {
        CLIENT,
        SUBNET,
        HOST;

        String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    long micros() {
        return tenths * 100_000L;
    }

    double seconds() {
        return tenths / 10.0;
    }

    /** As it stands in an address: {@code repair:subnet-route:igw@26}. */
    String text() {
        String what = probe != null
                ? "probe:" + probe.id()
                : place == null ? "" : (value == null ? "open:" + place.id() : "repair:" + place.id() + ":" + value);
        return what + "@" + BigDecimal.valueOf(tenths, 1).stripTrailingZeros().toPlainString();
    }
}
