package dev.tilab.labs.autoscaling;

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
    static final long NANOS_PER_PIECE = 150;

    static final long NANOS_PER_DRAWN_SLOT = 150;

    /** To look through the minutes around an instant for one action. */
    static final long NANOS_PER_SCHEDULED_ACTION = 20_000;

    private static final double NANOS_PER_BOUND_SLOT = 150;
    private static final double NANOS_PER_ROW = 1_000;
    private static final double START_NANOS = 500_000;

    private static final double SWINGS_AN_HOUR = 6;

    /** Changes of state of an instance from its launch to its end. */
    private static final double EVENTS_PER_INSTANCE = 12;

    private AutoScalingCost() {}

    /** Measured over random scenarios on the reference machine, JDK 17. */
    static long nanosPerEvent(AutoScalingScenario scenario) {
        return NANOS_PER_EVENT + NANOS_PER_INSTANCE * (scenario.max + scenario.number("warmPool"));
    }

    /** To make the tables of a kind of instance, and to fill in every percentile that may be asked for. */
    static long nanosOfModel(int room) {
        return 200_000 + room * 8_000L;
    }

    /**
     * Instances that are replaced for being unhealthy: with a grace period shorter than their start, all of them, again and
     * again.
     */
    private static double replacements(AutoScalingScenario scenario) {
        long twoChecks = 2 * scenario.micros("healthCheckInterval");
        long life = Math.max(scenario.micros("gracePeriod"), twoChecks);
        boolean inVain = scenario.asksLoadBalancer && life < scenario.micros("launchTime");
        return inVain ? (double) scenario.max * scenario.durationMicros() / life : 0;
    }

    static Cost of(AutoScalingScenario scenario) {
        double slots = scenario.durationMicros() / (double) DrawnDemand.SLOT_MICROS + 1;
        double datapoints = scenario.durationMicros() / (double) scenario.metricPeriodMicros;
        double hours = scenario.durationMicros() / 3.6e9 + 1;
        // a policy that swings between two alarms launches that often; more often than it pays to be alarmed by one
        double atOnce = Math.min(Math.max(1, scenario.max), Math.max(scenario.number("scaleOutBy"), 4));
        double launches = Math.min(datapoints, SWINGS_AN_HOUR * hours + 10) * atOnce
                + scenario.interventions.size() * (double) Math.max(1, scenario.max)
                + 2.0 * (scenario.max + scenario.number("warmPool"));
        launches += replacements(scenario);
        double lanes = 0;
        for (Policy policy : scenario.policies) {
            double firings = policy.followsSchedule() ? scenario.schedule.firingsADay() * (hours / 24 + 1) : 0;
            double events = 3 * datapoints + hours + launches * EVENTS_PER_INSTANCE + firings;
            lanes += (slots + events) * NANOS_PER_PIECE
                    + events * nanosPerEvent(scenario)
                    + firings * scenario.schedule.entries().size() * 2 * NANOS_PER_SCHEDULED_ACTION;
        }
        double kinds = 1 + (scenario.policies.contains(Policy.SCALE_UP) ? Prices.sizes(scenario.instanceType) : 0)
                + scenario.interventions.stream().filter(each -> each.action().equals("slow-version")).count();
        double most = Math.max(1, scenario.capacityPerSecond * (1 << Prices.sizes(scenario.instanceType)));
        double room = Math.min(ResponseModel.MOST_ROOM, most * scenario.micros("timeout") / 1e6 + 1);
        double shared = START_NANOS
                + slots * (NANOS_PER_DRAWN_SLOT + NANOS_PER_BOUND_SLOT)
                + kinds * nanosOfModel((int) room);
        double rows = slots / AutoScalingTimeline.slotsARow(scenario);
        return Cost.of(shared + lanes, shared + lanes + scenario.policies.size() * (rows + launches) * NANOS_PER_ROW);
    }
}
