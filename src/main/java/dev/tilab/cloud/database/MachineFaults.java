package dev.tilab.cloud.database;

import dev.tilab.cloud.Region;
import dev.tilab.cloud.Zones;
import java.util.function.Consumer;

/** What a person does to the machines of a database, and what becomes of them when their zone fails. */
final class MachineFaults implements Zones.Listener {

    private final Region region;
    private final Machines machines;
    private final Topology topology;
    private final Failover failover;
    private final Steps steps;
    private final Notes notes;

    /** Whether the zone that has just failed took the machine that takes writes, or is about to. */
    private boolean tookNeeded;

    MachineFaults(Region region, Machines machines, Topology topology, Failover failover, Steps steps, Notes notes) {
        this.region = region;
        this.machines = machines;
        this.topology = topology;
        this.failover = failover;
        this.steps = steps;
        this.notes = notes;
        region.zones().tell(this);
        region.faults().on(Cluster.CRASH, what -> strike(what.index(), this::crash));
        region.faults().on(Cluster.FAIL_HOST, what -> strike(what.index(), this::failHost));
        region.faults().on(Cluster.FAIL_STORAGE, what -> strike(what.index(), this::failStorage));
        region.faults().on(Cluster.REPAIR, what -> repair(what.index()));
        region.faults().on(Cluster.REBOOT, what -> reboot());
        region.faults().on(Cluster.REBOOT_WITH_FAILOVER, what -> rebootWithFailover());
    }

    private void strike(int index, Consumer<Machine> fault) {
        if (isThere(index) && machines.all().get(index).isRunning()) {
            fault.accept(machines.all().get(index));
        } else {
            notes.of(Note.NOTHING_THERE, index + 1);
        }
    }

    private void repair(int index) {
        if (isThere(index) && !machines.all().get(index).hostUp) {
            Machine machine = machines.all().get(index);
            notes.of(machine, Note.REPAIRED);
            machine.hostUp = true;
            failover.reconsider();
        } else {
            notes.of(Note.NOTHING_THERE, index + 1);
        }
    }

    private boolean isThere(int index) {
        return index < machines.all().size()
                && !region.zones().isDark(machines.all().get(index).zone);
    }

    private void down(Machine machine) {
        machine.stop();
        machine.attached = false;
        machines.become(machine, Role.DOWN);
    }

    private void crash(Machine machine) {
        boolean needed = failover.isNeeded(machine);
        notes.of(machine, Note.CRASHED);
        down(machine);
        if (needed) {
            failover.trouble(Failover.REFUSAL);
        }
        if (machine != machines.writer()) {
            long micros = steps.draw(Step.RESTART);
            machines.become(machine, Role.RESTARTING, micros);
            region.later(micros, () -> {
                if (machine.role == Role.RESTARTING && machine != machines.writer()) {
                    machines.become(machine, Role.DOWN);
                    failover.reconsider();
                }
            });
        }
        machines.closeConnections(machine);
    }

    private void failHost(Machine machine) {
        boolean needed = failover.isNeeded(machine);
        notes.of(machine, Note.HOST_FAILED);
        down(machine);
        machine.hostUp = false;
        if (needed) {
            failover.trouble(1);
        }
        machines.reachChanged();
        replaceLater(machine);
    }

    private void failStorage(Machine machine) {
        boolean needed = failover.isNeeded(machine);
        notes.of(machine, Note.STORAGE_FAILED);
        down(machine);
        machine.hasData = false;
        machine.held = 0;
        if (needed) {
            failover.trouble(Failover.REFUSAL);
        }
        machines.closeConnections(machine);
        machine.hostUp = false;
        machines.reachChanged();
        replaceLater(machine);
    }

    /** The service puts a new host, or a new volume, in its place by itself. */
    private void replaceLater(Machine machine) {
        region.later(steps.draw(Step.HOST_REPLACEMENT), () -> {
            if (!machine.hostUp) {
                machine.hostUp = true;
                notes.of(machine, Note.REPLACED);
                failover.reconsider();
            }
        });
    }

    @Override
    public void failed(int zone) {
        for (Machine machine : machines.all()) {
            if (machine.zone == zone) {
                tookNeeded |= failover.isNeeded(machine);
                down(machine);
            }
        }
    }

    @Override
    public void cut(int zone) {
        for (Machine machine : machines.all()) {
            if (machine.zone == zone && failover.isNeeded(machine)) {
                if (topology.automatic) {
                    notes.of(machine, Note.CANNOT_ACKNOWLEDGE);
                }
                failover.trouble(1);
            }
        }
    }

    @Override
    public void linksChanged() {
        if (tookNeeded) {
            tookNeeded = false;
            failover.trouble(1);
        }
        machines.reachChanged();
    }

    @Override
    public void recover(int zone) {
        failover.reconsider();
    }

    private void reboot() {
        Machine writer = machines.writer();
        if (!machines.accepts(writer)) {
            notes.of(Note.NOTHING_THERE, writer.index + 1);
            return;
        }
        notes.of(writer, Note.REBOOTED);
        writer.stop();
        failover.reboot();
        machines.closeConnections(writer);
    }

    private void rebootWithFailover() {
        Machine writer = machines.writer();
        if (!machines.accepts(writer) || !failover.canFailOver()) {
            notes.of(writer, Note.REFUSED_NO_STANDBY);
            return;
        }
        notes.of(writer, Note.FAILOVER_ASKED);
        writer.stop();
        failover.failOver();
        machines.closeConnections(writer);
    }
}
