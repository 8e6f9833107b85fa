package dev.tilab.labs.autoscaling;

import dev.tilab.cloud.compute.Policy;
import dev.tilab.labs.autoscaling.AutoScalingSummary.ActivityRow;
import dev.tilab.labs.autoscaling.AutoScalingSummary.LaneSummary;
import dev.tilab.simulation.lab.Claim;
import dev.tilab.simulation.lab.Durations;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;

/** What learners write about Auto Scaling, each statement with the inequality that shows it. */
final class AutoScalingClaims {

    /** A fleet that is outside its objective no longer than this keeps it. */
    private static final double BLIP_SECONDS = 60;

    static final List<Claim> CLAIMS = List.of(
            claim(
                    "lunch-without-room",
                    "lunch-rush",
                    List.of("fixed", "simple", "target-tracking"),
                    "simple",
                    run -> run.lanes().stream()
                            .max(Comparator.comparingLong(LaneSummary::failedRequests))
                            .orElseThrow()
                            .policy()),
            claim(
                    "night-costs-less",
                    "night-and-day",
                    List.of("fewer-at-night", "peak", "same"),
                    "fewer-at-night",
                    run -> {
                        LaneSummary peak = lane(run, Policy.FIXED);
                        LaneSummary byTheClock = lane(run, Policy.SCHEDULED);
                        if (!keeps(byTheClock) || byTheClock.costUsd() > 1.05 * peak.costUsd()) {
                            return "peak";
                        }
                        return byTheClock.costUsd() < 0.95 * peak.costUsd() ? "fewer-at-night" : "same";
                    }),
            claim("cpu-80-late", "flash-crowd", List.of("at-once", "a-minute", "minutes"), "minutes", run -> {
                Double seconds =
                        lane(run, Policy.SIMPLE).secondsToEnoughCapacity().total();
                return seconds == null || seconds > 120 ? "minutes" : seconds > 30 ? "a-minute" : "at-once";
            }),
            claim(
                    "no-cooldown-swings",
                    "no-cooldown",
                    List.of("without-brakes", "with-brakes", "none"),
                    "without-brakes",
                    run -> {
                        boolean simple = swingsMore(run, Policy.SIMPLE_NO_COOLDOWN, Policy.SIMPLE);
                        boolean step = swingsMore(run, Policy.STEP_NO_WARMUP, Policy.STEP);
                        boolean braked = swingsMore(run, Policy.SIMPLE, Policy.SIMPLE_NO_COOLDOWN)
                                || swingsMore(run, Policy.STEP, Policy.STEP_NO_WARMUP);
                        return simple && step ? "without-brakes" : braked ? "with-brakes" : "none";
                    }),
            claim(
                    "slow-scale-in",
                    "slow-scale-in",
                    List.of("at-once", "as-quick", "slower"),
                    "slower",
                    AutoScalingClaims::scaleIn),
            claim(
                    "schedule-beats-reactive",
                    "before-the-rush",
                    List.of("scheduled", "simple", "step", "target-tracking"),
                    "scheduled",
                    run -> leastOutside(run).policy()),
            claim(
                    "rush-elsewhere",
                    "rush-elsewhere",
                    List.of("still-best", "no-longer"),
                    "no-longer",
                    run -> leastOutside(run) == lane(run, Policy.SCHEDULED) ? "still-best" : "no-longer"),
            claim("forecast-needs-history", "no-history", List.of("in-time", "nothing"), "nothing", run -> {
                OptionalDouble grown = first(lane(run, Policy.PREDICTIVE), 1, 0);
                return grown.isPresent() && grown.getAsDouble() <= seconds(run, "rushAt") ? "in-time" : "nothing";
            }),
            claim(
                    "forecast-never-in",
                    "forecast",
                    List.of("keeps", "removes"),
                    "keeps",
                    run -> first(lane(run, Policy.PREDICTIVE), -1, 0).isPresent() ? "removes" : "keeps"),
            claim(
                    "fixed-replaces",
                    "dead-instance",
                    List.of("stays-smaller", "replaces"),
                    "replaces",
                    run -> lane(run, Policy.FIXED).replacements() > 0 ? "replaces" : "stays-smaller"),
            claim("zone-needs-room", "zone-lost", List.of("both", "with-room", "neither"), "with-room", run -> {
                boolean without = keeps(lane(run, Policy.TARGET_TRACKING));
                return !keeps(lane(run, Policy.FIXED)) ? "neither" : without ? "both" : "with-room";
            }),
            claim("warm-pool-cuts", "warm-pool", List.of("same", "quicker"), "quicker", run -> {
                Double with =
                        lane(run, Policy.WARM_POOL).secondsToEnoughCapacity().total();
                Double without = lane(run, Policy.TARGET_TRACKING)
                        .secondsToEnoughCapacity()
                        .total();
                boolean isQuicker = with != null && (without == null || with < without - BLIP_SECONDS);
                return isQuicker ? "quicker" : "same";
            }),
            claim("up-needs-a-stop", "up-or-out", List.of("up", "out", "both"), "out", run -> {
                double stop = seconds(run, "resizeStop");
                boolean up = lane(run, Policy.SCALE_UP).secondsOutsideObjective() < stop;
                boolean out = lane(run, Policy.TARGET_TRACKING).secondsOutsideObjective() < stop;
                return up && out ? "both" : out ? "out" : "up";
            }),
            claim(
                    "short-grace",
                    "short-grace",
                    List.of("one-replacement", "loop"),
                    "loop",
                    run ->
                            // two died
                            lane(run, Policy.FIXED).replacements() > 2 * 2 ? "loop" : "one-replacement"));

