package dev.tilab.labs.autoscaling;

import dev.tilab.simulation.lab.Opening;
import dev.tilab.simulation.lab.Preset;
import dev.tilab.simulation.lab.Values;
import java.util.List;

/** Situations worth looking at. What a preset does not name has its default: the day with its rush at noon. */
final class AutoScalingPresets {

    /** Enough for every hour of the day; the rush is expected from noon on. */
    static final String SCHEDULE =
            "0 6 * * * 8; 0 8 * * * 10; 30 11 * * * 16; 30 13 * * * 10; 45 17 * * * 12;" + " 30 23 * * * 6";

    private static final String EVERY_KIND = "scheduled,simple,step,target-tracking";

    static final List<Preset> PRESETS = List.of(
            new Preset(
                    "lunch-rush",
                    Values.of("policies", "fixed,simple,target-tracking", "desired", "12"),
                    Opening.of("700m", "725m", 720)),
            // sixteen are enough for the peak, noise included
            new Preset(
                    "night-and-day",
                    Values.of(
                            "policies", "fixed,scheduled,target-tracking",
                            "duration", "48h",
                            "desired", "16",
                            "schedule", SCHEDULE),
                    Opening.of("345m", "375m", 1440)),
            new Preset(
                    "flash-crowd",
                    Values.of(
                            "policies", "simple,step,target-tracking",
                            "traffic", "flash-crowd",
                            "duration", "4h",
                            "rushAt", "1h",
                            "rushLength", "1h"),
                    Opening.of("56m", "62m", 120)),
            // thresholds close together and instances that start slowly: what brakes are for
            new Preset(
                    "no-cooldown",
                    Values.of(
                            "policies", "simple,simple-no-cooldown,step,step-no-warmup",
                            "traffic", "spike",
                            "baseRate", "250",
                            "peakRate", "700",
                            "noise", "2",
                            "duration", "5h",
                            "rushAt", "30m",
                            "rushLength", "4h",
                            "max", "40",
                            "highThreshold", "70",
                            "lowThreshold", "52",
                            "lowDatapoints", "3",
                            "scaleInBy", "3",
                            "stepAdjustments", "20,50",
                            "scaleInSteps", "20,50",
                            "launchTime", "240s"),
                    Opening.of("0m", "34m", 480)),
            new Preset(
                    "slow-scale-in",
                    Values.of(
                            "policies", "target-tracking,requests-per-target",
                            "traffic", "spike",
                            "peakRate", "600",
                            "duration", "3h",
                            "rushAt", "30m",
                            "rushLength", "1h"),
                    Opening.of("85m", "95m", 120)),
            new Preset(
                    "before-the-rush",
                    Values.of("policies", EVERY_KIND, "desired", "6", "schedule", SCHEDULE, "stepAdjustments", "25,75"),
                    Opening.of("690m", "724m", 1440)),
            new Preset(
                    "rush-elsewhere",
                    Values.of(
                            "policies", EVERY_KIND,
                            "desired", "6",
                            "schedule", SCHEDULE,
                            "stepAdjustments", "25,75",
                            "rushAt", "15h"),
                    Opening.of("870m", "904m", 1440)),
            new Preset(
                    "forecast",
                    Values.of("policies", "predictive,target-tracking,combined"),
                    Opening.of("770m", "812m", 480)),
            new Preset(
                    "no-history",
                    Values.of("policies", "predictive,target-tracking", "desired", "6", "history", "12h"),
                    Opening.of("660m", "708m", 720)),
            new Preset(
                    "dead-instance",
                    Values.of(
                            "policies", "fixed",
                            "traffic", "constant",
                            "baseRate", "250",
                            "duration", "1h",
                            "at", "20m:stop-instance:group"),
                    Opening.of("18m", "1240s", 60)),
            // target tracking has come down to what it needs at 80 % when the zone fails
            new Preset(
                    "zone-lost",
                    Values.of(
                            "policies", "fixed,target-tracking",
                            "traffic", "constant",
                            "baseRate", "400",
                            "desired", "12",
                            "target", "80",
                            "duration", "2h",
                            "at", "80m:fail-zone:az-a"),
                    Opening.of("78m", "4815s", 60)),
            new Preset(
                    "warm-pool",
                    Values.of(
                            "policies", "target-tracking,warm-pool",
                            "traffic", "flash-crowd",
                            "duration", "3h",
                            "rushAt", "1h",
                            "launchTime", "240s",
                            "warmPool", "10"),
                    Opening.of("56m", "62m", 120)),
            new Preset(
                    "up-or-out",
                    Values.of(
                            "policies", "scale-up,target-tracking",
                            "traffic", "ramp",
                            "baseRate", "40",
                            "peakRate", "300",
                            "duration", "4h",
                            "min", "1",
                            "desired", "1"),
                    Opening.of("13m", "1400s", 120)),
            // the application needs three minutes, the group waits half of one
            new Preset(
                    "short-grace",
                    Values.of(
                            "policies", "fixed",
                            "traffic", "constant",
                            "baseRate", "250",
                            "duration", "1h",
                            "launchTime", "180s",
                            "healthCheck", "elb",
                            "gracePeriod", "30s",
                            "at", "10m:stop-instance:group,10m:stop-instance:group"),
                    Opening.of("8m", "640s", 60)));

    private AutoScalingPresets() {}
}
