package dev.tilab.labs.failover;

import dev.tilab.labs.failover.Words.Loss;
import dev.tilab.labs.failover.Words.Note;
import dev.tilab.labs.failover.Words.Role;
import java.util.List;

/** What no copy protects from, and what does. */
final class Restores {

    private final Lane lane;
    private final Faults faults;

    Restores(Lane lane, Faults faults) {
        this.lane = lane;
        this.faults = faults;
    }

    void delete() {
        Machine writer = lane.writer();
        if (lane.accepts(writer) && lane.reaches(Zones.OUTSIDE, writer)) {
            CommitLog.Entry entry = lane.log.commit(null, writer);
            lane.incidents.fault();
            lane.record.note(Note.DELETED, writer.index, -1, entry.lsn);
        } else {
            lane.record.note(Note.DELETE_FAILED, writer);
        }
    }

    /**
     * A new database is filled from backup and log. After a wrong DELETE it is filled up to just before, and the rows are
     * copied back from it; where the old database is gone, it takes its place with what the last backup holds.
     */
    void restore() {
        long micros = lane.steps.draw("restoreTime");
        lane.record.note(Note.RESTORING, lane.writer().index, -1, micros);
        if (!lane.accepts(lane.writer())) {
            lane.writer().role = Role.RESTORING;
            lane.record.role(lane.writer(), micros);
        }
        lane.later(micros, this::restored);
    }

    private void restored() {
        Machine machine = lane.writer();
        if (lane.accepts(machine)) {
            lane.record.note(Note.RESTORED, machine.index, -1, lane.losses.undelete());
            takeDown(machine, Role.RESTORING);
            lane.failover.reconsider();
            return;
        }
        int zone = machine.zone;
        for (int other = 0; !lane.zones.connects(Zones.OUTSIDE, zone) && other < FailoverParameters.ZONES.size(); other++) {
            zone = other;
        }
        if (!lane.zones.connects(Zones.OUTSIDE, zone)) {
            lane.record.note(Note.NO_COPY_LEFT, machine);
            takeDown(null, Role.RESTORING);
            return;
        }
        machine.zone = zone;
        int point = lane.losses.backedUp;
        lane.losses.cutOff(point, Loss.NOT_RESTORED);
        lane.record.note(Note.RESTORED, machine.index, -1, point);
        machine.stop();
        faults.resetConnections(machine);
        machine.hostUp = true;
        machine.hasData = true;
        lane.log.cutOff(point, machine);
        takeDown(machine, Role.STANDBY, Role.READER, Role.REPLICA, Role.PROMOTING, Role.RESTORING);
        lane.failover.takeWrites(machine);
        lane.losses.look();
    }

    /** The other machines in these roles have to begin anew. */
    private void takeDown(Machine writer, Role... roles) {
        for (Machine each : lane.machines) {
            if (each != writer && List.of(roles).contains(each.role)) {
                each.attached = false;
                each.role = Role.DOWN;
                lane.record.role(each, -1);
            }
        }
    }
}
