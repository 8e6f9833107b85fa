package dev.tilab.cloud.database;

import dev.tilab.cloud.Region;

/** Machines that were away and are copies again: at once where they have everything, else after catching up. */
final class Comebacks {

    private final Region region;
    private final Machines machines;
    private final Topology topology;
    private final CommitLog log;
    private final Losses losses;
    private final Steps steps;
    private final Notes notes;

    Comebacks(
            Region region,
            Machines machines,
            Topology topology,
            CommitLog log,
            Losses losses,
            Steps steps,
            Notes notes) {
        this.region = region;
        this.machines = machines;
        this.topology = topology;
        this.log = log;
        this.losses = losses;
        this.steps = steps;
        this.notes = notes;
    }

    /** A copy that was down while nobody takes writes is as good as before, if it has all that was acknowledged. */
    void revive() {
        for (Machine each : machines.all()) {
            boolean whole = each.hostUp && each.hasData && machines.isReachable(each);
            whole &= topology.automatic ? each.inSync : machines.writer().index == 0;
            if (each != machines.writer() && each.role == Role.DOWN && whole) {
                each.processUp = true;
                machines.become(each, topology.copies());
            }
        }
    }

    /** Every machine that could copy what this one writes begins to do so. */
    void bringBack(Machine writer) {
        for (Machine each : machines.all()) {
            bringBack(each, writer);
        }
    }

    private void bringBack(Machine machine, Machine writer) {
        boolean copies = topology.automatic || writer.index == 0;
        if (machine == writer || !machine.hostUp || !copies || !machines.areLinked(writer, machine)) {
            return;
        }
        boolean away = machine.role == Role.DOWN || machine.role == Role.FENCED;
        if (machine.role.isCopy() && !machine.attached && machine.inSync && topology.automatic) {
            log.bringUpToDate(machine, writer);
        } else if (away || machine.role.isCopy() && !machine.attached) {
            machine.processUp = true;
            machine.epoch++;
            machine.attached = false;
            long micros = steps.draw(Step.CATCH_UP);
            machines.become(machine, Role.CATCHING_UP, micros);
            notes.of(machine, Note.CATCHING_UP, micros);
            int epoch = machine.epoch;
            region.later(micros, () -> {
                if (machine.epoch == epoch && machine.role == Role.CATCHING_UP) {
                    caughtUp(machine);
                }
            });
        }
    }

    private void caughtUp(Machine machine) {
        Machine writer = machines.writer();
        if (!machines.accepts(writer) || !machines.areLinked(writer, machine)) {
            machines.become(machine, Role.DOWN);
            return;
        }
        machine.hasData = true;
        machines.become(machine, topology.copies());
        log.bringUpToDate(machine, writer);
        notes.of(machine, Note.CAUGHT_UP, machine.held);
        losses.look();
    }
}
