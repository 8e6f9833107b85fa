package dev.tilab.cloud.compute;

import dev.tilab.cloud.Region;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The scaling activities of a group: who takes part in which, and when each has ended. */
final class Activities {

    private final Region region;
    private final Capacity capacity;
    private final List<Activity> all = new ArrayList<>();
    private final List<Group.Listener> listeners = new ArrayList<>();
    private Runnable settled = () -> {};
    private int byAlarmUnderWay;
    private long lastEndMicros = GroupView.NEVER;

    Activities(Region region, Capacity capacity) {
        this.region = region;
        this.capacity = capacity;
    }

    void tell(Group.Listener listener) {
        listeners.add(listener);
    }

    /** Has something done when an activity is over, after all who listen have heard of it. */
    void whenSettled(Runnable then) {
        settled = then;
    }

    /** Begins an activity; {@link #settle} has to follow when everything that belongs to it has been begun. */
    Activity begin(Change change, int from) {
        Activity activity = new Activity(region.nowMicros(), from, change);
        all.add(activity);
        activity.open++;
        byAlarmUnderWay += activity.isByAlarm() ? 1 : 0;
        return activity;
    }

    /** Begins an activity that leaves the desired capacity as it is; {@link #settle} has to follow. */
    Activity begin(Cause cause, long first, long second, long third) {
        return begin(new Change(capacity.desired, cause, first, second, third), capacity.desired);
    }

    /** One reason less for the activity to go on: an instance is launched or gone, or everything has been begun. */
    void settle(Activity activity) {
        activity.open--;
        if (activity.open > 0) {
            return;
        }
        activity.endMicros = region.nowMicros();
        if (activity.isByAlarm()) {
            byAlarmUnderWay--;
            lastEndMicros = region.nowMicros();
        }
        listeners.forEach(each -> each.ends(activity));
        settled.run();
    }

    /** Makes the instance part of an activity and of no other; null for none. */
    void join(Instance instance, @Nullable Activity activity) {
        release(instance);
        instance.activity = activity;
        if (activity != null) {
            activity.open++;
        }
    }

    /** Takes the instance out of the activity that it is part of. */
    void release(Instance instance) {
        Activity activity = instance.activity;
        instance.activity = null;
        if (activity != null) {
            settle(activity);
        }
    }

    /** Everything that the group did, in the order of time. */
    List<Activity> all() {
        return Collections.unmodifiableList(all);
    }

    boolean isByAlarmUnderWay() {
        return byAlarmUnderWay > 0;
    }

    long lastEndMicros() {
        return lastEndMicros;
    }
}
