package dev.tilab.labs.autoscaling;

/** A scaling activity: what the group did and why. It ends when the last of its instances is launched or gone. */
final class Activity {

    static final long UNDER_WAY = -1;

    final long atMicros;
    final int from;
    final int to;
    final Cause cause;
    final long first;
    final long second;
    final long third;

    long endMicros = UNDER_WAY;

    /** Instances that it still waits for. */
    int open;

    Activity(long atMicros, int from, Change change) {
        this.atMicros = atMicros;
        this.from = from;
        this.to = change.to();
        this.cause = change.cause();
        this.first = change.first();
        this.second = change.second();
        this.third = change.third();
    }

    /** Whether a scaling policy, a schedule or a person asked for it: it then changes the desired capacity or the size. */
    boolean isScaling() {
        return switch (cause) {
            case MANUAL, SCHEDULED, ALARM_HIGH, ALARM_LOW, TARGET_HIGH, TARGET_LOW, FORECAST, RESIZE -> true;
            default -> false;
        };
    }

    /** Whether an alarm asked for it, so that simple scaling waits for its end and the cooldown after it. */
    boolean isByAlarm() {
        return isScaling() && cause != Cause.MANUAL && cause != Cause.SCHEDULED && cause != Cause.FORECAST;
    }
}
