package dev.tilab.labs.failover;

import dev.tilab.labs.failover.Words.Note;
import dev.tilab.labs.failover.Words.Role;

/** Machines that were away and are copies again: at once where they have everything, else after catching up. */
final class Comebacks {

    private final Lane lane;

    Comebacks(Lane lane) {
        this.lane = lane;
    }

    /** A copy that was down while nobody takes writes is as good as before, if it has all that was acknowledged. */
    void revive() {
        for (Machine each : lane.machines) {
            boolean whole = each.hostUp && each.hasData && lane.zones.connects(Zones.OUTSIDE, each.zone);
            whole &= lane.topology.automatic ? each.inSync : lane.writer().index == 0;
            if (each != lane.writer() && each.role == Role.DOWN && whole) {
                each.processUp = true;
                each.role = lane.topology.copies;
                lane.record.role(each, -1);
            }
        }
    }

    /** Every machine that could copy what this one writes begins to do so. */
    void bringBack(Machine writer) {
        for (Machine each : lane.machines) {
            bringBack(each, writer);
        }
    }

    private void bringBack(Machine machine, Machine writer) {
        boolean copies = lane.topology.automatic || writer.index == 0;
        if (machine == writer || !machine.hostUp || !copies || !lane.zones.connects(writer.zone, machine.zone)) {
            return;
        }
        boolean away = machine.role == Role.DOWN || machine.role == Role.FENCED;
        if (machine.role.isCopy() && !machine.attached && machine.inSync && lane.topology.automatic) {
            lane.log.bringUpToDate(machine, writer);
        } else if (away || machine.role.isCopy() && !machine.attached) {
            machine.processUp = true;
            machine.epoch++;
            machine.role = Role.CATCHING_UP;
            machine.attached = false;
            long micros = lane.steps.draw("catchUp");
            lane.record.role(machine, micros);
            lane.record.note(Note.CATCHING_UP, machine.index, -1, micros);
            int epoch = machine.epoch;
            lane.later(micros, () -> {
                if (machine.epoch == epoch && machine.role == Role.CATCHING_UP) {
                    caughtUp(machine);
                }
            });
        }
    }

    private void caughtUp(Machine machine) {
        Machine writer = lane.writer();
        if (!lane.accepts(writer) || !lane.zones.connects(writer.zone, machine.zone)) {
            machine.role = Role.DOWN;
            lane.record.role(machine, -1);
            return;
        }
        machine.hasData = true;
        machine.role = lane.topology.copies;
        lane.log.bringUpToDate(machine, writer);
        lane.record.role(machine, -1);
        lane.record.note(Note.CAUGHT_UP, machine.index, -1, machine.held);
        lane.losses.look();
    }
}
