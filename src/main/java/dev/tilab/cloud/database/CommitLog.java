package dev.tilab.cloud.database;

import dev.tilab.cloud.Region;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Commits of one database: written by the primary, sent to copies, acknowledged. A write is acknowledged once it is on the
 * primary's disk and, where the topology promises it, one synchronous copy has confirmed it.
 */
final class CommitLog {

    /** One place in the log. */
    static final class Entry {
        final int lsn;

        /** The request; null for a DELETE that somebody ran by hand. */
        final @Nullable Call call;

        final Machine writer;
        final int epoch;
        boolean written;
        int confirmedBy = -1;
        boolean acknowledged;

        /** It was left behind when the log went on elsewhere. */
        boolean gone;

        Entry(int lsn, @Nullable Call call, Machine writer) {
            this.lsn = lsn;
            this.call = call;
            this.writer = writer;
            epoch = writer.epoch;
        }
    }

    /** Multi-AZ instances replicate blocks of storage, a little slower than the log of a cluster; assumed. */
    private static final double BLOCKS = 1.15;

    private static final double CLUSTER_COPY = 0.8;

    /** How long a DELETE by hand takes to be written, on the machine and at a copy; assumed. */
    private static final long DELETE_MICROS = 2_000;

    private static final long DELETE_COPY_MICROS = 1_000;

    /** A cluster's machines have disks of their own on board (db.m6gd …); assumed. */
    private static final double CLUSTER_LOCAL = 0.7;

    private final Region region;
    private final Machines machines;
    private final Topology topology;
    private final long lagMicros;
    private final Disks disks;
    private final List<Entry> entries = new ArrayList<>();
    private final List<Entry> pending = new ArrayList<>();

    /** The highest place that was acknowledged; not by a machine that another was promoted beside. */
    int lastAcknowledged;

    /** Called with the place of a DELETE that somebody ran by hand, once it is written. */
    IntConsumer onDelete = lsn -> {};

    CommitLog(Region region, Machines machines, Topology topology, long lagMicros, Disks disks) {
        this.region = region;
        this.machines = machines;
        this.disks = disks;
        this.topology = topology;
        this.lagMicros = lagMicros;
    }

    int last() {
        return entries.size();
    }

    /** Places above this one that this machine acknowledged. */
    int[] acknowledgedBy(Machine machine, int above) {
        return IntStream.rangeClosed(above + 1, entries.size())
                .filter(lsn -> entry(lsn).acknowledged && entry(lsn).writer == machine)
                .toArray();
    }

    Entry entry(int lsn) {
        return entries.get(lsn - 1);
    }

    /** Writes a commit on the primary and sends it to the copies. */
    Entry commit(@Nullable Call call, Machine primary) {
        Entry entry = new Entry(entries.size() + 1, call, primary);
        entries.add(entry);
        pending.add(entry);
        if (call != null) {
            call.listener.begun(call, entry.lsn);
        }
        long now = region.nowMicros();
        double local = call == null ? DELETE_MICROS : disks.micros(call.row, 0);
        long delay = (long) (topology.isCluster() ? local * CLUSTER_LOCAL : local);
        region.later(primary.writeAt(now + delay) - now, () -> written(entry));
        for (Machine copy : machines.all()) {
            if (!copy.role.isCopy()) {
                continue;
            }
            if (isAttached(copy, primary)) {
                send(entry, copy, now);
            } else if (machines.maySay(primary)) {
                copy.inSync = false;
            }
        }
        return entry;
    }

    private void send(Entry entry, Machine copy, long now) {
        long travel = machines.latencyMicros(entry.writer, copy);
        long delay;
        if (topology.automatic) {
            int disk = topology.isCluster() ? copy.index == 0 ? 1 : copy.index : 1;
            double factor = topology.isCluster() ? CLUSTER_COPY : BLOCKS;
            delay = travel
                    + (long) (entry.call == null ? DELETE_COPY_MICROS : factor * disks.micros(entry.call.row, disk));
        } else {
            delay = travel + (long) (entry.call == null ? lagMicros : disks.lag(entry.call.row) * lagMicros);
        }
        int epoch = copy.epoch;
        region.later(copy.writeAt(now + delay) - now, () -> arrived(entry, copy, epoch, travel));
    }

    private void written(Entry entry) {
        if (entry.writer.epoch == entry.epoch) {
            entry.writer.held = entry.lsn;
            entry.written = true;
            logged(entry, entry.writer);
            if (entry.call == null) {
                onDelete.accept(entry.lsn);
            }
            acknowledgeIfReady(entry);
        }
    }

    private void arrived(Entry entry, Machine copy, int epoch, long travelMicros) {
        // What waits for its turn on an asynchronous primary is lost with it; what is sent at once is on its way.
        boolean sent = topology.automatic || entry.writer.epoch == entry.epoch && entry.writer.isRunning();
        if (sent && copy.epoch == epoch && copy.held < entry.lsn && isAttached(copy, entry.writer)) {
            copy.held = entry.lsn;
            logged(entry, copy);
            if (topology.automatic) {
                region.later(travelMicros, () -> confirmed(entry, copy));
            }
        }
    }

    private void confirmed(Entry entry, Machine copy) {
        if (entry.confirmedBy < 0 && machines.areLinked(copy, entry.writer)) {
            entry.confirmedBy = copy.index;
            acknowledgeIfReady(entry);
        }
    }

    private void acknowledgeIfReady(Entry entry) {
        if (entry.acknowledged
                || !entry.written
                || entry.writer.epoch != entry.epoch
                || !machines.maySay(entry.writer)) {
            return;
        }
        if (topology.automatic && entry.confirmedBy < 0) {
            for (Machine copy : machines.all()) {
                if (copy.role.isCopy() && isAttached(copy, entry.writer)) {
                    return;
                }
            }
            outOfSync();
        }
        entry.acknowledged = true;
        pending.remove(entry);
        if (entry.writer.role != Role.OTHER_PRIMARY) {
            lastAcknowledged = Math.max(lastAcknowledged, entry.lsn);
        }
        if (entry.call != null) {
            entry.call.listener.acknowledged(entry.call, entry.confirmedBy);
            entry.call.client.answered(entry.call, entry.writer);
        }
    }

    private void logged(Entry entry, Machine where) {
        if (entry.call != null) {
            entry.call.listener.logged(entry.call, where);
        }
    }

    private void outOfSync() {
        for (Machine copy : machines.all()) {
            copy.inSync &= !copy.role.isCopy();
        }
    }

    boolean isAttached(Machine copy, Machine primary) {
        return copy.attached && copy.isRunning() && machines.areLinked(primary, copy);
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
                logged(entry(lsn), copy);
            }
        }
        copy.held = Math.max(copy.held, primary.held);
        copy.attached = true;
        copy.inSync = true;
        for (Entry entry : pending) {
            if (entry.lsn > copy.held) {
                send(entry, copy, region.nowMicros());
            } else if (topology.automatic && entry.confirmedBy < 0) {
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
        for (Machine machine : machines.all()) {
            machine.held = Math.min(machine.held, lsn);
        }
        primary.held = entries.size();
    }
}
