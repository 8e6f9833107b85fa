package dev.tilab.labs.failover;

import dev.tilab.labs.failover.Words.Loss;
import dev.tilab.labs.failover.Words.Note;
import dev.tilab.labs.failover.Words.Phase;
import dev.tilab.labs.failover.Words.Role;

/**
 * Who takes writes: notices that nobody does, chooses a copy or restarts the machine, and changes the name. One plan is under
 * way at a time; whatever happens in between makes a new one. {@link Comebacks} has the other machines be copies again.
 */
final class Failover {

    /** A process that refuses is noticed sooner than a machine that is silent; assumed. */
    static final double REFUSAL = 0.4;

    /** A clean shutdown leaves little log to replay; assumed. */
    private static final double CLEAN = 0.2;

    private final Lane lane;
    private final Incidents incidents;
    private final Comebacks comebacks;

    /** What is undone before writes are taken again. */
    final LongTransaction transaction;

    private int plan;
    private boolean busy;
    private Machine promoting;

    Failover(Lane lane) {
        this.lane = lane;
        incidents = lane.incidents;
        comebacks = new Comebacks(lane);
        transaction = new LongTransaction(lane);
    }

    private void note(Note note, Machine of, long value) {
        lane.record.note(note, of.index, -1, value);
    }

    /** Whether this machine takes writes, or is about to. */
    boolean isNeeded(Machine machine) {
        return machine == promoting || machine == lane.writer() && promoting == null;
    }

    private void begin() {
        incidents.fault();
        transaction.breakOff();
        giveUp(promoting);
        giveUp(lane.writer());
        plan++;
        busy = true;
        promoting = null;
        if (lane.proxy != null) {
            lane.proxy.hold();
        }
    }

    /** What the machine was about to be under the plan before, it will not be. */
    private void giveUp(Machine machine) {
        if (machine != null && (machine.role == Role.PROMOTING || machine.role == Role.RESTARTING)) {
            machine.role = Role.DOWN;
            lane.record.role(machine, -1);
        }
    }

    /** Nobody takes writes any more; it will be noticed after a while. */
    void trouble(double share) {
        begin();
        int mine = plan;
        String step = lane.topology.isCluster() ? "clusterDetection" : "detection";
        lane.later((long) (lane.steps.draw(step) * share), () -> {
            if (mine == plan) {
                detect();
            }
        });
    }

    private boolean isWell() {
        return lane.accepts(lane.writer()) && !lane.zones.isCut(lane.writer().zone);
    }

    private void detect() {
        if (isWell()) {
            settle();
            return;
        }
        note(Note.DETECTED, lane.writer(), 0);
        incidents.detected();
        decide();
    }

    private void decide() {
        Machine writer = lane.writer();
        comebacks.revive();
        Machine copy = bestCopy();
        boolean hardware = writer.hostUp && writer.hasData && lane.zones.connects(Zones.OUTSIDE, writer.zone);
        busy = true;
        if (lane.topology.automatic && copy != null) {
            promote(copy, "promotion");
        } else if (hardware && !writer.processUp) {
            restart(lane.steps.draw("restart") + lane.steps.draw("recovery"));
        } else if (copy != null && (!writer.hasData || !lane.zones.connects(Zones.OUTSIDE, writer.zone))) {
            callOperator(copy);
        } else {
            note(Note.NO_COPY_LEFT, writer, 0);
            busy = false;
        }
    }

    private void callOperator(Machine copy) {
        int mine = plan;
        note(Note.OPERATOR_CALLED, copy, 0);
        lane.later(lane.steps.draw("operatorDelay"), () -> {
            if (mine == plan) {
                if (isWell() || bestCopy() == null) {
                    settle();
                } else {
                    promote(bestCopy(), "replicaPromotion");
                }
            }
        });
    }

    /** The copy with the longest log; where the service decides by itself, only one that has every acknowledged write. */
    private Machine bestCopy() {
        Machine best = null;
        for (Machine each : lane.machines) {
            boolean fits = each != lane.writer() && each.role.isCopy() && each.isRunning()
                    && lane.zones.connects(Zones.OUTSIDE, each.zone) && (each.inSync || !lane.topology.automatic);
            if (fits && (best == null || each.held > best.held)) {
                best = each;
            }
        }
        return best;
    }

