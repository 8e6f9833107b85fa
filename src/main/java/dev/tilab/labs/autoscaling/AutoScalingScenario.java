package dev.tilab.labs.autoscaling;

import dev.tilab.cloud.balancer.HealthCheckSettings;
import dev.tilab.cloud.compute.GroupSettings;
import dev.tilab.cloud.compute.HealthSettings;
import dev.tilab.cloud.compute.LaunchSettings;
import dev.tilab.cloud.compute.LifecycleSettings;
import dev.tilab.cloud.compute.MetricSettings;
import dev.tilab.cloud.compute.Policy;
import dev.tilab.cloud.compute.PolicySettings;
import dev.tilab.cloud.compute.Prices;
import dev.tilab.cloud.compute.Schedule;
import dev.tilab.cloud.compute.TerminationPolicy;
import dev.tilab.cloud.traffic.Demand;
import dev.tilab.cloud.traffic.DrawnDemand;
import dev.tilab.cloud.traffic.TrafficSettings;
import dev.tilab.simulation.lab.Intervention;
import dev.tilab.simulation.lab.ScenarioReader;
import dev.tilab.simulation.lab.Values;
import dev.tilab.simulation.lab.WrittenScenario;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/** One situation of the auto-scaling lab: traffic, instances, the group and its policies, interventions and seed. */
public final class AutoScalingScenario extends WrittenScenario {

    private static final String SCHEDULE_SYNTAX = "<minute> <hour> <day> <month> <weekday> <desired>; ...";

    /**
     * Of a load balancer that nobody has told otherwise: AWS, Application Load Balancers, "Health checks for target groups",
     * UnhealthyThresholdCount and HealthyThresholdCount.
     */
    private static final int UNHEALTHY_THRESHOLD = 2;

    private static final int HEALTHY_THRESHOLD = 5;

    private final Map<String, String> values;

    final List<Policy> policies;
    final TrafficSettings traffic;
    final GroupSettings group;
    final String instanceType;
    final String region;
    final ServiceSettings service;
    final Schedule schedule;
    final MetricSettings metric;
    final long seed;
    final List<Intervention> interventions;

    /** Those of the interventions that change the traffic. */
    final List<Intervention> jumps;

    /** What the policies need to know, but for the traffic. */
    private final PolicySettings policySettings;

    /** Reads and checks every value; see {@link dev.tilab.simulation.lab.Lab#scenario}. */
    AutoScalingScenario(Map<String, String> given) {
        ScenarioReader reader = new ScenarioReader(AutoScalingParameters.PARAMETERS, FittingDefaults.with(given));
        policies = reader.choices("policies").stream().map(Policy::of).toList();
        traffic = traffic(reader);
        instanceType = reader.choice("instanceType");
        region = reader.choice("region");
        service = new ServiceSettings(
                reader.decimal("instanceCapacity"), reader.durationMicros("timeout"), reader.durationMicros("objective"));
        schedule = schedule(reader);
        policySettings = policySettings(reader);
        group = group(reader);
        metric = new MetricSettings(
                reader.choice("metricPeriod").equals("60s") ? 60_000_000 : 300_000_000,
                reader.durationMicros("metricDelay"));
        seed = reader.integer("seed");
        interventions = reader.interventions("at", AutoScalingParameters.ACTIONS, 0, traffic.durationMicros());
        jumps = interventions.stream().filter(each -> each.action().equals("traffic")).toList();
        checkTogether(reader);
        values = reader.finish();
    }

    private static TrafficSettings traffic(ScenarioReader reader) {
        return new TrafficSettings(
                reader.choice("traffic"),
                reader.decimal("baseRate"),
                reader.decimal("peakRate"),
                reader.durationMicros("rushAt"),
                reader.durationMicros("rushLength"),
                reader.decimals("curve"),
                reader.decimal("noise"),
                reader.durationMicros("duration"));
    }

