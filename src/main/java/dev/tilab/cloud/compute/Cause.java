package dev.tilab.cloud.compute;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Why the group launched, terminated or resized instances; timelines number the causes in this order. */
public enum Cause {
    INITIAL,
    MANUAL,
    SCHEDULED,
    ALARM_HIGH,
    ALARM_LOW,
    TARGET_HIGH,
    TARGET_LOW,
    FORECAST,
    REPLACED_DEAD,
    REPLACED_UNHEALTHY,
    REBALANCE,
    ZONE_LOST,
    LAUNCH_FAILED,
    WARM_POOL,
    RESIZE;

    /** The word in timelines and message keys: {@code alarm-high}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static List<String> ids() {
        return Arrays.stream(values()).map(Cause::id).toList();
    }
}
