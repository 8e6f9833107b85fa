package dev.tilab.labs.autoscaling;

import dev.tilab.simulation.engine.RandomStream;
import java.util.ArrayList;
import java.util.List;

/**
 * An Auto Scaling group: keeps as many instances as desired, between its minimum and its maximum, spread over its zones.
 * Everything that changes the number of instances goes through {@link #fill}.
 */
final class Group implements GroupView {

    private final Lane lane;
    private final int min;
    private final int max;
    private final TerminationPolicy termination;
    private final RandomStream chance;

    /** All instances that exist, in the order of their numbers; dead ones until the group knows. */
    final List<Instance> instances = new ArrayList<>();

    private int desired;
    private int launched;
    private int size;

    /** Version of the launch template that new instances are made from. */
    int template;

    private boolean rotationChanged;

    int replacements;

    Group(Lane lane) {
        this.lane = lane;
        AutoScalingScenario scenario = lane.scenario;
        boolean isOne = lane.policy == Policy.SCALE_UP;
        min = isOne ? 1 : scenario.min;
        max = isOne ? 1 : scenario.max;
        desired = isOne ? 1 : scenario.desired;
        termination = TerminationPolicy.of(scenario.terminationPolicy);
        chance = lane.region.stream("termination", 0);
        lane.processes.whenResumed(Processes.LAUNCH, () -> fill(null));
        lane.processes.whenResumed(Processes.TERMINATE, () -> fill(null));
        lane.processes.whenResumed(Processes.TERMINATE, lane.health::resume);
        lane.processes.whenResumed(Processes.HEALTH_CHECK, lane.health::resume);
        lane.processes.whenResumed(Processes.AZ_REBALANCE, lane.rebalancing::checkSoon);
        lane.region.faults().on("desired", what -> setDesired((int) StrictMath.rint(what.value())));
    }

    /** The run begins with a group that has long been there. */
    void start() {
        Activity activity = lane.activities.begin(new Change(desired, Cause.INITIAL, 0, 0, 0), 0);
        for (int index = 0; index < desired; index++) {
            Instance instance = add(index % lane.scenario.zones);
            lane.billing.starts(instance, 0);
            instance.inServiceMicros = 0;
            instance.servingMicros = 0;
            become(instance, State.IN_SERVICE);
        }
        lane.activities.settle(activity);
        lane.warmPool.start();
    }

    /** Does what a policy, a schedule or a person wants. */
    void apply(Change change) {
        Activity activity = lane.activities.begin(change, desired);
        if (change.cause() == Cause.RESIZE) {
            size = (int) change.second();
            instances.stream().filter(Instance::counts).forEach(each -> lane.lifecycle.resize(each, activity));
            lane.capabilityChanges();
        } else {
            if (change.to() > desired) {
                lane.shortage.groupGrows(lane.now());
            }
            desired = change.to();
            fill(activity);
        }
        lane.activities.settle(activity);
    }

    private void setDesired(int wanted) {
        int to = clamp(wanted);
        if (lane.policy == Policy.MANUAL && to != desired) {
            apply(new Change(to, Cause.MANUAL, 0, 0, 0));
        }
    }

    /** Launches what is missing and terminates what is too much. */
    void fill(Activity activity) {
        int missing = desired - (int) instances.stream().filter(each -> each.counts() && !each.extra).count();
        if (missing > 0 && lane.processes.runs(Processes.LAUNCH)) {
            lane.launches.launch(missing, activity);
        }
        for (; missing < 0 && lane.processes.runs(Processes.TERMINATE); missing++) {
            lane.lifecycle.terminate(choose(), activity);
        }
        lane.warmPool.fill();
    }

    /** Launches one more than desired in this zone; {@link Rebalancing} then takes one away elsewhere. */
    void launchExtra(int zone, Activity activity) {
        Instance instance = add(zone);
        instance.extra = true;
        lane.lifecycle.launch(instance, activity);
    }

    /** Instances of the desired capacity in a zone, those that are about to take another's place included. */
    int in(int zone) {
        int count = 0;
        for (Instance each : instances) {
            count += each.zone == zone && each.counts() ? 1 : 0;
        }
        return count;
    }

    private Instance choose() {
        List<TerminationPolicy.Candidate> candidates = new ArrayList<>();
        for (Instance each : instances) {
            if (each.counts() && !each.extra) {
                candidates.add(new TerminationPolicy.Candidate(
                        each.number, each.zone, each.template, each.requestedMicros, each.runningMicros));
            }
        }
        int number = termination.choose(candidates, lane.now(), chance).number();
        return instances.stream().filter(each -> each.number == number).findFirst().orElseThrow();
    }

    /** A new instance in this zone; its life begins when {@link Lifecycle} takes it up. */
    Instance add(int zone) {
        Instance instance = new Instance(++launched, zone, template, lane.now());
        instance.size = size;
        instances.add(instance);
        return instance;
    }

    void remove(Instance instance) {
        instances.remove(instance);
        rotationChanged = true;
    }

    /** The load balancer sends to others than before. */
    void rotationChanges() {
        rotationChanged = true;
    }

    void become(Instance instance, State state) {
        instance.state = state;
        rotationChanged = true;
        lane.record.state(lane.now(), instance);
        lane.shortage.reaches(instance, lane.now());
    }

    /** Tells the load balancer's side whom requests go to, if that has changed. */
    void send() {
        if (!rotationChanged) {
            return;
        }
        rotationChanged = false;
        int serving = 0;
        int measured = 0;
        int dead = 0;
        for (Instance each : instances) {
            serving += each.state.serves() ? 1 : 0;
            measured += each.state == State.IN_SERVICE ? 1 : 0;
            dead += each.deadInRotation ? 1 : 0;
        }
        lane.load.sendsTo(serving, measured, dead);
    }

    @Override
    public long nowMicros() {
        return lane.now();
    }

    @Override
    public int desired() {
        return desired;
    }

    @Override
    public int min() {
        return min;
    }

    @Override
    public int max() {
        return max;
    }

    @Override
    public int warming() {
        if (!lane.policy.warmsUp) {
            return 0;
        }
        return (int) instances.stream()
                .filter(each -> each.counts() && !each.dead && !each.extra && each.state != State.IN_SERVICE)
                .count();
    }

    @Override
    public int leaving() {
        return (int) instances.stream()
                .filter(each -> each.state == State.DRAINING && each.activity != null && each.activity.isScaling())
                .count();
    }

    @Override
    public boolean activityUnderWay() {
        return lane.activities.isByAlarmUnderWay();
    }

    @Override
    public long lastActivityEndMicros() {
        return lane.activities.lastEndMicros();
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public int sizes() {
        return Prices.sizes(lane.scenario.instanceType);
    }
}
