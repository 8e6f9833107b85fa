package dev.tilab.cloud.compute;

import dev.tilab.cloud.Region;

/**
 * What the instances of a group cost. EC2 bills Linux instances by the second from running to stopped or terminated, at least
 * 60 s each time ("Amazon EC2 On-Demand Pricing"); a stopped instance costs its volume. All sums are whole microseconds, so
 * that they are exact whatever the order.
 */
public final class Billing {

    private static final long MINIMUM_MICROS = 60_000_000;

    private static final long HOUR_MICROS = 3_600_000_000L;

    private final Region region;
    private final long priceMicroUsd;
    private final long volumeMicroUsd;

    private long untilMicros;
    private int running;
    private int units;
    private int stopped;
    private long runningMicros;
    private long unitMicros;
    private long stoppedMicros;

    /**
     * @param priceMicroUsd an hour of an instance of the group's type, in millionths of a dollar
     * @param volumeMicroUsd an hour of the volume of a stopped instance
     */
    public Billing(Region region, long priceMicroUsd, long volumeMicroUsd) {
        this.region = region;
        this.priceMicroUsd = priceMicroUsd;
        this.volumeMicroUsd = volumeMicroUsd;
    }

    /** Counts everything up to an instant. Changes do so themselves; who reads a sum says up to when. */
    public void advanceTo(long micros) {
        long since = micros - untilMicros;
        untilMicros = micros;
        runningMicros += running * since;
        unitMicros += units * since;
        stoppedMicros += stopped * since;
    }

    void starts(Instance instance) {
        advanceTo(region.nowMicros());
        instance.runningMicros = region.nowMicros();
        running++;
        units += 1 << instance.size;
    }

    /** It runs no longer; does nothing if it did not. */
    void ends(Instance instance) {
        if (instance.runningMicros == Instance.NOT_YET) {
            return;
        }
        advanceTo(region.nowMicros());
        long unpaid = Math.max(0, MINIMUM_MICROS - (region.nowMicros() - instance.runningMicros));
        runningMicros += unpaid;
        unitMicros += unpaid << instance.size;
        running--;
        units -= 1 << instance.size;
        instance.runningMicros = Instance.NOT_YET;
    }

    void stops() {
        advanceTo(region.nowMicros());
        stopped++;
    }

    void isStoppedNoMore() {
        advanceTo(region.nowMicros());
        stopped--;
    }

    /** Hours billed so far. */
    public double hours() {
        return (double) runningMicros / HOUR_MICROS;
    }

    /** The same, an instance of double size counted twice. */
    public double unitHours() {
        return (double) unitMicros / HOUR_MICROS;
    }

    /** What has been spent so far, in millionths of a dollar. */
    public long costMicroUsd() {
        return cost(unitMicros, priceMicroUsd) + cost(stoppedMicros, volumeMicroUsd);
    }

    private static long cost(long micros, long priceAnHour) {
        return micros / HOUR_MICROS * priceAnHour + micros % HOUR_MICROS * priceAnHour / HOUR_MICROS;
    }
}
