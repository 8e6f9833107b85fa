package dev.tilab.cloud.compute;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * The list of policies, one a lane. A new one is a {@code ScalingPolicy} and one constant here; forms, addresses and tests
 * take it from here.
 */
public enum Policy {
    /** Keeps its size; Auto Scaling replaces what dies. */
    FIXED("fixed", Metric.NONE, false, settings -> List.of()),
    /** Desired changes when the learner says so. */
    MANUAL("manual", Metric.NONE, false, settings -> List.of()),
    SCHEDULED("scheduled", Metric.NONE, false, settings -> List.of(new Scheduled(settings.schedule()))),
    SIMPLE("simple", Metric.CPU, false, settings -> List.of(new Simple(settings, true))),
    SIMPLE_NO_COOLDOWN("simple-no-cooldown", Metric.CPU, false, settings -> List.of(new Simple(settings, false))),
    STEP("step", Metric.CPU, true, settings -> List.of(new Step(settings, true))),
    STEP_NO_WARMUP("step-no-warmup", Metric.CPU, false, settings -> List.of(new Step(settings, false))),
    TARGET_TRACKING("target-tracking", Metric.CPU, true, settings -> List.of(TargetTracking.onCpu(settings))),
    REQUESTS_PER_TARGET(
            "requests-per-target", Metric.REQUESTS, true, settings -> List.of(TargetTracking.onRequests(settings))),
    PREDICTIVE("predictive", Metric.NONE, false, settings -> List.of(new Predictive(settings))),
    /** Step scaling, target tracking and predictive scaling on one group. */
    COMBINED(
            "combined",
            Metric.CPU,
            true,
            settings -> List.of(TargetTracking.onCpu(settings), new Step(settings, true), new Predictive(settings))),
    /** Target tracking that starts stopped instances instead of launching new ones. */
    WARM_POOL("warm-pool", Metric.CPU, true, settings -> List.of(TargetTracking.onCpu(settings))),
    /** One instance that is stopped, given another size and started again. */
    SCALE_UP("scale-up", Metric.CPU, false, settings -> List.of(new Resize(settings)));

    private final String id;

    private final Metric metric;

    private final boolean warmsUp;

    private final Function<PolicySettings, List<ScalingPolicy>> parts;

    Policy(String id, Metric metric, boolean warmsUp, Function<PolicySettings, List<ScalingPolicy>> parts) {
        this.id = id;
        this.metric = metric;
        this.warmsUp = warmsUp;
        this.parts = parts;
    }

    /** The rules of one group at the beginning of a run, joined as Auto Scaling joins them. */
    ScalingPolicy policy(PolicySettings settings) {
        return new Combination(parts.apply(settings));
    }

    /** The name in addresses, JSON and message keys. */
    public String id() {
        return id;
    }

    /** What its alarms watch. */
    public Metric metric() {
        return metric;
    }

    /**
     * Whether instances are left out of the metric until the warm-up is over: simple scaling knows no warm-up ("Available
     * warm-up and cooldown settings").
     */
    public boolean warmsUp() {
        return warmsUp;
    }

    /** How long it waits after an activity of its own; 0 if it knows no cooldown. */
    public long cooldownMicros(PolicySettings settings) {
        return this == SIMPLE || this == SCALE_UP ? settings.cooldownMicros() : 0;
    }

    /** Whether planned actions run. */
    public boolean followsSchedule() {
        return this == SCHEDULED;
    }

    /** Every id, in the order in which forms show them. */
    public static List<String> ids() {
        return Arrays.stream(values()).map(policy -> policy.id).toList();
    }

    /** The policy with this id. */
    public static Policy of(String id) {
        return values()[ids().indexOf(id)];
    }
}
