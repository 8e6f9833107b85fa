package dev.tilab.cloud.database;

import dev.tilab.cloud.Fault;
import dev.tilab.cloud.Region;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A database: machines that write and copy a log behind one name, and what becomes of them when something fails. Clients ask it
 * for a machine and have their calls served there.
 */
public final class Cluster {

    /** A machine's process ends. */
    public static final Fault CRASH = Fault.of("crash", "instance");

    /** A machine's host is gone, its storage is not. */
    public static final Fault FAIL_HOST = Fault.of("fail-host", "instance");

    /** A machine loses what it has written. */
    public static final Fault FAIL_STORAGE = Fault.of("fail-storage", "instance");

    /** A machine's host is there again. */
    public static final Fault REPAIR = Fault.of("repair", "instance");

    /** The machine that takes writes is restarted. */
    public static final Fault REBOOT = Fault.of("reboot", "database");

    /** A copy takes over from the machine that takes writes. */
    public static final Fault REBOOT_WITH_FAILOVER = Fault.of("reboot-with-failover", "database");

    /** Somebody deletes what he should not. */
    public static final Fault DELETE_WRONG = Fault.of("delete-wrong", "database");

    /** A new database is filled from backup and log. */
    public static final Fault RESTORE = Fault.of("restore", "database");

    /** Somebody leaves a transaction open for so many seconds. */
    public static final Fault LONG_TRANSACTION = Fault.of("long-transaction", "database", 1, 600, 30);

    /** A read that is answered from memory; assumed. */
    private static final long READ_MICROS = 800;

    private final Region region;
    private final Topology topology;
    private final Machines machines;
    private final Name name;
    private final CommitLog log;
    private final Losses losses;
    private final Notes notes;
    private final Incidents incidents;
    private final Failover failover;
    private long readsByCopies;

    /**
     * Starts it: all its machines run, the first one takes writes, nothing is in the log.
     *
     * @param topology who copies what, and who decides
     * @param disks how long its writes take
     */
    public Cluster(Region region, Topology topology, ClusterSettings settings, Disks disks) {
        this.region = region;
        this.topology = topology;
        notes = new Notes(region);
        incidents = new Incidents(region, notes);
        machines = new Machines(region, topology, settings);
        name = new Name(region, machines.writer());
        log = new CommitLog(region, machines, topology, settings.lagMicros(), disks);
        losses = new Losses(region, machines, log);
        Steps steps = new Steps(region, settings.stepMicros());
        LongTransaction transaction = new LongTransaction(region, machines, notes);
        failover = new Failover(
                region, machines, topology, settings, log, losses, name, steps, notes, incidents, transaction);
        new MachineFaults(region, machines, topology, failover, steps, notes);
        Restores restores = new Restores(region, machines, log, losses, failover, steps, notes, incidents);
        region.later(settings.backupMicros(), restores::backUp);
        region.faults().afterwards(() -> {
            log.lookAgain();
            losses.look();
        });
    }

    /** Who copies what, and who decides. */
    public Topology topology() {
        return topology;
    }

    /** Its machines, in the order of their numbers. */
    public List<Machine> machines() {
        return machines.all();
    }

    /** The machine that takes writes, or did so last. */
    public Machine writer() {
        return machines.writer();
    }

    /** Which acknowledged writes are gone. */
    public Losses losses() {
        return losses;
    }

    /** What is going on for its clients. */
    public Incidents incidents() {
        return incidents;
    }

    /** How many reads were answered by copies. */
    public long readsByCopies() {
        return readsByCopies;
    }

    CommitLog log() {
        return log;
    }

    Name name() {
        return name;
    }

    Notes notes() {
        return notes;
    }

    boolean accepts(Machine machine) {
        return machines.accepts(machine);
    }

    boolean maySay(Machine machine) {
        return machines.maySay(machine);
    }

    boolean reaches(int zone, Machine machine) {
        return machines.reaches(zone, machine);
    }

    void connect(Machines.Connected somebody) {
        machines.tell(somebody);
    }

    void tell(Failover.Listener somebody) {
        failover.tell(somebody);
    }

    void hold(Name.Holder holder) {
        name.tell(holder);
    }

    /** A copy that answers reads from this zone, in turn; null without any. */
    @Nullable
    Machine readable(int row, int zone) {
        if (!topology.copiesServeReads()) {
            return null;
        }
        List<Machine> copies = machines.all().stream()
                .filter(each -> each.role.isCopy() && each.isRunning() && machines.reaches(zone, each))
                .toList();
        return copies.isEmpty() ? null : copies.get(row % copies.size());
    }

    /** The machine works on the call; its client is told when it is done. */
    void serve(Call call, Machine machine) {
        call.listener.served(call, machine);
        if (!call.isRead) {
            log.commit(call, machine);
            return;
        }
        readsByCopies += machine.role.isCopy() ? 1 : 0;
        int epoch = machine.epoch;
        region.later(READ_MICROS, () -> {
            if (machine.epoch == epoch) {
                call.client.answered(call, machine);
            }
        });
    }
}
