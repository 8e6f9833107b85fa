package dev.tilab.cloud.database;

import dev.tilab.cloud.Region;

/** A transaction that somebody left open: what it did until its database failed takes as long again to be undone. */
final class LongTransaction {

    private final Region region;
    private final Notes notes;
    private long fromMicros;
    private long untilMicros;
    private long rollbackMicros;

    LongTransaction(Region region, Machines machines, Notes notes) {
        this.region = region;
        this.notes = notes;
        region.faults().on(Cluster.LONG_TRANSACTION, what -> {
            long micros = (long) (what.value() * 1e6);
            begin(micros);
            notes.of(machines.writer(), Note.LONG_TRANSACTION, micros);
        });
    }

    /** It runs for this long from now on. */
    private void begin(long micros) {
        fromMicros = region.nowMicros();
        untilMicros = region.nowMicros() + micros;
    }

    /** The machine that takes writes is gone, and the transaction with it. */
    void breakOff() {
        if (region.nowMicros() < untilMicros) {
            rollbackMicros = region.nowMicros() - fromMicros;
            untilMicros = 0;
        }
    }

    /** How long this machine has to undo what it did, once; 0 for nothing. */
    long rollBack(Machine on) {
        long micros = rollbackMicros;
        rollbackMicros = 0;
        if (micros > 0) {
            notes.of(on, Note.ROLLED_BACK, micros);
        }
        return micros;
    }
}
