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

    /** What each wrong DELETE took, the place of the DELETE just behind it. */
    private final List<Range> deleted = new ArrayList<>();

    /** The highest place that the last backup holds. */
    int backedUp;

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

    /** A DELETE of all rows stands at this place of the log: it takes what was written since the one before. */
    void deleted(int lsn) {
        int first = deleted.isEmpty() ? 1 : deleted.get(deleted.size() - 1).last + 2;
        if (first < lsn) {
            deleted.add(open(Loss.DELETED, first, lsn - 1));
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
        for (Range range : List.copyOf(deleted)) {
            if (range.last >= lsn) {
                range.untilMicros = lane.now();
                deleted.remove(range);
            }
        }
    }

    /**
     * The deleted rows are copied back.
     *
     * @return the last place that is there again; 0 if nothing was deleted
     */
    int undelete() {
        int last = 0;
        for (Range range : deleted) {
            last = range.last;
            range.untilMicros = lane.now();
        }
        deleted.clear();
        return last;
    }

    /**
     * When the write at this place was there again after this loss of it: a loss can end because another one of the same
     * write takes its place. −1 if it is still gone at the end of the run.
     */
    long backMicros(Range loss, int lsn) {
        long back = loss.untilMicros;
        for (Range next = loss; next != null && back >= 0; ) {
            next = goneAt(back, lsn);
            back = next == null ? back : next.untilMicros;
        }
        return back;
    }

    private Range goneAt(long micros, int lsn) {
        for (Range range : ranges) {
            boolean then = range.atMicros <= micros && (range.isOpen() || range.untilMicros > micros);
            if (then && range.first <= lsn && lsn <= range.last) {
                return range;
            }
        }
        return null;
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
