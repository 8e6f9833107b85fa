package dev.tilab.cloud.database;

/** How long writing takes, drawn once for each call: then every lane of a run meets the same luck. */
public interface Disks {

    /**
     * How long the write of a call takes, in microseconds.
     *
     * @param row number of the call
     * @param disk 0 for the machine that takes writes, 1 and 2 for its copies
     */
    long micros(int row, int disk);

    /** How far an asynchronous copy is behind at this call, as a multiple of its mean. */
    double lag(int row);

    /** Disks that take the same time for every write, and copies that are as far behind as they are in the mean. */
    static Disks even(long micros) {
        return new Disks() {
            @Override
            public long micros(int row, int disk) {
                return micros;
            }

            @Override
            public double lag(int row) {
                return 1;
            }
        };
    }
}
