package dev.tilab.labs.failover;

import dev.tilab.labs.failover.Words.Note;

/** A transaction that somebody left open: what it did until its database failed takes as long again to be undone. */
final class LongTransaction {

    private final Lane lane;
    private long fromMicros;
    private long untilMicros;
    private long rollbackMicros;

    LongTransaction(Lane lane) {
        this.lane = lane;
    }

    /** It runs for this long from now on. */
    void begin(long micros) {
        fromMicros = lane.now();
        untilMicros = lane.now() + micros;
    }

    /** The machine that takes writes is gone, and the transaction with it. */
    void breakOff() {
        if (lane.now() < untilMicros) {
            rollbackMicros = lane.now() - fromMicros;
            untilMicros = 0;
        }
    }

    /** How long this machine has to undo what it did, once; 0 for nothing. */
    long rollBack(Machine on) {
        long micros = rollbackMicros;
        rollbackMicros = 0;
        if (micros > 0) {
            lane.record.note(Note.ROLLED_BACK, on.index, -1, micros);
        }
        return micros;
    }
}
