package dev.tilab.labs.autoscaling;

import java.util.Arrays;
import java.util.List;

/**
 * The list of policies, one a lane. A new one is a {@link ScalingPolicy} and one constant here; forms, addresses and tests
 * take it from here.
 */
enum Policy {
    /** Keeps its size; Auto Scaling replaces what dies. */
    FIXED("fixed", Metric.NONE, false),
    /** Desired changes when the learner says so. */
    MANUAL("manual", Metric.NONE, false),
    SCHEDULED("scheduled", Metric.NONE, false),
    SIMPLE("simple", Metric.CPU, false),
    SIMPLE_NO_COOLDOWN("simple-no-cooldown", Metric.CPU, false),
    STEP("step", Metric.CPU, true),
    STEP_NO_WARMUP("step-no-warmup", Metric.CPU, false),
    TARGET_TRACKING("target-tracking", Metric.CPU, true),
    REQUESTS_PER_TARGET("requests-per-target", Metric.REQUESTS, true),
    PREDICTIVE("predictive", Metric.NONE, false),
    /** Step scaling, target tracking and predictive scaling on one group. */
    COMBINED("combined", Metric.CPU, true),
    /** Target tracking that starts stopped instances instead of launching new ones. */
    WARM_POOL("warm-pool", Metric.CPU, true),
    /** One instance that is stopped, given another size and started again. */
    SCALE_UP("scale-up", Metric.CPU, false);

    /** The name in addresses, JSON and message keys. */
    final String id;

    final Metric metric;

    /**
     * Whether instances are left out of the metric until the warm-up is over: simple scaling knows no warm-up ("Available
     * warm-up and cooldown settings").
     */
    final boolean warmsUp;

    Policy(String id, Metric metric, boolean warmsUp) {
        this.id = id;
        this.metric = metric;
        this.warmsUp = warmsUp;
    }

    static List<String> ids() {
        return Arrays.stream(values()).map(policy -> policy.id).toList();
    }

    static Policy of(String id) {
        return values()[ids().indexOf(id)];
    }
}
