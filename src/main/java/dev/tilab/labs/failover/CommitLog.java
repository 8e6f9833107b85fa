package dev.tilab.labs.failover;

import java.util.ArrayList;
import java.util.List;

/**
 * Commits of one lane: written by the primary, sent to copies, acknowledged. A write is acknowledged once it is on the
 * primary's disk and, where the topology promises it, one synchronous copy has confirmed it.
 */
final class CommitLog {

    /** One place in the log. */
    static final class Entry {
        final int lsn;

        /** The request; null for a DELETE that somebody ran by hand. */
        final Call call;

        final Machine writer;
        final int epoch;
        boolean written;
        int confirmedBy = -1;
        boolean acknowledged;

        /** It was left behind when the log went on elsewhere. */
        boolean gone;

        Entry(int lsn, Call call, Machine writer) {
            this.lsn = lsn;
            this.call = call;
            this.writer = writer;
            epoch = writer.epoch;
        }
    }

    /** Multi-AZ instances replicate blocks of storage, a little slower than the log of a cluster; assumed. */
    private static final double BLOCKS = 1.15;

    private static final double CLUSTER_COPY = 0.8;

    /** A cluster's machines have disks of their own on board (db.m6gd …); assumed. */
    private static final double CLUSTER_LOCAL = 0.7;

    private final Lane lane;
    private final List<Entry> entries = new ArrayList<>();
    private final List<Entry> pending = new ArrayList<>();

    /** The highest place that was acknowledged. */
    int lastAcknowledged;

    CommitLog(Lane lane) {
        this.lane = lane;
    }

    int last() {
        return entries.size();
    }

    Entry entry(int lsn) {
        return entries.get(lsn - 1);
    }

    /** Writes a commit on the primary and sends it to the copies. */
    Entry commit(Call call, Machine primary) {
        Entry entry = new Entry(entries.size() + 1, call, primary);
        entries.add(entry);
        pending.add(entry);
        lane.record.begun(entry);
        long now = lane.now();
        double local = call == null ? 2_000 : lane.work.diskMicros[0][call.row];
        long delay = (long) (lane.topology.isCluster() ? local * CLUSTER_LOCAL : local);
        lane.later(primary.writeAt(now + delay) - now, () -> written(entry));
        for (Machine copy : lane.machines) {
            if (!copy.role.isCopy()) {
                continue;
            }
            if (isAttached(copy, primary)) {
                send(entry, copy, now);
            } else if (lane.maySay(primary)) {
                copy.inSync = false;
            }
        }
        return entry;
    }

    private void send(Entry entry, Machine copy, long now) {
        long travel = lane.latencyMicros(entry.writer, copy);
        long delay;
        if (lane.topology.automatic) {
            int disk = lane.topology.isCluster() ? copy.index == 0 ? 1 : copy.index : 1;
            double factor = lane.topology.isCluster() ? CLUSTER_COPY : BLOCKS;
            delay = travel + (long) (entry.call == null ? 1_000 : factor * lane.work.diskMicros[disk][entry.call.row]);
        } else {
            delay = travel + (long) (entry.call == null
                    ? lane.scenario.micros("replicationLag")
                    : lane.work.lag[entry.call.row] * lane.scenario.micros("replicationLag"));
        }
        int epoch = copy.epoch;
        lane.later(copy.writeAt(now + delay) - now, () -> arrived(entry, copy, epoch, travel));
    }

    private void written(Entry entry) {
        if (entry.writer.epoch == entry.epoch) {
            entry.writer.held = entry.lsn;
            entry.written = true;
            lane.record.logged(entry, entry.writer, lane.now());
            if (entry.call == null) {
                lane.losses.deleted(entry.lsn);
            }
            acknowledgeIfReady(entry);
        }
    }

    private void arrived(Entry entry, Machine copy, int epoch, long travelMicros) {
        // What waits for its turn on an asynchronous primary is lost with it; what is sent at once is on its way.
        boolean sent = lane.topology.automatic || entry.writer.epoch == entry.epoch && entry.writer.isRunning();
        if (sent && copy.epoch == epoch && copy.held < entry.lsn && isAttached(copy, entry.writer)) {
            copy.held = entry.lsn;
            lane.record.logged(entry, copy, lane.now());
            if (lane.topology.automatic) {
                lane.later(travelMicros, () -> confirmed(entry, copy));
            }
        }
    }

    private void confirmed(Entry entry, Machine copy) {
        if (entry.confirmedBy < 0 && lane.zones.connects(copy.zone, entry.writer.zone)) {
            entry.confirmedBy = copy.index;
            acknowledgeIfReady(entry);
        }
    }

    private void acknowledgeIfReady(Entry entry) {
        if (entry.acknowledged || !entry.written || entry.writer.epoch != entry.epoch || !lane.maySay(entry.writer)) {
            return;
        }
        if (lane.topology.automatic && entry.confirmedBy < 0) {
            for (Machine copy : lane.machines) {
                if (copy.role.isCopy() && isAttached(copy, entry.writer)) {
                    return;
                }
            }
            outOfSync();
        }
        entry.acknowledged = true;
        pending.remove(entry);
        lastAcknowledged = Math.max(lastAcknowledged, entry.lsn);
        if (entry.call != null) {
            lane.acknowledged(entry);
        }
    }

    private void outOfSync() {
        for (Machine copy : lane.machines) {
            copy.inSync &= !copy.role.isCopy();
        }
    }

    boolean isAttached(Machine copy, Machine primary) {
        return copy.attached && copy.isRunning() && lane.zones.connects(primary.zone, copy.zone);
    }

    /** Looks again at what waits for confirmations: a copy may be gone, a link may be back. */
    void lookAgain() {
        for (Entry entry : List.copyOf(pending)) {
            acknowledgeIfReady(entry);
        }
    }

    /** Brings a copy up to all that the primary has. */
    void bringUpToDate(Machine copy, Machine primary) {
        for (int lsn = copy.held + 1; lsn <= primary.held; lsn++) {
            if (!entry(lsn).gone) {
                lane.record.logged(entry(lsn), copy, lane.now());
            }
        }
        copy.held = Math.max(copy.held, primary.held);
        copy.attached = true;
        copy.inSync = true;
        for (Entry entry : pending) {
            if (entry.lsn > copy.held) {
                send(entry, copy, lane.now());
            } else if (lane.topology.automatic && entry.confirmedBy < 0) {
                entry.confirmedBy = copy.index;
            }
        }
        lookAgain();
    }

    /** The log goes on after {@code lsn}: what is above it exists no longer, and its places are never used again. */
    void cutOff(int lsn, Machine primary) {
        pending.clear();
        for (int above = lsn + 1; above <= entries.size(); above++) {
            entry(above).gone = true;
        }
        for (Machine machine : lane.machines) {
            machine.held = Math.min(machine.held, lsn);
        }
        primary.held = entries.size();
    }
}
