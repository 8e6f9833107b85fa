package dev.tilab.labs.autoscaling;

import dev.tilab.simulation.engine.Simulation;
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
    final Zones zones;
    final Processes processes = new Processes();
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
    double slowFactor = 1;

    /** Called after every event, for those who want to know whether all is still right. */
    Runnable afterEvent = () -> {};

    /** What is recorded of the metric: what the policy watches, utilization where it watches nothing. */
    private final Metric watched;

    private final Simulation simulation;

    /** @param rows takes what a picture needs; null where nobody wants one */
    Lane(AutoScalingScenario scenario, Policy policy, DrawnDemand demand, Capabilities capabilities, LaneRows rows) {
        this.scenario = scenario;
        simulation = new Simulation(AutoScalingCost.nanosPerEvent(scenario));
        this.policy = policy;
        this.demand = demand;
        this.capabilities = capabilities;
        this.rows = rows;
        zones = new Zones(scenario.zones);
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
    }

    /** Runs to the end of the scenario. */
    void run() {
        load.becomes(capabilities.of(0, 1));
        group.start();
        group.send();
        Disturbances disturbances = new Disturbances(this);
        scenario.interventions.forEach(each -> simulation.scheduleIntervention(
                each.atMicros(), () -> happen(() -> disturbances.happen(each))));
        readLater();
        askLater(rule.nextMicros(-1));
        simulation.runUntil(scenario.durationMicros());
        load.advanceTo(scenario.durationMicros());
    }

    long now() {
        return simulation.nowMicros();
    }

    /** Has something happen after a delay. */
    void later(long delayMicros, Runnable action) {
        if (now() + delayMicros <= scenario.durationMicros()) {
            simulation.schedule(delayMicros, () -> happen(action));
        }
    }

    private void happen(Runnable action) {
        load.advanceTo(now());
        action.run();
        group.send();
        afterEvent.run();
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

    /** Something about the version or the size of the instances has changed. */
    void capabilityChanges() {
        load.becomes(capabilities.of(group.size(), slowFactor));
    }
}
