package dev.tilab.cloud.database;

import dev.tilab.cloud.Region;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who takes writes: notices that nobody does, chooses a copy or restarts the machine, and changes the name. One plan is under
 * way at a time; whatever happens in between makes a new one. {@link Comebacks} has the other machines be copies again.
 */
final class Failover {

    /** A process that refuses is noticed sooner than a machine that is silent; assumed. */
    static final double REFUSAL = 0.4;

    /** A clean shutdown leaves little log to replay; assumed. */
    private static final double CLEAN = 0.2;

    /** Somebody who has to know whether there is a machine that takes writes. */
    interface Listener {

        /** There is none from now on. */
        void writerGone();

        /** There may be one again. */
        void writerFound();
    }

    private final Region region;
    private final Machines machines;
    private final Topology topology;
    private final long restartLimitMicros;
    private final CommitLog log;
    private final Losses losses;
    private final Name name;
    private final Steps steps;
    private final Notes notes;
    private final Incidents incidents;
    private final LongTransaction transaction;
    private final Comebacks comebacks;
    private final SplitBrain splitBrain;
    private final List<Listener> listeners = new ArrayList<>();

    private int plan;
    private boolean busy;
    private @Nullable Machine promoting;

    /** @param transaction what is undone before writes are taken again */
    Failover(
            Region region,
            Machines machines,
            Topology topology,
            ClusterSettings settings,
            CommitLog log,
            Losses losses,
            Name name,
            Steps steps,
            Notes notes,
            Incidents incidents,
            LongTransaction transaction) {
        this.region = region;
        this.machines = machines;
        this.topology = topology;
        restartLimitMicros = settings.restartLimitMicros();
        this.log = log;
        this.losses = losses;
        this.name = name;
        this.steps = steps;
        this.notes = notes;
        this.incidents = incidents;
        this.transaction = transaction;
        splitBrain = new SplitBrain(machines, log, losses, notes);
        comebacks = new Comebacks(region, machines, topology, log, losses, steps, notes);
    }

    void tell(Listener listener) {
        listeners.add(listener);
    }

    /** Whether this machine takes writes, or is about to. */
    boolean isNeeded(Machine machine) {
        return machine == promoting || machine == machines.writer() && promoting == null;
    }

    private void begin() {
        incidents.fault();
        transaction.breakOff();
        giveUp(promoting);
        giveUp(machines.writer());
        plan++;
        busy = true;
        promoting = null;
        listeners.forEach(Listener::writerGone);
    }

    /** What the machine was about to be under the plan before, it will not be. */
    private void giveUp(@Nullable Machine machine) {
        if (machine != null && (machine.role == Role.PROMOTING || machine.role == Role.RESTARTING)) {
            machines.become(machine, Role.DOWN);
        }
    }

    /** Nobody takes writes any more; it will be noticed after a while. */
    void trouble(double share) {
        begin();
        int mine = plan;
        Step step = topology.isCluster() ? Step.CLUSTER_DETECTION : Step.DETECTION;
        region.later((long) (steps.draw(step) * share), () -> {
            if (mine == plan) {
                detect();
            }
        });
    }

    private boolean isWell() {
        return machines.accepts(machines.writer()) && !region.zones().isCut(machines.writer().zone);
    }

    private void detect() {
        if (isWell()) {
            settle();
            return;
        }
        notes.of(machines.writer(), Note.DETECTED);
        incidents.detected();
        decide();
    }

    private void decide() {
        Machine writer = machines.writer();
        comebacks.revive();
        Machine copy = bestCopy();
        boolean hardware = writer.hostUp && writer.hasData && machines.isReachable(writer);
        busy = true;
        if (hardware && !writer.processUp && (copy == null || topology.restartsInPlace())) {
            restartInPlace();
        } else if (topology.automatic && copy != null) {
            promote(copy, promotion());
        } else if (copy != null && (!writer.hasData || !machines.isReachable(writer))) {
            callOperator(copy);
        } else {
            notes.of(writer, Note.NO_COPY_LEFT);
            busy = false;
        }
    }

    /** Where there is a copy that could take over instead, the process may take only so long to start. */
    private void restartInPlace() {
        long startMicros = steps.draw(Step.RESTART);
        if (bestCopy() == null || !topology.automatic || startMicros <= restartLimitMicros) {
            restart(startMicros + steps.draw(Step.RECOVERY));
            return;
        }
        Machine writer = machines.writer();
        machines.become(writer, Role.RESTARTING, restartLimitMicros);
        notes.of(writer, Note.RESTARTING, restartLimitMicros);
        int mine = plan;
        region.later(restartLimitMicros, () -> {
            Machine copy = mine == plan ? bestCopy() : null;
            if (copy != null) {
                promote(copy, promotion());
            } else if (mine == plan) {
                restart(startMicros - restartLimitMicros + steps.draw(Step.RECOVERY));
            }
        });
    }

