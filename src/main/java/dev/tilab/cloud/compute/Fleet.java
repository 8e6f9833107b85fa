package dev.tilab.cloud.compute;

import dev.tilab.cloud.Region;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.IntToLongFunction;

/** The instances of a group, in the zones that it spans; whoever wants to know is told of every step of theirs. */
final class Fleet {

    /** How many zones it spans, from the region's first on. */
    final int zones;

    /** All instances that exist, in the order of their numbers; dead ones until the group knows. */
    final List<Instance> instances = new ArrayList<>();

    /** Version of the launch template that new instances are made from. */
    int template;

    private final Region region;
    private final Capacity capacity;
    private final List<Group.Listener> listeners = new ArrayList<>();
    private int launched;
    private boolean rotationChanged;

    Fleet(Region region, int zones, Capacity capacity) {
        this.region = region;
        this.zones = zones;
        this.capacity = capacity;
    }

    void tell(Group.Listener listener) {
        listeners.add(listener);
    }

    /** The desired capacity is about to become larger. */
    void tellGrowth() {
        listeners.forEach(Group.Listener::grows);
    }

    /** A new instance in this zone; its life begins when {@link Lifecycle} takes it up. */
    Instance add(int zone) {
        Instance instance = new Instance(++launched, zone, template, region.nowMicros());
        instance.size = capacity.size;
        instances.add(instance);
        return instance;
    }

    void remove(Instance instance) {
        instances.remove(instance);
        rotationChanged = true;
    }

    void become(Instance instance, State state) {
        boolean served = instance.state.serves();
        instance.state = state;
        rotationChanged = true;
        listeners.forEach(each -> each.becomes(instance));
        if (served != state.serves()) {
            listeners.forEach(served ? each -> each.leaves(instance) : each -> each.serves(instance));
        }
    }

    /** The load balancer sends to others than before. */
    void rotationChanges() {
        rotationChanged = true;
    }

    /** Tells the load whom requests go to, if that has changed. */
    void tellRotation(Load load) {
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
        load.sendsTo(serving, measured, dead);
    }

    /** Instances of the desired capacity in a zone, those that are about to take another's place included. */
    int in(int zone) {
        int count = 0;
        for (Instance each : instances) {
            count += each.zone == zone && each.counts() ? 1 : 0;
        }
        return count;
    }

    /** Whether the group may try to launch there: it knows of an outage, but not of missing capacity. */
    boolean isOffered(int zone) {
        return !region.zones().isDark(zone);
    }

    boolean canLaunch(int zone) {
        return region.zones().canLaunch(zone);
    }

    /** Of the zones that are open the one with the smallest count, the first of several; −1 if none is open. */
    int emptiest(IntPredicate isOpen, IntToLongFunction count) {
        int best = -1;
        for (int zone = 0; zone < zones; zone++) {
            if (isOpen.test(zone) && (best < 0 || count.applyAsLong(zone) < count.applyAsLong(best))) {
                best = zone;
            }
        }
        return best;
    }
}
