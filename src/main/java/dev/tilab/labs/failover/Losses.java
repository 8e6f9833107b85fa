package dev.tilab.labs.failover;

import dev.tilab.labs.failover.Words.Loss;
import java.util.ArrayList;
import java.util.List;

/** Which acknowledged writes exist nowhere, from when, and until when: counted one by one by their places in the log. */
final class Losses {

    /** Places {@code first … last} are gone from {@code atMicros} on; {@code untilMicros} −1 while they are. */
    static final class Range {
        final long atMicros;
        final Loss cause;
        final int first;
        final int last;
        long untilMicros = -1;

        Range(long atMicros, Loss cause, int first, int last) {
            this.atMicros = atMicros;
            this.cause = cause;
            this.first = first;
            this.last = last;
        }

        boolean isOpen() {
            return untilMicros < 0;
        }
    }

    private final Lane lane;
    final List<Range> ranges = new ArrayList<>();
    private Range noCopy;
    private Range deleted;

    /** The highest place that the last backup holds. */
    int backedUp;

    /** The place of the wrong DELETE; 0 without one. */
    private int deletedAt;

    Losses(Lane lane) {
        this.lane = lane;
    }

    /** Looks where the acknowledged writes are, after machines came or went. */
    void look() {
        int best = backedUp;
        for (Machine machine : lane.machines) {
            if (machine.hasData && !lane.zones.isDark(machine.zone)) {
                best = Math.max(best, machine.held);
            }
        }
        int last = lane.log.lastAcknowledged;
        if (noCopy != null && (best >= last || noCopy.first != best + 1)) {
            noCopy.untilMicros = lane.now();
            noCopy = null;
        }
        if (noCopy == null && best < last) {
            noCopy = open(Loss.NO_COPY, best + 1, last);
        }
    }

    private Range open(Loss cause, int first, int last) {
        Range range = new Range(lane.now(), cause, first, last);
        ranges.add(range);
        return range;
    }

    /** A DELETE of all rows stands at this place of the log. */
    void deleted(int lsn) {
        if (deleted == null && lsn > 1) {
            deletedAt = lsn;
            deleted = open(Loss.DELETED, 1, lsn - 1);
        }
    }

    /** Everything above {@code lsn} is gone for good. */
    void cutOff(int lsn, Loss cause) {
        if (lsn < lane.log.lastAcknowledged) {
            open(cause, lsn + 1, lane.log.lastAcknowledged);
        }
        if (noCopy != null) {
            noCopy.untilMicros = lane.now();
            noCopy = null;
        }
        if (deletedAt > lsn && deleted != null) {
            deleted.untilMicros = lane.now();
            deleted = null;
            deletedAt = 0;
        }
    }

    /**
     * The deleted rows are copied back.
     *
     * @return the last place that is there again; 0 if nothing was deleted
     */
    int undelete() {
        if (deleted == null) {
            return 0;
        }
        int last = deleted.last;
        deleted.untilMicros = lane.now();
        deleted = null;
        deletedAt = 0;
        return last;
    }

    /** Why the write at this place is gone at the end of the run; {@link Loss#KEPT} if it is not. */
    Loss causeAt(int lsn) {
        return ranges.stream()
                .filter(range -> range.isOpen() && range.first <= lsn && lsn <= range.last)
                .map(range -> range.cause)
                .findFirst()
                .orElse(Loss.KEPT);
    }
}
