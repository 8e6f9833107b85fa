package dev.tilab.cloud.database;

import dev.tilab.cloud.Region;
import dev.tilab.cloud.Zones;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What no copy protects from, and what does. */
final class Restores {

    private final Region region;
    private final Machines machines;
    private final CommitLog log;
    private final Losses losses;
    private final Failover failover;
    private final Steps steps;
    private final Notes notes;
    private final Incidents incidents;

    Restores(
            Region region,
            Machines machines,
            CommitLog log,
            Losses losses,
            Failover failover,
            Steps steps,
            Notes notes,
            Incidents incidents) {
        this.region = region;
        this.machines = machines;
        this.log = log;
        this.losses = losses;
        this.failover = failover;
        this.steps = steps;
        this.notes = notes;
        this.incidents = incidents;
        region.faults().on(Cluster.DELETE_WRONG, what -> delete());
        region.faults().on(Cluster.RESTORE, what -> restore());
    }

    /** A backup holds what the machine that takes writes holds now. */
    void backUp() {
        Machine writer = machines.writer();
        if (machines.accepts(writer)) {
            losses.backedUp = writer.held;
            notes.of(writer, Note.BACKUP, writer.held);
        }
    }

    private void delete() {
        Machine writer = machines.writer();
        if (machines.accepts(writer) && machines.reaches(Zones.OUTSIDE, writer)) {
            CommitLog.Entry entry = log.commit(null, writer);
            incidents.fault();
            notes.of(writer, Note.DELETED, entry.lsn);
        } else {
            notes.of(writer, Note.DELETE_FAILED);
        }
    }

    /**
     * A new database is filled from backup and log. After a wrong DELETE it is filled up to just before, and the rows are
     * copied back from it; where the old database is gone, it takes its place with what the last backup holds.
     */
    private void restore() {
        long micros = steps.draw(Step.RESTORE);
        notes.of(machines.writer(), Note.RESTORING, micros);
        if (!machines.accepts(machines.writer())) {
            machines.become(machines.writer(), Role.RESTORING, micros);
        }
        region.later(micros, this::restored);
    }

    private void restored() {
        Machine machine = machines.writer();
        if (machines.accepts(machine)) {
            notes.of(machine, Note.RESTORED, losses.undelete());
            takeDown(machine, Role.RESTORING);
            failover.reconsider();
            return;
        }
        int zone = machine.zone;
        for (int other = 0;
                !region.zones().connects(Zones.OUTSIDE, zone)
                        && other < region.zones().count();
                other++) {
            zone = other;
        }
        if (!region.zones().connects(Zones.OUTSIDE, zone)) {
            notes.of(machine, Note.NO_COPY_LEFT);
            takeDown(null, Role.RESTORING);
            return;
        }
        machine.zone = zone;
        int point = losses.backedUp;
        losses.cutOff(point, Loss.NOT_RESTORED);
        notes.of(machine, Note.RESTORED, point);
        machine.stop();
        machines.closeConnections(machine);
        machine.hostUp = true;
        machine.hasData = true;
        log.cutOff(point, machine);
        takeDown(machine, Role.STANDBY, Role.READER, Role.REPLICA, Role.PROMOTING, Role.RESTORING);
        failover.takeWrites(machine);
        losses.look();
    }

    /** The other machines in these roles have to begin anew. */
    private void takeDown(@Nullable Machine writer, Role... roles) {
        for (Machine each : machines.all()) {
            if (each != writer && List.of(roles).contains(each.role)) {
                each.attached = false;
                machines.become(each, Role.DOWN);
            }
        }
    }
}
