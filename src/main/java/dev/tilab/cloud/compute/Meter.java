package dev.tilab.cloud.compute;

/** What CloudWatch gathers between two datapoints: utilization of the instances that count, requests per target. */
public final class Meter {

    private double requests;
    private double busyMicros;
    private long measuredMicros;
    private long servingMicros;

    /**
     * A time in which nothing changed.
     *
     * @param arrived requests that came
     * @param utilization of each instance that serves
     * @param micros how long it was
     * @param serving instances that served
     * @param measured those of them that count
     */
    public void take(double arrived, double utilization, long micros, int serving, int measured) {
        requests += arrived;
        busyMicros += utilization * measured * micros;
        measuredMicros += measured * micros;
        servingMicros += serving * micros;
    }

    /**
     * Ends a period.
     *
     * @param periodMicros its length
     * @param knownMicros when CloudWatch will know it
     */
    Datapoint read(long periodMicros, long knownMicros) {
        Datapoint datapoint = new Datapoint(
                knownMicros,
                measuredMicros == 0 ? Double.NaN : 100 * busyMicros / measuredMicros,
                servingMicros == 0
                        ? Double.NaN
                        : requests / ((double) servingMicros / periodMicros) * 60e6 / periodMicros);
        requests = 0;
        busyMicros = 0;
        measuredMicros = 0;
        servingMicros = 0;
        return datapoint;
    }
}
