package dev.tilab.labs.autoscaling;

import dev.tilab.cloud.compute.HealthSettings;
import dev.tilab.cloud.compute.LaunchSettings;
import dev.tilab.cloud.compute.Policy;
import dev.tilab.cloud.compute.Prices;
import dev.tilab.cloud.compute.Schedule;
import dev.tilab.cloud.traffic.Demand;
import dev.tilab.cloud.traffic.DrawnDemand;
import dev.tilab.simulation.lab.Cost;

/**
 * What a run of this lab costs. Its traffic is counted and not followed, so requests cost nothing: slots of the run do, the
 * tables of each kind of instance, and what happens in the group.
 */
final class AutoScalingCost {

    private static final long NANOS_PER_EVENT = 300;

    /** Most events bring a look at every instance. */
    private static final long NANOS_PER_INSTANCE = 12;

    /** A stretch between two changes, or a slot. */
    static final long NANOS_PER_PIECE = 120;

    private static final long NANOS_PER_STATE = 5;

    private static final double NANOS_PER_BOUND_SLOT = 150;
    private static final double NANOS_PER_ROW = 1_000;
    private static final double START_NANOS = 500_000;

    private static final double SWINGS_AN_HOUR = 6;

    /** Changes of state of an instance from its launch to its end. */
    private static final double EVENTS_PER_INSTANCE = 12;

    private AutoScalingCost() {}

    /** Measured over random scenarios on the reference machine, JDK 17. */
    static long nanosPerEvent(AutoScalingScenario scenario) {
        return NANOS_PER_EVENT + NANOS_PER_INSTANCE * (scenario.group.limits().max() + scenario.group.warmPool());
    }

    /** To make the tables of a kind of instance, and to fill in every percentile that may be asked for. */
    static long nanosOfModel(int room) {
        return 200_000 + room * 8_000L;
    }

    /** A stretch in which queues are not at rest costs so much more. */
    static long nanosOfStep(int room) {
        return room * NANOS_PER_STATE;
    }

    /**
     * Instances that are replaced for being unhealthy: with a grace period shorter than their start, all of them, again and
     * again.
     */
    private static double replacements(AutoScalingScenario scenario) {
        HealthSettings health = scenario.group.health();
        long life = Math.max(
                health.graceMicros(),
                health.check().unhealthyThreshold() * health.check().intervalMicros());
        boolean inVain = health.asksLoadBalancer()
                && life < scenario.group.lifecycle().launches().coldMicros();
        double each = life + untilItRuns(scenario.group.lifecycle().launches());
        return inVain ? scenario.group.limits().max() * scenario.durationMicros() / each : 0;
    }

    /** Shortest time before an instance runs at all, which nobody checks: from the pool, or as far as a launch has been measured. */
    private static double untilItRuns(LaunchSettings launches) {
        return Math.min(20e6, Math.min(0.7 * launches.coldMicros(), 0.4 * launches.warmMicros()));
    }

    /** Room of the largest instance that a policy may have. */
    private static int room(AutoScalingScenario scenario, Policy policy) {
        int doubled = policy == Policy.SCALE_UP ? Prices.sizes(scenario.instanceType) : 0;
        if (scenario.service.finishes()) {
            return ResponseModel.MOST_ROOM;
        }
        double waiting = scenario.service.perSecond() * (1 << doubled) * scenario.service.timeoutMicros() / 1e6;
        return (int) Math.min(ResponseModel.MOST_ROOM, waiting + 1);
    }

    static Cost of(AutoScalingScenario scenario) {
        int max = scenario.group.limits().max();
        double slots = scenario.durationMicros() / (double) DrawnDemand.SLOT_MICROS + 1;
        double datapoints = scenario.durationMicros() / (double) scenario.metric.periodMicros();
        double hours = scenario.durationMicros() / 3.6e9 + 1;
        // a policy that swings between two alarms launches that often; more often than it pays to be alarmed by one
        double atOnce = Math.min(
                Math.max(1, max), Math.max(scenario.settings(Demand.NOTHING).scaleOutBy(), 4));
        double launches = Math.min(datapoints, SWINGS_AN_HOUR * hours + 10) * atOnce
                + scenario.interventions.size() * (double) Math.max(1, max)
                + 2.0 * (scenario.group.limits().max() + scenario.group.warmPool());
        launches += replacements(scenario);
        double lanes = 0;
        for (Policy policy : scenario.policies) {
            double firings = policy.followsSchedule() ? scenario.schedule().firingsADay() * (hours / 24 + 1) : 0;
            double events = 3 * datapoints + hours + launches * EVENTS_PER_INSTANCE + firings;
            lanes += (slots + events) * NANOS_PER_PIECE
                    + (slots + Math.min(slots, events)) * nanosOfStep(room(scenario, policy))
                    + events * nanosPerEvent(scenario)
                    + firings * scenario.schedule().entries().size() * 2 * Schedule.NANOS_PER_ACTION;
        }
        double kinds = 1
                + (scenario.policies.contains(Policy.SCALE_UP) ? Prices.sizes(scenario.instanceType) : 0)
                + scenario.interventions.stream()
                        .filter(each -> each.action().equals("slow-version"))
                        .count();
        int room = room(scenario, Policy.SCALE_UP);
        double shared =
                START_NANOS + slots * (DrawnDemand.NANOS_PER_SLOT + NANOS_PER_BOUND_SLOT) + kinds * nanosOfModel(room);
        double rows = slots / AutoScalingTimeline.slotsARow(scenario);
        return Cost.of(shared + lanes, shared + lanes + scenario.policies.size() * (rows + launches) * NANOS_PER_ROW);
    }
}
