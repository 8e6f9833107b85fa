package dev.tilab.labs.autoscaling;

/** The scaling activities of a group: who takes part in which, and when each has ended. */
final class Activities {

    private final Lane lane;
    private int byAlarmUnderWay;
    private long lastEndMicros = GroupView.NEVER;

    Activities(Lane lane) {
        this.lane = lane;
    }

    /** Begins an activity; {@link #settle} has to follow when everything that belongs to it has been begun. */
    Activity begin(Change change, int from) {
        Activity activity = new Activity(lane.now(), from, change);
        lane.record.activities.add(activity);
        activity.open++;
        byAlarmUnderWay += activity.isByAlarm() ? 1 : 0;
        return activity;
    }

    /** Begins an activity that leaves the desired capacity as it is; {@link #settle} has to follow. */
    Activity begin(Cause cause, long first, long second, long third) {
        int desired = lane.group.desired();
        return begin(new Change(desired, cause, first, second, third), desired);
    }

    /** One reason less for the activity to go on: an instance is launched or gone, or everything has been begun. */
    void settle(Activity activity) {
        activity.open--;
        if (activity.open > 0) {
            return;
        }
        activity.endMicros = lane.now();
        if (activity.isByAlarm()) {
            byAlarmUnderWay--;
            lastEndMicros = lane.now();
            if (lane.policy == Policy.SIMPLE || lane.policy == Policy.SCALE_UP) {
                lane.record.cooldown(lane.now(), lane.now() + lane.scenario.micros("cooldown"));
            }
        }
        lane.rebalancing.checkSoon();
    }

    /** Makes the instance part of an activity and of no other; null for none. */
    void join(Instance instance, Activity activity) {
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

    boolean isByAlarmUnderWay() {
        return byAlarmUnderWay > 0;
    }

    long lastEndMicros() {
        return lastEndMicros;
    }
}
