package dev.tilab.cloud.database;

import dev.tilab.cloud.Region;
import dev.tilab.cloud.Zones;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which acknowledged writes are lost or out of reach, from when, and until when: counted one by one by their places in the log. */
public final class Losses {

    /** Places {@code first … last} are gone from {@code atMicros} on; {@code untilMicros} −1 while they are. */
    public static final class Range {
        public final long atMicros;
        public final Loss cause;
        public final int first;
        public final int last;
        private long untilMicros = -1;

        Range(long atMicros, Loss cause, int first, int last) {
            this.atMicros = atMicros;
            this.cause = cause;
            this.first = first;
            this.last = last;
        }

        /** When they were there again; −1 while they are not. */
        public long untilMicros() {
            return untilMicros;
        }

        boolean isOpen() {
            return untilMicros < 0;
        }
    }

    private final Region region;
    private final Zones zones;
    private final Machines machines;
    private final CommitLog log;
    private final List<Range> ranges = new ArrayList<>();
    private final Missing outOfReach = new Missing(Loss.OUT_OF_REACH);
    private final Missing noCopy = new Missing(Loss.NO_COPY);

    /** What each wrong DELETE took, the place of the DELETE just behind it. */
    private final List<Range> deleted = new ArrayList<>();

    /** The highest place that the last backup holds. */
    int backedUp;

    Losses(Region region, Machines machines, CommitLog log) {
        this.region = region;
        zones = region.zones();
        this.machines = machines;
        this.log = log;
        log.onDelete = this::deleted;
    }

    /** All losses in the order in which they happened. */
    public List<Range> ranges() {
        return Collections.unmodifiableList(ranges);
    }

    /** Looks where the acknowledged writes are, after machines came or went. */
    void look() {
        int within = backedUp;
        int anywhere = backedUp;
        for (Machine machine : machines.all()) {
            if (machine.hasData) {
                anywhere = Math.max(anywhere, machine.held);
                within = zones.isDark(machine.zone) ? within : Math.max(within, machine.held);
            }
        }
        outOfReach.are(within + 1, Math.min(anywhere, log.lastAcknowledged));
        noCopy.are(anywhere + 1, log.lastAcknowledged);
    }

    /** What is missing for one reason at present. */
    private final class Missing {

        private final Loss cause;
        private @Nullable Range range;

        Missing(Loss cause) {
            this.cause = cause;
        }

        /** These places are missing from now on; none if the last one comes before the first. */
        void are(int first, int last) {
            if (range != null && (last < first || range.first != first)) {
                end();
            }
            if (range == null && first <= last) {
                range = open(cause, first, last);
            }
        }

        void end() {
            if (range != null) {
                range.untilMicros = region.nowMicros();
                range = null;
            }
        }
    }

    private Range open(Loss cause, int first, int last) {
        Range range = new Range(region.nowMicros(), cause, first, last);
        ranges.add(range);
        return range;
    }

    /** A DELETE of all rows stands at this place of the log: it takes what was written since the one before. */
    private void deleted(int lsn) {
        int first = deleted.isEmpty() ? 1 : deleted.get(deleted.size() - 1).last + 2;
        if (first < lsn) {
            deleted.add(open(Loss.DELETED, first, lsn - 1));
        }
    }

    /** These places, in their order, are gone for good. */
    void lose(int[] lsns, Loss cause) {
        int first = 0;
        for (int at = 1; at <= lsns.length; at++) {
            if (at == lsns.length || lsns[at] != lsns[at - 1] + 1) {
                open(cause, lsns[first], lsns[at - 1]);
                first = at;
            }
        }
    }

    /** Everything above {@code lsn} is gone for good. */
    void cutOff(int lsn, Loss cause) {
        if (lsn < log.lastAcknowledged) {
            open(cause, lsn + 1, log.lastAcknowledged);
        }
        goOnAfter(lsn);
    }

    /** The log goes on after {@code lsn}, whatever else there may be elsewhere. */
    void goOnAfter(int lsn) {
        outOfReach.end();
        noCopy.end();
        for (Range range : List.copyOf(deleted)) {
            if (range.last >= lsn) {
                range.untilMicros = region.nowMicros();
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
            range.untilMicros = region.nowMicros();
        }
        deleted.clear();
        return last;
    }

    /**
     * When the write at this place was there again after this loss of it: a loss can end because another one of the same
     * write takes its place. −1 if it is still gone at the end of the run.
     */
    public long backMicros(Range loss, int lsn) {
        long back = loss.untilMicros;
        for (Range next = loss; next != null && back >= 0; ) {
            next = goneAt(back, lsn);
            back = next == null ? back : next.untilMicros;
        }
        return back;
    }

    private @Nullable Range goneAt(long micros, int lsn) {
        for (Range range : ranges) {
            boolean then = range.atMicros <= micros && (range.isOpen() || range.untilMicros > micros);
            if (then && range.first <= lsn && lsn <= range.last) {
                return range;
            }
        }
        return null;
    }

    /** Why the write at this place is gone at the end of the run; {@link Loss#KEPT} if it is not. */
    public Loss causeAt(int lsn) {
        return ranges.stream()
                .filter(range -> range.isOpen() && range.first <= lsn && lsn <= range.last)
                .map(range -> range.cause)
                .findFirst()
                .orElse(Loss.KEPT);
    }
}
