package dev.tilab.cloud.compute;

/** A scaling activity: what the group did and why. It ends when the last of its instances is launched or gone. */
public final class Activity {

    /** Stands for the end of what has not ended. */
    public static final long UNDER_WAY = -1;

    private final long atMicros;
    private final int from;
    private final Change change;

    long endMicros = UNDER_WAY;

    /** Instances that it still waits for. */
    int open;

    Activity(long atMicros, int from, Change change) {
        this.atMicros = atMicros;
        this.from = from;
        this.change = change;
    }

    public long atMicros() {
        return atMicros;
    }

    /** When it ended; {@link #UNDER_WAY} as long as it has not. */
    public long endMicros() {
        return endMicros;
    }

    /** Desired capacity before. */
    public int from() {
        return from;
    }

    /** Desired capacity after. */
    public int to() {
        return change.to();
    }

    public Cause cause() {
        return change.cause();
    }

    /**
     * The first of three numbers that explain it. Alarms and targets: the metric ×10; scheduled: minute of the day in the
     * schedule's zone; forecast: requests a second expected; resize: the size before; replacements: the instance; zones: the
     * zone; warm pool: instances launched.
     */
    public long first() {
        return change.first();
    }

    /** The second: the threshold ×10; the size after; how many; the fuller zone. */
    public long second() {
        return change.second();
    }

    /** The third: datapoints that breached in a row. */
    public long third() {
        return change.third();
    }

    /** Instances that it still waits for. */
    public int open() {
        return open;
    }

    /** Whether a scaling policy, a schedule or a person asked for it: it then changes the desired capacity or the size. */
    public boolean isScaling() {
        return switch (change.cause()) {
            case MANUAL, SCHEDULED, ALARM_HIGH, ALARM_LOW, TARGET_HIGH, TARGET_LOW, FORECAST, RESIZE -> true;
            default -> false;
        };
    }

    /** Whether an alarm asked for it, so that simple scaling waits for its end and the cooldown after it. */
    public boolean isByAlarm() {
        return isScaling() && cause() != Cause.MANUAL && cause() != Cause.SCHEDULED && cause() != Cause.FORECAST;
    }
}
