package dev.tilab.labs.failover;

import dev.tilab.labs.failover.Words.Note;
import dev.tilab.labs.failover.Words.Role;
import dev.tilab.simulation.lab.Intervention;

/** What a person does to the running system. */
final class Faults {

    private final Lane lane;
    private final Restores restores;

    Faults(Lane lane) {
        this.lane = lane;
        restores = new Restores(lane, this);
    }

    void happen(Intervention intervention) {
        int index = intervention.index();
        switch (intervention.action()) {
            case "fail-zone" -> failZone(index);
            case "cut-zone" -> cutZone(index);
            case "repair-zone" -> repairZone(index);
            case "reboot" -> reboot();
            case "reboot-with-failover" -> rebootWithFailover();
            case "delete-wrong" -> restores.delete();
            case "restore" -> restores.restore();
            case "long-transaction" -> {
                long micros = (long) (intervention.value() * 1e6);
                lane.failover.transaction.begin(micros);
                lane.record.note(Note.LONG_TRANSACTION, lane.writer().index, -1, micros);
            }
            case "keep-address" -> {
                lane.clients[index].keepAddress();
                lane.record.note(Note.ADDRESS_KEPT, -1, index, 0);
            }
            default -> onMachine(intervention.action(), index);
        }
        lane.log.lookAgain();
        lane.losses.look();
    }

    private void onMachine(String action, int index) {
        Machine machine = index < lane.machines.length ? lane.machines[index] : null;
        boolean there = machine != null && !lane.zones.isDark(machine.zone);
        if (there && action.equals("repair") && !machine.hostUp) {
            lane.record.note(Note.REPAIRED, machine);
            machine.hostUp = true;
            lane.failover.reconsider();
        } else if (there && !action.equals("repair") && machine.isRunning()) {
            boolean needed = lane.failover.isNeeded(machine);
            switch (action) {
                case "crash" -> crash(machine, needed);
                case "fail-host" -> failHost(machine, needed);
                default -> failStorage(machine, needed);
            }
        } else {
            lane.record.note(Note.NOTHING_THERE, -1, -1, index + 1);
        }
    }

    private void down(Machine machine, Note note) {
        lane.record.note(note, machine);
        machine.stop();
        machine.attached = false;
        machine.role = Role.DOWN;
        lane.record.role(machine, -1);
    }

    private void crash(Machine machine, boolean needed) {
        down(machine, Note.CRASHED);
        if (needed) {
            lane.failover.trouble(Failover.REFUSAL);
        }
        if (machine != lane.writer()) {
            machine.role = Role.RESTARTING;
            long micros = lane.steps.draw("restart");
            lane.record.role(machine, micros);
            lane.later(micros, () -> {
                if (machine.role == Role.RESTARTING && machine != lane.writer()) {
                    machine.role = Role.DOWN;
                    lane.record.role(machine, -1);
                    lane.failover.reconsider();
                }
            });
        }
        resetConnections(machine);
    }

    private void failHost(Machine machine, boolean needed) {
        down(machine, Note.HOST_FAILED);
        machine.hostUp = false;
        if (needed) {
            lane.failover.trouble(1);
        }
        lookAtLinks();
        replaceLater(machine);
    }

    private void failStorage(Machine machine, boolean needed) {
        down(machine, Note.STORAGE_FAILED);
        machine.hasData = false;
        machine.held = 0;
        if (needed) {
            lane.failover.trouble(Failover.REFUSAL);
        }
        resetConnections(machine);
        machine.hostUp = false;
        lookAtLinks();
        replaceLater(machine);
    }

    /** The service puts a new host, or a new volume, in its place by itself. */
    private void replaceLater(Machine machine) {
        lane.later(lane.steps.draw("hostReplacement"), () -> {
            if (!machine.hostUp) {
                machine.hostUp = true;
                lane.record.note(Note.REPLACED, machine);
                lane.failover.reconsider();
            }
        });
    }

    private void failZone(int zone) {
        if (lane.zones.isDark(zone)) {
            return;
        }
        lane.zones.fail(zone);
        lane.record.note(Note.ZONE_DARK, -1, -1, zone);
        boolean needed = false;
        for (Machine machine : lane.machines) {
            if (machine.zone == zone) {
                needed |= lane.failover.isNeeded(machine);
                machine.stop();
                machine.attached = false;
                machine.role = Role.DOWN;
                lane.record.role(machine, -1);
            }
        }
        for (Client client : lane.clients) {
            if (client.zone == zone) {
                client.stop();
            }
        }
        if (needed) {
            lane.failover.trouble(1);
        }
        lookAtLinks();
    }

    private void cutZone(int zone) {
        if (lane.zones.isDark(zone) || lane.zones.isCut(zone)) {
            return;
        }
        lane.zones.cut(zone);
        lane.record.note(Note.ZONE_CUT, -1, -1, zone);
        for (Machine machine : lane.machines) {
            if (machine.zone == zone && lane.failover.isNeeded(machine)) {
                if (lane.topology.automatic) {
                    lane.record.note(Note.CANNOT_ACKNOWLEDGE, machine);
                }
                lane.failover.trouble(1);
            }
        }
        lookAtLinks();
    }

    private void repairZone(int zone) {
        if (lane.zones.connects(Zones.OUTSIDE, zone)) {
            return;
        }
        lane.zones.repair(zone);
        lane.record.note(Note.ZONE_REPAIRED, -1, -1, zone);
        lookAtLinks();
        if (lane.proxy != null) {
            lane.proxy.look();
        }
        lane.failover.reconsider();
    }

    /** Links between zones changed: copies fall behind, requests under way will not be answered. */
    private void lookAtLinks() {
        for (Machine machine : lane.machines) {
            if (machine.role.isCopy() && !lane.zones.connects(lane.writer().zone, machine.zone)) {
                machine.attached = false;
            }
        }
        if (lane.proxy != null) {
            lane.proxy.silence();
        }
        for (Client client : lane.clients) {
            client.look();
        }
    }

    void resetConnections(Machine machine) {
        if (lane.proxy != null && machine == lane.writer()) {
            lane.proxy.reset();
        }
        for (Client client : lane.clients) {
            if (lane.reaches(client.zone, machine)) {
                client.reset(machine);
            }
        }
    }

    private void reboot() {
        Machine writer = lane.writer();
        if (!lane.accepts(writer)) {
            lane.record.note(Note.NOTHING_THERE, -1, -1, writer.index + 1);
            return;
        }
        lane.record.note(Note.REBOOTED, writer);
        writer.stop();
        lane.failover.reboot();
        resetConnections(writer);
    }

    private void rebootWithFailover() {
        Machine writer = lane.writer();
        if (!lane.accepts(writer) || !lane.failover.canFailOver()) {
            lane.record.note(Note.REFUSED_NO_STANDBY, writer);
            return;
        }
        lane.record.note(Note.FAILOVER_ASKED, writer);
        writer.stop();
        lane.failover.failOver();
        resetConnections(writer);
    }
}
