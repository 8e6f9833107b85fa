package dev.tilab.cloud.compute;

import dev.tilab.cloud.Fault;
import dev.tilab.cloud.Region;
import java.util.Collections;
import java.util.List;

/**
 * An Auto Scaling group: keeps as many instances as desired, between its minimum and its maximum, spread over its zones. It is
 * the assembly of its parts; none of them knows it.
 */
public final class Group implements GroupView {

    /** The instance that has served the longest dies. */
    public static final Fault STOP_INSTANCE = Fault.of("stop-instance", "group");

    /** A version is deployed whose requests are so many times the work. */
    public static final Fault SLOW_VERSION = Fault.of("slow-version", "group", 1, 20, 2);

    /** A version is deployed whose requests are the usual work. */
    public static final Fault GOOD_VERSION = Fault.of("good-version", "group");

    /** Somebody sets how many instances there shall be. */
    public static final Fault DESIRED = Fault.of("desired", "group", 1, 200, 6);

    /** Somebody who wants to know what happens in a group, told in the order of registration. */
    public interface Listener {

        /** The desired capacity is about to become larger. */
        default void grows() {}

        /** An instance has come to another state of its life. */
        default void becomes(Instance instance) {}

        /** An instance answers requests from now on. */
        default void serves(Instance instance) {}

        /** An instance gets no new requests, because it is drained or stopped, or answers none, because it died. */
        default void leaves(Instance instance) {}

        /** A scaling activity is over. */
        default void ends(Activity activity) {}
    }

    private final Region region;
    private final GroupSettings settings;
    private final Load load;
    private final Capacity capacity;
    private final Fleet fleet;
    private final Processes processes;
    private final Activities activities;
    private final Lifecycle lifecycle;
    private final WarmPool warmPool;
    private final Filling filling;
    private final Replacements replacements;
    private double workFactor = 1;

    /** @param load brings its requests, and is told of every change at the end of an event */
    public Group(Region region, GroupSettings settings, Billing billing, Load load) {
        this.region = region;
        this.settings = settings;
        this.load = load;
        capacity = new Capacity(settings.limits());
        fleet = new Fleet(region, settings.zones(), capacity);
        processes = new Processes(region);
        activities = new Activities(region, capacity);
        lifecycle = new Lifecycle(region, fleet, capacity, activities, billing, settings.lifecycle());
        warmPool = new WarmPool(fleet, processes, activities, lifecycle, settings.warmPool());
        filling = new Filling(
                region, fleet, capacity, processes, activities, lifecycle, warmPool, settings.termination());
        replacements = new Replacements(region, processes, activities, lifecycle, filling, warmPool, settings.health());
        new Failures(region, fleet, lifecycle, replacements, load, settings.health());
        new Rebalancing(region, fleet, capacity, processes, activities, lifecycle, filling);
        region.faults().on(DESIRED, what -> setDesired((int) StrictMath.rint(what.value())));
        region.faults().on(SLOW_VERSION, what -> deploy(what.value()));
        region.faults().on(GOOD_VERSION, what -> deploy(1));
        region.afterEvents(() -> fleet.tellRotation(load));
    }

    /** Has somebody told of everything from now on. */
    public void tell(Listener listener) {
        fleet.tell(listener);
        activities.tell(listener);
    }

    /** The run begins with a group that has long been there. */
    public void begin() {
        load.becomes(capacity.size, workFactor);
        Activity activity = activities.begin(new Change(capacity.desired, Cause.INITIAL, 0, 0, 0), 0);
        for (int index = 0; index < capacity.desired; index++) {
            lifecycle.hasLongServed(fleet.add(index % fleet.zones));
        }
        activities.settle(activity);
        warmPool.begin();
        fleet.tellRotation(load);
    }

    /** Does what a policy, a schedule or a person wants. */
    void apply(Change change) {
        Activity activity = activities.begin(change, capacity.desired);
        if (change.cause() == Cause.RESIZE) {
            capacity.size = (int) change.second();
            fleet.instances.stream().filter(Instance::counts).forEach(each -> lifecycle.resize(each, activity));
            load.becomes(capacity.size, workFactor);
        } else {
            if (change.to() > capacity.desired) {
                fleet.tellGrowth();
            }
            capacity.desired = change.to();
            filling.fill(activity);
        }
        activities.settle(activity);
    }

    private void setDesired(int wanted) {
        int to = clamp(wanted);
        if (settings.obeysPeople() && to != capacity.desired) {
            apply(new Change(to, Cause.MANUAL, 0, 0, 0));
        }
    }

    /** A new version reaches every instance at once, and a new launch template makes those before it outdated. */
    private void deploy(double factor) {
        workFactor = factor;
        fleet.template++;
        load.becomes(capacity.size, workFactor);
    }

    /** All instances that exist, in the order of their numbers; dead ones until the group knows. */
    public List<Instance> instances() {
        return Collections.unmodifiableList(fleet.instances);
    }

    /** Instances of the desired capacity in a zone, those that are about to take another's place included. */
    public int in(int zone) {
        return fleet.in(zone);
    }

    /** Everything that it did, in the order of time. */
    public List<Activity> activities() {
        return activities.all();
    }

    /** Instances that it replaced because they were dead or unhealthy. */
    public int replacements() {
        return replacements.count();
    }

    /** Whether one of the {@linkplain Processes processes} is not suspended. */
    public boolean runs(int process) {
        return processes.runs(process);
    }

    /** Whether instances are missing that no zone could launch, until the next attempt. */
    public boolean waitsToRetry() {
        return filling.waitsToRetry();
    }

    @Override
    public long nowMicros() {
        return region.nowMicros();
    }

    @Override
    public int desired() {
        return capacity.desired;
    }

    @Override
    public int min() {
        return capacity.min;
    }

    @Override
    public int max() {
        return capacity.max;
    }

    @Override
    public int warming() {
        if (!settings.warmsUp()) {
            return 0;
        }
        return (int) fleet.instances.stream()
                .filter(each -> each.counts() && !each.dead && !each.extra && each.state != State.IN_SERVICE)
                .count();
    }

    @Override
    public int leaving() {
        return (int) fleet.instances.stream()
                .filter(each -> each.state == State.DRAINING && each.activity != null && each.activity.isScaling())
                .count();
    }

    @Override
    public boolean activityUnderWay() {
        return activities.isByAlarmUnderWay();
    }

    @Override
    public long lastActivityEndMicros() {
        return activities.lastEndMicros();
    }

    @Override
    public int size() {
        return capacity.size;
    }

    @Override
    public int sizes() {
        return settings.sizes();
    }
}
