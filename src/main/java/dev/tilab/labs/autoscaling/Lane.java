package dev.tilab.labs.autoscaling;

import dev.tilab.cloud.Region;
import dev.tilab.cloud.compute.Billing;
import dev.tilab.cloud.compute.Group;
import dev.tilab.cloud.compute.Meter;
import dev.tilab.cloud.compute.Policy;
import dev.tilab.cloud.compute.Prices;
import dev.tilab.cloud.compute.Scaling;
import dev.tilab.cloud.traffic.DrawnDemand;

/** One Auto Scaling group under one policy, living through the scenario in a region of its own. */
final class Lane {

    final AutoScalingScenario scenario;
    final Policy policy;
    final DrawnDemand demand;
    final LaneRows rows;
    final Region region;
    final Billing billing;
    final Shortage shortage;
    final CountedLoad load;
    final Group group;
    final Scaling scaling;
    final LaneRecord record;
    final Waits waits;

    /** @param rows takes what a picture needs; null where nobody wants one */
    Lane(AutoScalingScenario scenario, Policy policy, DrawnDemand demand, Capabilities capabilities, LaneRows rows) {
        this.scenario = scenario;
        this.policy = policy;
        this.demand = demand;
        this.rows = rows;
        region = new Region(
                scenario.seed,
                AutoScalingParameters.ZONES.size(),
                scenario.durationMicros(),
                AutoScalingCost.nanosPerEvent(scenario));
        billing = new Billing(
                region,
                Prices.of(scenario.instanceType, scenario.region).microUsdPerHour(),
                Prices.volumeMicroUsdPerHour(scenario.region));
        shortage = Shortage.of(scenario, region);
        Meter meter = new Meter();
        load = new CountedLoad(
                region, demand, capabilities, scenario.service.routing(), meter, billing, this::see, rows);
        group = new Group(region, scenario.group.under(policy), billing, load);
        scaling = new Scaling(region, scenario.metric, meter, group, policy, scenario.settings(demand));
        long cooldownMicros = policy.cooldownMicros(scenario.settings(demand));
        record = new LaneRecord(region, scaling, cooldownMicros);
        waits = new Waits(region, policy, group, scaling, cooldownMicros);
        group.tell(shortage);
        scaling.whenKnown(value -> shortage.alarm(scaling.high()));
        if (rows != null) {
            group.tell(record);
            group.tell(waits);
            scaling.whenKnown(record::datapoint);
        }
    }

    private void see(long fromMicros, long untilMicros, boolean tooFew) {
        shortage.see(fromMicros, untilMicros, tooFew);
        if (rows != null) {
            waits.see(fromMicros, untilMicros, tooFew);
        }
    }

    /** Runs to the end of the scenario. */
    void run() {
        group.begin();
        region.disturb(scenario.interventions);
        scaling.begin();
        region.run();
        load.advanceTo(region.endMicros());
    }
}
