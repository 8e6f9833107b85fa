package dev.tilab.labs.autoscaling;

/**
 * What the instances of a lane cost. EC2 bills Linux instances by the second from running to stopped or terminated, at least
 * 60 s each time ("Amazon EC2 On-Demand Pricing"); a stopped instance costs its volume. All sums are whole microseconds, so
 * that they are exact whatever the order.
 */
final class Billing {

    static final long MINIMUM_MICROS = 60_000_000;

    private static final long HOUR_MICROS = 3_600_000_000L;

    private final long priceMicroUsd;
    private final long volumeMicroUsd;

    private int running;
    private int units;
    private int stopped;
    private long runningMicros;
    private long unitMicros;
    private long stoppedMicros;

    /**
     * @param priceMicroUsd an hour of an instance of the scenario's type, in millionths of a dollar
     * @param volumeMicroUsd an hour of the volume of a stopped instance
     */
    Billing(long priceMicroUsd, long volumeMicroUsd) {
        this.priceMicroUsd = priceMicroUsd;
        this.volumeMicroUsd = volumeMicroUsd;
    }

    void advance(long micros) {
        runningMicros += running * micros;
        unitMicros += units * micros;
        stoppedMicros += stopped * micros;
    }

    void starts(Instance instance, long nowMicros) {
        instance.runningMicros = nowMicros;
        running++;
        units += 1 << instance.size;
    }

    /** It runs no longer; does nothing if it did not. */
    void ends(Instance instance, long nowMicros) {
        if (instance.runningMicros == Instance.NOT_YET) {
            return;
        }
        long unpaid = Math.max(0, MINIMUM_MICROS - (nowMicros - instance.runningMicros));
        runningMicros += unpaid;
        unitMicros += unpaid << instance.size;
        running--;
        units -= 1 << instance.size;
        instance.runningMicros = Instance.NOT_YET;
    }

    void stops() {
        stopped++;
    }

    void isStoppedNoMore() {
        stopped--;
    }

    /** Hours billed so far. */
    double hours() {
        return (double) runningMicros / HOUR_MICROS;
    }

    /** The same, an instance of double size counted twice. */
    double unitHours() {
        return (double) unitMicros / HOUR_MICROS;
    }

    /** What has been spent so far, in millionths of a dollar. */
    long costMicroUsd() {
        return cost(unitMicros, priceMicroUsd) + cost(stoppedMicros, volumeMicroUsd);
    }

    private static long cost(long micros, long priceAnHour) {
        return micros / HOUR_MICROS * priceAnHour + micros % HOUR_MICROS * priceAnHour / HOUR_MICROS;
    }
}