    private AutoScalingClaims() {}

    private static Claim claim(
            String id, String preset, List<String> options, String holds, Function<AutoScalingSummary, String> answer) {
        return new Claim(id, preset, options, holds, summary -> answer.apply((AutoScalingSummary) summary));
    }

    private static boolean keeps(LaneSummary lane) {
        return lane.secondsOutsideObjective() <= BLIP_SECONDS;
    }

    /** More instances at the top and more changes of direction. */
    private static boolean swingsMore(AutoScalingSummary run, Policy policy, Policy than) {
        return lane(run, policy).peakInstances() > lane(run, than).peakInstances()
                && lane(run, policy).directionChanges() > lane(run, than).directionChanges();
    }

    /** How long after the rush target tracking takes instances away, beside how long after its beginning it adds some. */
    private static String scaleIn(AutoScalingSummary run) {
        double begins = seconds(run, "rushAt");
        double ends = begins + seconds(run, "rushLength");
        LaneSummary lane = lane(run, Policy.TARGET_TRACKING);
        double out = first(lane, 1, begins).orElse(ends) - begins;
        double in = first(lane, -1, ends).orElse(Double.MAX_VALUE) - ends;
        return in <= BLIP_SECONDS ? "at-once" : in > 2 * out ? "slower" : "as-quick";
    }

    /** When the lane first changes its size in a direction, from an instant on. */
    private static OptionalDouble first(LaneSummary lane, int direction, double fromSeconds) {
        return lane.activities().stream()
                .filter(each -> each.atSeconds() >= fromSeconds && each.atSeconds() > 0)
                .filter(each -> Integer.signum(each.to() - each.from()) == direction)
                .mapToDouble(ActivityRow::atSeconds)
                .findFirst();
    }

    private static LaneSummary leastOutside(AutoScalingSummary run) {
        return run.lanes().stream()
                .min(Comparator.comparingDouble(LaneSummary::secondsOutsideObjective))
                .orElseThrow();
    }

    private static double seconds(AutoScalingSummary run, String parameter) {
        return Durations.micros(run.scenario().get(parameter)).orElseThrow() / 1e6;
    }

    private static LaneSummary lane(AutoScalingSummary run, Policy policy) {
        return run.lanes().stream()
                .filter(lane -> lane.policy().equals(policy.id()))
                .findFirst()
                .orElseThrow();
    }
}
