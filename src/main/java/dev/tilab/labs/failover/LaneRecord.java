package dev.tilab.labs.failover;

import dev.tilab.labs.failover.Words.Note;
import dev.tilab.labs.failover.Words.Outcome;
import dev.tilab.labs.failover.Words.Phase;
import dev.tilab.labs.failover.Words.Place;
import dev.tilab.labs.failover.Words.Result;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What happened in one lane: a row for each request, and rows for everything that changed. */
final class LaneRecord {

    private final Lane lane;
    final Outcome[] outcome;

    /** What kept a failed request from being answered, by row; null for the others. */
    final Place[] stuckAt;

    final long[] endedMicros;
    final long[] machine;
    final long[] lsn;
    final long[] sentMicros;
    final long[][] logMicros;
    final long[] confirmedBy;

    final List<long[]> machines = new ArrayList<>();
    final List<long[]> clients = new ArrayList<>();
    final List<long[]> attempts = new ArrayList<>();
    final List<long[]> names = new ArrayList<>();
    final List<long[]> phases = new ArrayList<>();
    final List<long[]> notes = new ArrayList<>();

    LaneRecord(Lane lane, int rows) {
        this.lane = lane;
        outcome = new Outcome[rows];
        Arrays.fill(outcome, Outcome.IN_FLIGHT);
        stuckAt = new Place[rows];
        endedMicros = nothing(rows);
        machine = nothing(rows);
        lsn = new long[rows];
        sentMicros = nothing(rows);
        logMicros = new long[][] {nothing(rows), nothing(rows), nothing(rows)};
        confirmedBy = nothing(rows);
    }

    private static long[] nothing(int rows) {
        long[] values = new long[rows];
        Arrays.fill(values, -1);
        return values;
    }

    private long sinceArrival(int row) {
        return lane.now() - lane.work.arrivalMicros[row];
    }

    void sent(Call call) {
        sentMicros[call.row] = sinceArrival(call.row);
    }

    void served(Call call, Machine by) {
        machine[call.row] = by.index;
    }

    void completed(int row) {
        outcome[row] = Outcome.COMPLETED;
        endedMicros[row] = sinceArrival(row);
    }

    void failed(int row, Outcome how, Place where) {
        outcome[row] = how;
        stuckAt[row] = where;
        endedMicros[row] = sinceArrival(row);
    }

    void begun(CommitLog.Entry entry) {
        if (entry.call != null) {
            lsn[entry.call.row] = entry.lsn;
        }
    }

    void logged(CommitLog.Entry entry, Machine where, long nowMicros) {
        if (entry.call != null && logMicros[where.index][entry.call.row] < 0) {
            logMicros[where.index][entry.call.row] = nowMicros - lane.work.arrivalMicros[entry.call.row];
        }
    }

    /** The machine has a new role; {@code micros} is how long it will last, −1 for no set time. */
    void role(Machine of, long micros) {
        machines.add(new long[] {lane.now(), of.index, of.zone, of.role.ordinal(), micros < 0 ? -1 : lane.now() + micros});
    }

    void state(Client client) {
        clients.add(new long[] {lane.now(), client.index, client.state.ordinal(), client.address()});
    }

    /** Begins an attempt to connect; {@link #attempted} ends the row. */
    long[] attempt(Client client, Machine to) {
        long[] row = {lane.now(), -1, client.index, to.index, Result.UNDER_WAY.ordinal()};
        attempts.add(row);
        return row;
    }

    void attempted(long[] row, Result result) {
        row[1] = lane.now();
        row[4] = result.ordinal();
    }

    void name(int machineIndex) {
        names.add(new long[] {lane.now(), machineIndex});
    }

    void phase(int incident, Phase phase) {
        phases.add(new long[] {lane.now(), incident, phase.ordinal()});
    }

    void note(Note note, int machineIndex, int client, long value) {
        notes.add(new long[] {lane.now(), note.ordinal(), machineIndex, client, value});
    }

    void note(Note note, Machine of) {
        note(note, of.index, -1, 0);
    }
}
