package dev.tilab.cloud.compute;

/**
 * What a policy wants: another desired capacity, within the group's limits, with the numbers that explain it.
 *
 * @param to desired capacity; for {@link Cause#RESIZE} the present one
 * @param first alarms and targets: the metric ×10; scheduled: minute of the day in the schedule's zone; forecast: requests a
 *     second expected; resize: the size before
 * @param second alarms and targets: the threshold ×10; resize: the size after
 * @param third alarms and targets: datapoints that breached in a row
 */
record Change(int to, Cause cause, long first, long second, long third) {

    /** A change that an alarm called for. */
    static Change byAlarm(int to, Cause cause, double value, Alarm alarm) {
        return new Change(to, cause, Math.round(value * 10), Math.round(alarm.threshold * 10), alarm.count());
    }

    /** The same change to another capacity. */
    Change to(int other) {
        return new Change(other, cause, first, second, third);
    }
}
