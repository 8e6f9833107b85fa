package dev.tilab.labs.autoscaling;

import dev.tilab.cloud.compute.Policy;
import dev.tilab.cloud.compute.Processes;
import dev.tilab.cloud.compute.TerminationPolicy;
import dev.tilab.cloud.traffic.Traffic;
import dev.tilab.simulation.lab.Action;
import dev.tilab.simulation.lab.Parameter;
import java.util.List;

/**
 * What can be set before a run and done during it. A default with a source is what the documents say; where AWS publishes
 * nothing (what one instance can do, how long an application starts), the default says "assumed" by having none.
 */
final class AutoScalingParameters {

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
    private static final String HOOKS = GUIDE + "Lifecycle hooks (none by default)" + AT + "lifecycle-hooks-overview.html";
    private static final String PREDICTIVE =
            GUIDE + "Predictive scaling" + AT + "ec2-auto-scaling-predictive-scaling.html";
    private static final String MONITORING = GUIDE + "Monitoring" + AT + "enable-as-instance-metrics.html";
    private static final String DRAINING = "AWS, Application Load Balancers: Deregistration delay,"
            + " https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-target-group-attributes.html";

    /** No AWS guide says these numbers; they stand in the alarms that target tracking makes. */
    private static final String SEEN_ALARMS = "Alarms that target tracking made, as published in activity records"
            + " (3 datapoints in 3 minutes, 15 in 15)";

    private static final String ASSUMED = null;

    static final List<String> ZONES = List.of("az-a", "az-b", "az-c");

    static final List<String> INSTANCE_TYPES = List.of(
            "t3.micro", "t3.small", "t3.medium", "t3.large", "m5.large", "m5.xlarge", "m5.2xlarge", "m5.4xlarge", "c5.large",
            "c5.xlarge", "c5.2xlarge", "c5.4xlarge");

    static final String SCHEDULE = "30 11 * * * 12; 30 13 * * * 5; 0 22 * * * 3";

    static final List<Parameter> PARAMETERS = List.of(
            Parameter.choices("policies", "fixed,simple,target-tracking", Policy.ids(), 4, null),
            Parameter.choice("traffic", "day", Traffic.IDS, ASSUMED),
            Parameter.decimal("baseRate", "200", "1", "100000", "requests/s", ASSUMED),
            Parameter.decimal("peakRate", "1000", "1", "100000", "requests/s", ASSUMED),
            Parameter.duration("rushAt", "43200s", "0s", "14d", ASSUMED),
            Parameter.duration("rushLength", "3600s", "1m", "24h", ASSUMED),
            Parameter.optionalDecimals("curve", "0", "100000", 672, "requests/s", null),
            Parameter.decimal("noise", "3", "0", "50", "percent", ASSUMED),
            Parameter.duration("duration", "86400s", "10m", "14d", null),
            Parameter.integer("min", "2", "0", "200", ASSUMED),
            Parameter.integer("desired", "4", "0", "200", ASSUMED),
            Parameter.integer("max", "18", "0", "200", ASSUMED),
            Parameter.choice("instanceType", "m5.large", INSTANCE_TYPES, ASSUMED),
            Parameter.choice("region", "ap-northeast-2", List.of("ap-northeast-2", "us-east-1"), ASSUMED),
            Parameter.decimal("instanceCapacity", "100", "0.1", "100000", "requests/s", ASSUMED),
            Parameter.duration("timeout", "1s", "10ms", "60s", ASSUMED),
            Parameter.duration("objective", "250ms", "1ms", "60s", ASSUMED),
            Parameter.decimal("target", "60", "1", "100", "percent", ASSUMED),
            Parameter.decimal("requestsPerTarget", "3600", "1", "10000000", "requests/min", ASSUMED),
            Parameter.decimal("highThreshold", "80", "1", "100", "percent", ASSUMED),
            Parameter.decimal("lowThreshold", "40", "1", "100", "percent", ASSUMED),
            Parameter.integer("alarmDatapoints", "3", "1", "60", SEEN_ALARMS),
            Parameter.integer("lowDatapoints", "15", "1", "60", SEEN_ALARMS),
            Parameter.integer("scaleOutBy", "2", "1", "50", ASSUMED),
            Parameter.integer("scaleInBy", "1", "1", "50", ASSUMED),
            Parameter.decimals("stepAdjustments", "10,30", "1", "1000", 4, STEPS),
            Parameter.duration("cooldown", "300s", "0s", "1h", COOLDOWN),
            Parameter.duration("warmup", "300s", "0s", "1h", WARMUP),
            Parameter.text("schedule", SCHEDULE, 600, ASSUMED),
            Parameter.choice(
                    "scheduleZone", "Asia/Seoul", List.of("UTC", "Asia/Seoul", "America/New_York"), ASSUMED),
            Parameter.duration("history", "1209600s", "0s", "14d", PREDICTIVE),
            Parameter.choice("metricPeriod", "60s", List.of("60s", "300s"), MONITORING),
            Parameter.duration("metricDelay", "15s", "0s", "5m", ASSUMED),
            Parameter.duration("launchTime", "120s", "1s", "1h", ASSUMED),
            Parameter.choice("healthCheck", "ec2", List.of("ec2", "elb"), HEALTH),
            Parameter.duration("healthCheckInterval", "10s", "5s", "300s", ASSUMED),
            Parameter.duration("gracePeriod", "300s", "0s", "1h", GRACE),
            Parameter.duration("deregistrationDelay", "300s", "0s", "1h", DRAINING),
            Parameter.choice(
                    "terminationPolicy",
                    "default",
                    TerminationPolicy.ids(),
                    TERMINATION),
            Parameter.integer("zones", "2", "1", "3", ASSUMED),
            Parameter.duration("launchHook", "0s", "0s", "48h", HOOKS),
            Parameter.duration("terminateHook", "0s", "0s", "48h", HOOKS),
            Parameter.integer("warmPool", "4", "0", "200", ASSUMED),
            Parameter.duration("warmStart", "30s", "1s", "1h", ASSUMED),
            Parameter.duration("resizeStop", "180s", "1s", "1h", ASSUMED),
            Parameter.integer("seed", "7", "0", "9007199254740991", null),
            Parameter.interventions("at", 50));

    private static final List<String> GROUP = List.of("group");

    static final List<Action> ACTIONS = List.of(
            Action.on("stop-instance", "group", GROUP),
            new Action("slow-version", "group", GROUP, true, 1, 20, 2),
            Action.on("good-version", "group", GROUP),
            new Action("traffic", "group", GROUP, true, 0.1, 20, 1.5),
            new Action("desired", "group", GROUP, true, 1, 200, 6),
            Action.on("fail-zone", "zone", ZONES),
            Action.on("repair-zone", "zone", ZONES),
            Action.on("no-capacity", "zone", ZONES),
            Action.on("capacity-back", "zone", ZONES),
            Action.on("suspend", "process", Processes.IDS),
            Action.on("resume", "process", Processes.IDS));

    private AutoScalingParameters() {}
}