    private void promote(Machine copy, String how) {
        Machine old = lane.writer();
        if (old.isRunning() && lane.accepts(old)) {
            note(Note.FENCED, old, 0);
            old.role = Role.FENCED;
            old.stop();
        } else {
            old.role = Role.DOWN;
        }
        lane.record.role(old, -1);
        promoting = copy;
        copy.role = Role.PROMOTING;
        long micros = how.equals("replicaPromotion")
                ? lane.steps.draw(how)
                : lane.topology.isCluster()
                        ? lane.steps.draw("clusterPromotion")
                        : lane.steps.draw("promotion") + lane.steps.draw("recovery");
        micros += transaction.rollBack(copy);
        lane.record.role(copy, micros);
        note(Note.PROMOTING, copy, micros);
        int mine = plan;
        lane.later(micros, () -> {
            if (mine == plan) {
                promoted(copy);
            }
        });
    }

    private void promoted(Machine copy) {
        int lost = Math.max(0, lane.log.lastAcknowledged - copy.held);
        lane.losses.cutOff(copy.held, Loss.NOT_REPLICATED);
        note(Note.PROMOTED, copy, copy.held);
        if (lost > 0) {
            note(Note.LOST, copy, lost);
        }
        lane.log.cutOff(copy.held, copy);
        lane.setWriter(copy);
        takeWrites(copy);
        if (lane.proxy == null) {
            lane.later(lane.steps.draw(lane.topology.isCluster() ? "clusterDnsChange" : "dnsChange"), () -> {
                if (lane.writer() == copy && lane.name != copy) {
                    point(copy);
                }
            });
        }
    }

    /** The machine takes writes from now on. */
    void takeWrites(Machine machine) {
        plan++;
        promoting = null;
        machine.processUp = true;
        machine.epoch++;
        machine.role = Role.PRIMARY;
        lane.record.role(machine, -1);
        incidents.reached(Phase.PROMOTED);
        boolean alone = lane.topology.automatic;
        for (Machine each : lane.machines) {
            if (each.role.isCopy() && each.isRunning() && lane.zones.connects(machine.zone, each.zone)) {
                lane.log.bringUpToDate(each, machine);
                alone = false;
            }
        }
        if (alone) {
            note(Note.ALONE, machine, 0);
        }
        settle();
    }

    private void settle() {
        busy = false;
        if (lane.proxy != null) {
            lane.proxy.look();
        }
        reconsider();
    }

    private void restart(long micros) {
        Machine machine = lane.writer();
        long whole = micros + transaction.rollBack(machine);
        machine.role = Role.RESTARTING;
        lane.record.role(machine, whole);
        note(Note.RESTARTING, machine, whole);
        int mine = plan;
        lane.later(whole, () -> {
            if (mine == plan) {
                note(Note.RESTARTED, machine, machine.held);
                takeWrites(machine);
            }
        });
    }

    /** A person restarts the machine that takes writes; it was stopped before. */
    void reboot() {
        begin();
        restart(lane.steps.draw("restart") + (long) (CLEAN * lane.steps.draw("recovery")));
    }

    /** A person asks for a failover; the machine that takes writes was stopped before. */
    void failOver() {
        begin();
        promote(bestCopy(), "promotion");
    }

    boolean canFailOver() {
        return lane.topology.automatic && bestCopy() != null;
    }

    /** The name points to another machine. */
    private void point(Machine machine) {
        lane.name = machine;
        lane.record.name(machine.index);
        incidents.reached(Phase.DNS_CHANGED);
        note(Note.NAME_CHANGED, machine, 0);
        int old = 0;
        for (Client client : lane.clients) {
            client.refresh();
            old += client.hasOldAddress() ? 1 : 0;
        }
        note(Note.STILL_OLD_ADDRESS, machine, old);
    }

    /** After anything came back: machines that could serve again are brought back, and a lane without a plan makes one. */
    void reconsider() {
        Machine writer = lane.writer();
        if (lane.accepts(writer)) {
            comebacks.bringBack(writer);
            lane.log.lookAgain();
        } else if (!busy && incidents.any()) {
            plan++;
            decide();
        }
        lane.losses.look();
    }
}
