package dev.tilab.labs.autoscaling;

import dev.tilab.cloud.Region;
import java.util.Optional;

/**
 * One Auto Scaling group under one policy, living through the scenario: CloudWatch reads the metric, the policy decides, {@link
 * Group} launches and terminates, {@link Lifecycle} lets instances start and end, {@link Load} says what users feel.
 */
final class Lane {

    final AutoScalingScenario scenario;
    final Policy policy;
    final DrawnDemand demand;
    final Capabilities capabilities;
    final Region region;
    final Processes processes;
    final Billing billing;
    final Shortage shortage;
    final LaneRows rows;
    final Load load;
    final LaneRecord record;
    final ScalingPolicy rule;

    /** The alarm that makes the group larger; null if there is none. */
    final Alarm high;

    /** The alarm that makes the group smaller; null if there is none. */
    final Alarm low;

    final Lifecycle lifecycle;
    final Health health;
    final Rebalancing rebalancing;
    final WarmPool warmPool;
    final Activities activities;
    final Launches launches;
    final Group group;

    /** How many times the work a request takes with the version that runs. */
    private double slowFactor = 1;

    /** What is recorded of the metric: what the policy watches, utilization where it watches nothing. */
    private final Metric watched;

    /** @param rows takes what a picture needs; null where nobody wants one */
    Lane(AutoScalingScenario scenario, Policy policy, DrawnDemand demand, Capabilities capabilities, LaneRows rows) {
        this.scenario = scenario;
        this.policy = policy;
        this.demand = demand;
        this.capabilities = capabilities;
        this.rows = rows;
        region = new Region(
                scenario.seed, AutoScalingParameters.ZONES.size(), scenario.durationMicros(), AutoScalingCost.nanosPerEvent(scenario));
        processes = new Processes(region);
        billing = new Billing(
                Prices.of(scenario.instanceType, scenario.region).microUsdPerHour(),
                Prices.volumeMicroUsdPerHour(scenario.region));
        shortage = Shortage.of(scenario);
        load = new Load(scenario, demand, billing, shortage, rows);
        record = new LaneRecord(rows != null);
        rule = policy.policy(scenario.settings(demand));
        high = rule.highAlarm().orElse(null);
        low = rule.lowAlarm().orElse(null);
        watched = policy.metric == Metric.NONE ? Metric.CPU : policy.metric;
        lifecycle = new Lifecycle(this);
        health = new Health(this);
        rebalancing = new Rebalancing(this);
        warmPool = new WarmPool(this);
        activities = new Activities(this);
        launches = new Launches(this);
        group = new Group(this);
        region.faults().on("slow-version", what -> deploy(what.value()));
        region.faults().on("good-version", what -> deploy(1));
        region.faults().on("traffic", what -> {
            // All lanes have the demand in common; it was drawn with its jumps.
        });
        region.beforeEvents(() -> load.advanceTo(now()));
        region.afterEvents(group::send);
    }

    /** Runs to the end of the scenario. */
    void run() {
        load.becomes(capabilities.of(0, 1));
        group.start();
        group.send();
        region.disturb(scenario.interventions);
        readLater();
        askLater(rule.nextMicros(-1));
        region.run();
        load.advanceTo(scenario.durationMicros());
    }

    long now() {
        return region.nowMicros();
    }

    /** Has something happen after a delay. */
    void later(long delayMicros, Runnable action) {
        region.later(delayMicros, action);
    }

    private void readLater() {
        later(scenario.metricPeriodMicros, () -> {
            long knownMicros = now() + scenario.micros("metricDelay");
            Datapoint datapoint = load.meter.read(scenario.metricPeriodMicros, knownMicros);
            later(knownMicros - now(), () -> know(datapoint));
            readLater();
        });
    }

    private void know(Datapoint datapoint) {
        Optional<Change> wish = rule.onDatapoint(datapoint, group);
        if (high != null && high.count() > 0) {
            shortage.alarmCounts(now());
        }
        record.datapoint(now(), watched.of(datapoint), high, low);
        if (wish.isPresent() && processes.runs(Processes.ALARM_NOTIFICATION)) {
            group.apply(wish.get());
        }
    }

    private void askLater(long atMicros) {
        if (atMicros > scenario.durationMicros()) {
            return;
        }
        later(atMicros - now(), () -> {
            rule.onClock(group)
                    .filter(wish -> wish.cause() != Cause.SCHEDULED || processes.runs(Processes.SCHEDULED_ACTIONS))
                    .ifPresent(group::apply);
            askLater(rule.nextMicros(now()));
        });
    }

    /** A new version reaches every instance at once, and a new launch template makes those before it outdated. */
    private void deploy(double slowFactor) {
        this.slowFactor = slowFactor;
        group.template++;
        capabilityChanges();
    }

    /** Something about the version or the size of the instances has changed. */
    void capabilityChanges() {
        load.becomes(capabilities.of(group.size(), slowFactor));
    }
}
