package dev.tilab.labs.autoscaling;

import dev.tilab.simulation.lab.Preset;
import java.util.List;
import java.util.Map;

/** Situations worth looking at. What a preset does not name has its default: the day with its rush at noon. */
final class AutoScalingPresets {

    /** Enough for every hour of the day; the rush is expected from noon on. */
    private static final String SCHEDULE = "0 6 * * * 8; 0 8 * * * 10; 30 11 * * * 16; 30 13 * * * 10; 45 17 * * * 12;"
            + " 30 23 * * * 6";

    private static final String EVERY_KIND = "scheduled,simple,step,target-tracking";

    static final List<Preset> PRESETS = List.of(
            new Preset("lunch-rush", Map.of("policies", "fixed,simple,target-tracking", "desired", "12")),
            // sixteen are enough for the peak, noise included
            new Preset(
                    "night-and-day",
                    Map.of(
                            "policies", "fixed,scheduled,target-tracking",
                            "duration", "48h",
                            "desired", "16",
                            "schedule", SCHEDULE)),
            new Preset(
                    "flash-crowd",
                    Map.of(
                            "policies", "simple,step,target-tracking",
                            "traffic", "flash-crowd",
                            "duration", "4h",
                            "rushAt", "1h",
                            "rushLength", "1h",
                            "stepAdjustments", "25,75")),
            // thresholds close together and instances that start slowly: what brakes are for
            new Preset(
                    "no-cooldown",
                    Map.ofEntries(
                            Map.entry("policies", "simple,simple-no-cooldown,step,step-no-warmup"),
                            Map.entry("traffic", "spike"),
                            Map.entry("baseRate", "250"),
                            Map.entry("peakRate", "700"),
                            Map.entry("noise", "2"),
                            Map.entry("duration", "5h"),
                            Map.entry("rushAt", "30m"),
                            Map.entry("rushLength", "4h"),
                            Map.entry("max", "40"),
                            Map.entry("highThreshold", "70"),
                            Map.entry("lowThreshold", "52"),
                            Map.entry("lowDatapoints", "3"),
                            Map.entry("scaleInBy", "3"),
                            Map.entry("stepAdjustments", "20,50"),
                            Map.entry("launchTime", "240s"))),
            new Preset(
                    "slow-scale-in",
                    Map.of(
                            "policies", "target-tracking,requests-per-target",
                            "traffic", "spike",
                            "peakRate", "600",
                            "duration", "3h",
                            "rushAt", "30m",
                            "rushLength", "1h")),
            new Preset(
                    "before-the-rush",
                    Map.of("policies", EVERY_KIND, "desired", "6", "schedule", SCHEDULE, "stepAdjustments", "25,75")),
            new Preset(
                    "rush-elsewhere",
                    Map.of(
                            "policies", EVERY_KIND,
                            "desired", "6",
                            "schedule", SCHEDULE,
                            "stepAdjustments", "25,75",
                            "rushAt", "15h")),
            new Preset("forecast", Map.of("policies", "predictive,target-tracking,combined")),
            new Preset(
                    "no-history", Map.of("policies", "predictive,target-tracking", "desired", "6", "history", "12h")),
            new Preset(
                    "dead-instance",
                    Map.of(
                            "policies", "fixed",
                            "traffic", "constant",
                            "baseRate", "250",
                            "duration", "1h",
                            "at", "20m:stop-instance:group")),
            // target tracking has come down to what it needs at 80 % when the zone fails
            new Preset(
                    "zone-lost",
                    Map.of(
                            "policies", "fixed,target-tracking",
                            "traffic", "constant",
                            "baseRate", "400",
                            "desired", "12",
                            "target", "80",
                            "duration", "2h",
                            "at", "80m:fail-zone:az-a")),
            new Preset(
                    "warm-pool",
                    Map.of(
                            "policies", "target-tracking,warm-pool",
                            "traffic", "flash-crowd",
                            "duration", "3h",
                            "rushAt", "1h",
                            "launchTime", "240s",
                            "warmPool", "10")),
            new Preset(
                    "up-or-out",
                    Map.of(
                            "policies", "scale-up,target-tracking",
                            "traffic", "ramp",
                            "baseRate", "40",
                            "peakRate", "300",
                            "duration", "4h",
                            "min", "1",
                            "desired", "1")),
            // the application needs three minutes, the group waits half of one
            new Preset(
                    "short-grace",
                    Map.of(
                            "policies", "fixed",
                            "traffic", "constant",
                            "baseRate", "250",
                            "duration", "1h",
                            "launchTime", "180s",
                            "healthCheck", "elb",
                            "gracePeriod", "30s",
                            "at", "10m:stop-instance:group,10m:stop-instance:group")));

    private AutoScalingPresets() {}
}
