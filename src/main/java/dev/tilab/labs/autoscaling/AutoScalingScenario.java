package dev.tilab.labs.autoscaling;

import dev.tilab.simulation.lab.Intervention;
import dev.tilab.simulation.lab.Parameter;
import dev.tilab.simulation.lab.ScenarioReader;
import dev.tilab.simulation.lab.Values;
import dev.tilab.simulation.lab.WrittenScenario;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One situation of the auto-scaling lab: traffic, instances, the group and its policies, interventions and seed. */
public final class AutoScalingScenario extends WrittenScenario {

    private static final String SCHEDULE_SYNTAX = "<minute> <hour> <day> <month> <weekday> <desired>; ...";

    private final Map<String, String> values;
    private final Map<String, Long> durations = new LinkedHashMap<>();
    private final Map<String, Integer> integers = new LinkedHashMap<>();

    final List<Policy> policies;
    final String traffic;
    final double baseRate;
    final double peakRate;

    /** Requests a second at points spread evenly over the run; empty unless given. */
    final List<Double> curve;

    final double noisePercent;
    final int min;
    final int desired;
    final int max;
    final String instanceType;
    final String region;

    /** Requests a second that one instance serves at full utilization. */
    final double capacityPerSecond;

    final double targetPercent;
    final double requestsPerTarget;
    final double highPercent;
    final double lowPercent;
    final List<Double> stepPercents;
    final Schedule schedule;
    final long metricPeriodMicros;

    /** Whether the group replaces instances that the load balancer calls unhealthy, not only dead ones. */
    final boolean asksLoadBalancer;

    final String terminationPolicy;
    final int zones;
    final long seed;
    final List<Intervention> interventions;

    /** Those of the interventions that change the traffic. */
    final List<Intervention> jumps;

    /** Reads and checks every value; see {@link dev.tilab.simulation.lab.Lab#scenario}. */
    AutoScalingScenario(Map<String, String> given) {
        ScenarioReader reader = new ScenarioReader(AutoScalingParameters.PARAMETERS, FittingDefaults.with(given));
        for (Parameter each : AutoScalingParameters.PARAMETERS) {
            if (each.type() == Parameter.Type.DURATION) {
                durations.put(each.id(), reader.durationMicros(each.id()));
            } else if (each.type() == Parameter.Type.INTEGER && !each.id().equals("seed")) {
                integers.put(each.id(), (int) reader.integer(each.id()));
            }
        }
        policies = reader.choices("policies").stream().map(Policy::of).toList();
        traffic = reader.choice("traffic");
        baseRate = reader.decimal("baseRate");
        peakRate = reader.decimal("peakRate");
        curve = reader.decimals("curve");
        noisePercent = reader.decimal("noise");
        min = number("min");
        desired = number("desired");
        max = number("max");
        instanceType = reader.choice("instanceType");
        region = reader.choice("region");
        capacityPerSecond = reader.decimal("instanceCapacity");
        targetPercent = reader.decimal("target");
        requestsPerTarget = reader.decimal("requestsPerTarget");
        highPercent = reader.decimal("highThreshold");
        lowPercent = reader.decimal("lowThreshold");
        stepPercents = reader.decimals("stepAdjustments");
        schedule = schedule(reader);
        metricPeriodMicros = reader.choice("metricPeriod").equals("60s") ? 60_000_000 : 300_000_000;
        asksLoadBalancer = reader.choice("healthCheck").equals("elb");
        terminationPolicy = reader.choice("terminationPolicy");
        zones = number("zones");
        seed = reader.integer("seed");
        interventions = reader.interventions("at", AutoScalingParameters.ACTIONS, 0, durationMicros());
        jumps = interventions.stream().filter(each -> each.action().equals("traffic")).toList();
        checkTogether(reader);
        values = reader.finish();
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

    private void checkTogether(ScenarioReader reader) {
        boolean hasPeak = !traffic.equals("constant") && !traffic.equals("curve");
        if (hasPeak && reader.isRight("baseRate") && reader.isRight("peakRate") && peakRate < baseRate) {
            reader.reject("peakRate", reader.text("peakRate"), "below-base", Values.of("min", reader.text("baseRate")));
        }
        if (reader.isRight("traffic") && reader.isRight("curve") && traffic.equals("curve") && curve.isEmpty()) {
            reader.reject("curve", "", "missing-curve", Values.of());
        }
        if (!reader.isRight("min") || !reader.isRight("desired") || !reader.isRight("max")) {
            return;
        }
        if (max < min) {
            reader.reject("max", Integer.toString(max), "below-min", Values.of("min", Integer.toString(min)));
        } else if (desired < min) {
            reader.reject("desired", Integer.toString(desired), "below-min", Values.of("min", Integer.toString(min)));
        } else if (desired > max) {
            reader.reject("desired", Integer.toString(desired), "above-max", Values.of("max", Integer.toString(max)));
        }
    }

    /** The shape of the traffic. */
    Traffic traffic() {
        return new Traffic(this);
    }

    /** What the policies need to know. */
    PolicySettings settings(Demand demand) {
        return new PolicySettings(
                capacityPerSecond,
                targetPercent,
                requestsPerTarget,
                highPercent,
                lowPercent,
                number("alarmDatapoints"),
                number("lowDatapoints"),
                number("scaleOutBy"),
                number("scaleInBy"),
                stepPercents,
                micros("cooldown"),
                micros("warmup"),
                schedule,
                micros("history"),
                demand);
    }

    /** The value of a parameter that is a time. */
    long micros(String parameter) {
        return durations.get(parameter);
    }

    /** The value of a parameter that is a whole number. */
    int number(String parameter) {
        return integers.get(parameter);
    }

    long durationMicros() {
        return micros("duration");
    }

    @Override
    public Map<String, String> values() {
        return values;
    }
}