    private void callOperator(Machine copy) {
        int mine = plan;
        notes.of(copy, Note.OPERATOR_CALLED);
        region.later(steps.draw(Step.OPERATOR), () -> {
            if (mine == plan) {
                if (isWell() || bestCopy() == null) {
                    settle();
                } else {
                    promote(bestCopy(), steps.draw(Step.REPLICA_PROMOTION));
                }
            }
        });
    }

    /** The copy with the longest log; where the service decides by itself, only one that has every acknowledged write. */
    private @Nullable Machine bestCopy() {
        Machine best = null;
        for (Machine each : machines.all()) {
            boolean fits = each != machines.writer()
                    && each.role.isCopy()
                    && each.isRunning()
                    && machines.isReachable(each)
                    && (each.inSync || !topology.automatic);
            if (fits && (best == null || each.held > best.held)) {
                best = each;
            }
        }
        return best;
    }

    private long promotion() {
        return topology.isCluster()
                ? steps.draw(Step.CLUSTER_PROMOTION)
                : steps.draw(Step.PROMOTION) + steps.draw(Step.RECOVERY);
    }

    private void promote(Machine copy, long promotionMicros) {
        Machine old = machines.writer();
        if (!topology.automatic && machines.accepts(old) && !machines.isReachable(old)) {
            splitBrain.begin(old, copy);
        } else if (old.isRunning() && machines.accepts(old)) {
            notes.of(old, Note.FENCED);
            machines.become(old, Role.FENCED);
            old.stop();
        } else {
            machines.become(old, Role.DOWN);
        }
        promoting = copy;
        long micros = promotionMicros + transaction.rollBack(copy);
        machines.become(copy, Role.PROMOTING, micros);
        notes.of(copy, Note.PROMOTING, micros);
        int mine = plan;
        region.later(micros, () -> {
            if (mine == plan) {
                promoted(copy);
            }
        });
    }

    private void promoted(Machine copy) {
        int lost = splitBrain.isOpen() ? 0 : Math.max(0, log.lastAcknowledged - copy.held);
        if (splitBrain.isOpen()) {
            losses.goOnAfter(copy.held);
        } else {
            losses.cutOff(copy.held, Loss.NOT_REPLICATED);
        }
        notes.of(copy, Note.PROMOTED, copy.held);
        if (lost > 0) {
            notes.of(copy, Note.LOST, lost);
        }
        log.cutOff(copy.held, copy);
        machines.setWriter(copy);
        takeWrites(copy);
        if (!topology.hasProxy()) {
            region.later(steps.draw(topology.isCluster() ? Step.CLUSTER_DNS_CHANGE : Step.DNS_CHANGE), () -> {
                if (machines.writer() == copy && name.machine() != copy) {
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
        machines.become(machine, Role.PRIMARY);
        incidents.reached(Phase.PROMOTED);
        boolean alone = topology.automatic;
        for (Machine each : machines.all()) {
            if (each.role.isCopy() && each.isRunning() && machines.areLinked(machine, each)) {
                log.bringUpToDate(each, machine);
                alone = false;
            }
        }
        if (alone) {
            notes.of(machine, Note.ALONE);
        }
        settle();
    }

    private void settle() {
        busy = false;
        listeners.forEach(Listener::writerFound);
        reconsider();
    }

    private void restart(long micros) {
        Machine machine = machines.writer();
        long whole = micros + transaction.rollBack(machine);
        machines.become(machine, Role.RESTARTING, whole);
        notes.of(machine, Note.RESTARTING, whole);
        int mine = plan;
        region.later(whole, () -> {
            if (mine == plan) {
                notes.of(machine, Note.RESTARTED, machine.held);
                takeWrites(machine);
            }
        });
    }

    /** A person restarts the machine that takes writes; it was stopped before. */
    void reboot() {
        begin();
        restart(steps.draw(Step.RESTART) + (long) (CLEAN * steps.draw(Step.RECOVERY)));
    }

    /** A person asks for a failover; the machine that takes writes was stopped before. */
    void failOver() {
        begin();
        Machine copy = bestCopy();
        if (copy != null) {
            promote(copy, promotion());
        }
    }

    boolean canFailOver() {
        return topology.automatic && bestCopy() != null;
    }

    /** The name points to another machine. */
    private void point(Machine machine) {
        name.point(machine);
        incidents.reached(Phase.DNS_CHANGED);
        notes.of(machine, Note.NAME_CHANGED);
        notes.of(machine, Note.STILL_OLD_ADDRESS, name.tellHolders());
    }

    /** After anything came back: machines that could serve again are brought back, and a lane without a plan makes one. */
    void reconsider() {
        splitBrain.look();
        Machine writer = machines.writer();
        if (machines.accepts(writer)) {
            comebacks.bringBack(writer);
            log.lookAgain();
        } else if (!busy && incidents.any()) {
            plan++;
            decide();
        }
        losses.look();
    }
}
