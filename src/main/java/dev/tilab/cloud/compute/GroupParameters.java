package dev.tilab.cloud.compute;

import dev.tilab.simulation.lab.Parameter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What can be set of a group, of its policies and of its instances: a lab puts these lists between its own. A default with a
 * source is what the documents say; where AWS publishes nothing, the default says "assumed" by having none.
 */
public final class GroupParameters {

    private static final String GUIDE = "AWS, Amazon EC2 Auto Scaling User Guide: ";
    private static final String AT = ", https://docs.aws.amazon.com/autoscaling/ec2/userguide/";

    private static final String COOLDOWN = GUIDE + "Scaling cooldowns" + AT + "ec2-auto-scaling-scaling-cooldowns.html";
    private static final String WARMUP = GUIDE + "Review warm-up and cooldown settings" + AT
            + "consolidated-view-of-warm-up-and-cooldown-settings.html";
    private static final String STEPS =
            GUIDE + "Step and simple scaling policies, the example" + AT + "as-scaling-simple-step.html";
    private static final String HEALTH = GUIDE + "Health checks" + AT + "ec2-auto-scaling-health-checks.html";
    private static final String GRACE =
            GUIDE + "Health check grace period (console; 0 in the API)" + AT + "health-check-grace-period.html";
    private static final String TERMINATION =
            GUIDE + "Termination policies" + AT + "ec2-auto-scaling-termination-policies.html";
    private static final String HOOKS =
            GUIDE + "Lifecycle hooks (none by default)" + AT + "lifecycle-hooks-overview.html";
    private static final String PREDICTIVE =
            GUIDE + "Predictive scaling" + AT + "ec2-auto-scaling-predictive-scaling.html";
    private static final String MONITORING = GUIDE + "Monitoring" + AT + "enable-as-instance-metrics.html";
    private static final String DRAINING = "AWS, Application Load Balancers: Deregistration delay,"
            + " https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-target-group-attributes.html";

    /** No AWS guide says these numbers; they stand in the alarms that target tracking makes. */
    private static final String SEEN_ALARMS = "Alarms that target tracking made, as published in activity records"
            + " (3 datapoints in 3 minutes, 15 in 15)";

    private static final @Nullable String ASSUMED = null;

    /** How many instances: read by {@link GroupSettings}. */
    public static final List<Parameter> LIMITS = List.of(
            Parameter.integer("min", "2", "0", "200", ASSUMED),
            Parameter.integer("desired", "4", "0", "200", ASSUMED),
            Parameter.integer("max", "18", "0", "200", ASSUMED));

    /** What is bought: an instance type in a Region, see {@link Prices}. */
    public static final List<Parameter> PRICE = List.of(
            Parameter.choice("instanceType", "m5.large", Prices.types(), ASSUMED),
            Parameter.choice("region", "ap-northeast-2", List.of(Prices.SEOUL, Prices.VIRGINIA), ASSUMED));

    /** Actions around a rush at noon, for whoever writes none. */
    static final String SCHEDULE = "30 11 * * * 12; 30 13 * * * 5; 0 22 * * * 3";

    /** When policies act, and by how much: read by {@link PolicySettings}. */
    public static final List<Parameter> POLICY = List.of(
            Parameter.decimal("target", "60", "1", "100", "percent", ASSUMED),
            Parameter.decimal("requestsPerTarget", "3600", "1", "10000000", "requests/min", ASSUMED),
            Parameter.decimal("highThreshold", "80", "1", "100", "percent", ASSUMED),
            Parameter.decimal("lowThreshold", "40", "1", "100", "percent", ASSUMED),
            Parameter.integer("alarmDatapoints", "3", "1", "60", SEEN_ALARMS),
            Parameter.integer("lowDatapoints", "15", "1", "60", SEEN_ALARMS),
            Parameter.integer("scaleOutBy", "2", "1", "50", ASSUMED),
            Parameter.integer("scaleInBy", "1", "1", "50", ASSUMED),
            Parameter.decimals("stepAdjustments", "10,30", "1", "1000", 4, STEPS),
            Parameter.decimals("scaleInSteps", "10,30", "1", "100", 4, STEPS),
            Parameter.duration("cooldown", "300s", "0s", "1h", COOLDOWN),
            Parameter.duration("warmup", "300s", "0s", "1h", WARMUP),
            Parameter.text("schedule", SCHEDULE, 600, ASSUMED),
            Parameter.choice("scheduleZone", "Asia/Seoul", List.of("UTC", "Asia/Seoul", "America/New_York"), ASSUMED),
            Parameter.duration("history", "1209600s", "0s", "14d", PREDICTIVE));

    /** How CloudWatch sees it: read by {@link MetricSettings}. */
    public static final List<Parameter> METRIC = List.of(
            Parameter.choice("metricPeriod", "60s", List.of("60s", "300s"), MONITORING),
            Parameter.duration("metricDelay", "15s", "0s", "5m", ASSUMED));

    /** How instances come, are checked and go: read by {@link GroupSettings}. */
    public static final List<Parameter> LIFE = List.of(
            Parameter.duration("launchTime", "120s", "1s", "1h", ASSUMED),
            Parameter.choice("healthCheck", "ec2", List.of("ec2", "elb"), HEALTH),
            Parameter.duration("healthCheckInterval", "10s", "5s", "300s", ASSUMED),
            Parameter.duration("gracePeriod", "300s", "0s", "1h", GRACE),
            Parameter.duration("deregistrationDelay", "300s", "0s", "1h", DRAINING),
            Parameter.choice("terminationPolicy", "default", TerminationPolicy.ids(), TERMINATION),
            Parameter.integer("zones", "2", "1", "3", ASSUMED),
            Parameter.duration("launchHook", "0s", "0s", "48h", HOOKS),
            Parameter.duration("terminateHook", "0s", "0s", "48h", HOOKS),
            Parameter.integer("warmPool", "4", "0", "200", ASSUMED),
            Parameter.duration("warmStart", "30s", "1s", "1h", ASSUMED),
            Parameter.duration("resizeStop", "180s", "1s", "1h", ASSUMED));

    private GroupParameters() {}
}
