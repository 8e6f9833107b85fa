package dev.tilab.labs.failover;

import dev.tilab.cloud.Outcome;
import dev.tilab.cloud.Region;
import dev.tilab.cloud.Request;
import dev.tilab.cloud.database.Call;
import dev.tilab.cloud.database.CallListener;
import dev.tilab.cloud.database.Machine;
import dev.tilab.cloud.traffic.Place;
import dev.tilab.cloud.traffic.Users;
import java.util.Arrays;

/** What became of each request of a lane, one row a request in order of arrival; times count from its arrival. */
final class RequestRecord implements CallListener, Users.Listener {

    private final Region region;
    private final Workload work;

    final Outcome[] outcome;

    /** Zone of the load balancer's node that was asked, by row; −1 where there is none. */
    final int[] node;

    /** The client that is asked to do it, by row; −1 where a request never gets to one. */
    final int[] client;

    /** What kept a failed request from being answered, by row; null for the others. */
    final Place[] stuckAt;

    final long[] endedMicros;
    final long[] machine;
    final long[] lsn;
    final long[] sentMicros;
    final long[][] logMicros;
    final long[] confirmedBy;

    RequestRecord(Region region, Workload work) {
        this.region = region;
        this.work = work;
        int rows = work.rows();
        outcome = new Outcome[rows];
        Arrays.fill(outcome, Outcome.IN_FLIGHT);
        node = new int[rows];
        Arrays.fill(node, -1);
        client = work.client.clone();
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
        return region.nowMicros() - work.arrivalMicros[row];
    }

    @Override
    public void sent(Call call) {
        sentMicros[call.row()] = sinceArrival(call.row());
    }

    @Override
    public void served(Call call, Machine by) {
        machine[call.row()] = by.index();
    }

    @Override
    public void begun(Call call, int place) {
        lsn[call.row()] = place;
    }

    /** A write that a machine gets twice was there from the first time on. */
    @Override
    public void logged(Call call, Machine where) {
        if (logMicros[where.index()][call.row()] < 0) {
            logMicros[where.index()][call.row()] = sinceArrival(call.row());
        }
    }

    @Override
    public void acknowledged(Call call, int by) {
        confirmedBy[call.row()] = by;
    }

    @Override
    public void came(Request request, int zone, int target) {
        node[request.row] = zone;
        client[request.row] = target;
    }

    @Override
    public void ended(Request request, Outcome how, Place stuck) {
        outcome[request.row] = how;
        stuckAt[request.row] = stuck;
        endedMicros[request.row] = sinceArrival(request.row);
    }
}
