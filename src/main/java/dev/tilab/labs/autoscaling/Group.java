package dev.tilab.labs.autoscaling;

import dev.tilab.simulation.engine.RandomStream;
import dev.tilab.simulation.engine.RandomStreams;
import java.util.ArrayList;
import java.util.List;

/**
 * An Auto Scaling group: keeps as many instances as desired, between its minimum and its maximum, spread over its zones.
 * Everything that changes the number of instances goes through {@link #fill}.
 */
final class Group implements GroupView {

    /** First pause before a launch that no zone could serve is tried again; doubled each time. Assumed. */
    private static final long RETRY_MICROS = 30_000_000;

    private static final long LONGEST_RETRY_MICROS = 900_000_000;

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

    private int scalingUnderWay;
    private long lastEndMicros = NEVER;
    private long retryMicros = RETRY_MICROS;
    private boolean retries;
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
        chance = new RandomStreams(scenario.seed).stream("termination", 0);
    }

    /** The run begins with a group that has long been there. */
    void start() {
        Activity activity = begin(new Change(desired, Cause.INITIAL, 0, 0, 0), 0);
        for (int index = 0; index < desired; index++) {
            Instance instance = add(index % lane.zones.count);
            lane.billing.starts(instance, 0);
            instance.inServiceMicros = 0;
            instance.servingMicros = 0;
            become(instance, State.IN_SERVICE);
        }
        settle(activity);
        lane.warmPool.start();
    }

    /** Does what a policy, a schedule or a person wants. */
    void apply(Change change) {
        Activity activity = begin(change, desired);
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
        settle(activity);
    }

    /** Begins an activity that leaves the desired capacity as it is; {@link #settle} has to follow. */
    Activity begin(Cause cause, long first, long second, long third) {
        return begin(new Change(desired, cause, first, second, third), desired);
    }

    private Activity begin(Change change, int from) {
        Activity activity = new Activity(lane.now(), from, change);
        lane.record.activities.add(activity);
        activity.open++;
        scalingUnderWay += activity.isByAlarm() ? 1 : 0;
        return activity;
    }

    /** Launches what is missing and terminates what is too much. */
    void fill(Activity activity) {
        int missing = desired - (int) instances.stream().filter(each -> each.counts() && !each.extra).count();
        if (missing > 0 && lane.processes.runs(Processes.LAUNCH)) {
            boolean[] tried = new boolean[lane.zones.count];
            while (missing > 0 && launchOne(activity, tried)) {
                missing--;
            }
            if (missing > 0) {
                retryLater();
            }
        }
        for (; missing < 0 && lane.processes.runs(Processes.TERMINATE); missing++) {
            lane.lifecycle.terminate(choose(), activity);
        }
        lane.warmPool.fill();
    }

    /** @param tried zones in which a launch has failed in this attempt */
    private boolean launchOne(Activity activity, boolean[] tried) {
        Instance warm = lane.warmPool.take();
        if (warm != null) {
            lane.lifecycle.start(warm, activity);
            return true;
        }
        for (int zone = emptiest(tried); zone >= 0; zone = emptiest(tried)) {
            if (lane.zones.canLaunch(zone)) {
                lane.lifecycle.launch(add(zone), activity);
                retryMicros = RETRY_MICROS;
                return true;
            }
            tried[zone] = true;
            settle(begin(Cause.LAUNCH_FAILED, zone, 0, 0));
        }
        return false;
    }

    /** Launches one more than desired in this zone; {@link Rebalancing} then takes one away elsewhere. */
    void launchExtra(int zone, Activity activity) {
        Instance instance = add(zone);
        instance.extra = true;
        lane.lifecycle.launch(instance, activity);
    }

    private void retryLater() {
        if (retries) {
            return;
        }
        retries = true;
        lane.later(retryMicros, () -> {
            retries = false;
            fill(null);
        });
        retryMicros = Math.min(LONGEST_RETRY_MICROS, 2 * retryMicros);
    }

    /** Whether instances are missing that no zone could launch, until the next attempt. */
    boolean waitsToRetry() {
        return retries;
    }

    /** The zone with the fewest instances, the first of several; −1 if none is left. */
    private int emptiest(boolean[] tried) {
        int best = -1;
        for (int zone = 0; zone < lane.zones.count; zone++) {
            if (!tried[zone] && lane.zones.isOffered(zone) && (best < 0 || in(zone) < in(best))) {
                best = zone;
            }
        }
        return best;
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

    void become(Instance instance, State state) {
        instance.state = state;
        rotationChanged = true;
        lane.record.state(lane.now(), instance);
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

    /** Takes the instance out of the activity that it was part of. */
    void release(Instance instance) {
        Activity activity = instance.activity;
        instance.activity = null;
        if (activity != null) {
            settle(activity);
        }
    }

    /** Makes the instance part of an activity; null for none. */
    void join(Instance instance, Activity activity) {
        release(instance);
        instance.activity = activity;
        if (activity != null) {
            activity.open++;
        }
    }

    /** One reason less for the activity to go on: an instance is launched or gone, or everything has been begun. */
    void settle(Activity activity) {
        activity.open--;
        if (activity.open > 0) {
            return;
        }
        activity.endMicros = lane.now();
        if (activity.isByAlarm()) {
            scalingUnderWay--;
            lastEndMicros = lane.now();
            if (lane.policy == Policy.SIMPLE || lane.policy == Policy.SCALE_UP) {
                lane.record.cooldown(lane.now(), lane.now() + lane.scenario.micros("cooldown"));
            }
        }
        lane.rebalancing.checkSoon();
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
        return scalingUnderWay > 0;
    }

    @Override
    public long lastActivityEndMicros() {
        return lastEndMicros;
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