    private GroupSettings group(ScenarioReader reader) {
        long checkMicros = reader.durationMicros("healthCheckInterval");
        return new GroupSettings(
                new GroupSettings.Limits(
                        (int) reader.integer("min"), (int) reader.integer("desired"), (int) reader.integer("max")),
                (int) reader.integer("zones"),
                TerminationPolicy.of(reader.choice("terminationPolicy")),
                false,
                false,
                Prices.sizes(instanceType),
                (int) reader.integer("warmPool"),
                new LifecycleSettings(
                        new LaunchSettings(
                                reader.durationMicros("launchTime"), reader.durationMicros("warmStart"), checkMicros),
                        reader.durationMicros("launchHook"),
                        policySettings.warmupMicros(),
                        reader.durationMicros("deregistrationDelay"),
                        reader.durationMicros("terminateHook"),
                        reader.durationMicros("resizeStop")),
                new HealthSettings(
                        reader.choice("healthCheck").equals("elb"),
                        new HealthCheckSettings(checkMicros, checkMicros, UNHEALTHY_THRESHOLD, HEALTHY_THRESHOLD),
                        reader.durationMicros("gracePeriod")));
    }

    private static Schedule schedule(ScenarioReader reader) {
        String text = reader.plain("schedule");
        ZoneId zone = ZoneId.of(reader.choice("scheduleZone"));
        if (reader.isRight("schedule")) {
            Schedule.firstProblem(text)
                    .ifPresent(part -> reader.reject(
                            "schedule", part, "not-a-schedule", Values.of("syntax", SCHEDULE_SYNTAX)));
        }
        return Schedule.of(reader.isRight("schedule") ? text : AutoScalingParameters.SCHEDULE, zone);
    }

    private PolicySettings policySettings(ScenarioReader reader) {
        return new PolicySettings(
                service.perSecond(),
                reader.decimal("target"),
                reader.decimal("requestsPerTarget"),
                reader.decimal("highThreshold"),
                reader.decimal("lowThreshold"),
                (int) reader.integer("alarmDatapoints"),
                (int) reader.integer("lowDatapoints"),
                (int) reader.integer("scaleOutBy"),
                (int) reader.integer("scaleInBy"),
                reader.decimals("stepAdjustments"),
                reader.durationMicros("cooldown"),
                reader.durationMicros("warmup"),
                schedule,
                reader.durationMicros("history"),
                Demand.NOTHING);
    }

    private void checkTogether(ScenarioReader reader) {
        boolean hasPeak = !traffic.shape().equals("constant") && !traffic.shape().equals("curve");
        boolean areRight = reader.isRight("baseRate") && reader.isRight("peakRate");
        if (hasPeak && areRight && traffic.peakPerSecond() < traffic.basePerSecond()) {
            reader.reject("peakRate", reader.text("peakRate"), "below-base", Values.of("min", reader.text("baseRate")));
        }
        boolean needsCurve = reader.isRight("traffic") && traffic.shape().equals("curve");
        if (needsCurve && reader.isRight("curve") && traffic.curve().isEmpty()) {
            reader.reject("curve", "", "missing-curve", Values.of());
        }
        if (!reader.isRight("min") || !reader.isRight("desired") || !reader.isRight("max")) {
            return;
        }
        int min = group.limits().min();
        int desired = group.limits().desired();
        int max = group.limits().max();
        if (max < min) {
            reader.reject("max", Integer.toString(max), "below-min", Values.of("min", Integer.toString(min)));
        } else if (desired < min) {
            reader.reject("desired", Integer.toString(desired), "below-min", Values.of("min", Integer.toString(min)));
        } else if (desired > max) {
            reader.reject("desired", Integer.toString(desired), "above-max", Values.of("max", Integer.toString(max)));
        }
    }

    /** The requests of the run, the same in all lanes. */
    DrawnDemand demand() {
        return new DrawnDemand(traffic, jumps, seed);
    }

    /** What the policies need to know. */
    PolicySettings settings(Demand demand) {
        return policySettings.with(demand);
    }

    long durationMicros() {
        return traffic.durationMicros();
    }

    @Override
    public Map<String, String> values() {
        return values;
    }
}
