package dev.tilab.labs.loadbalancing;

import dev.tilab.simulation.timeline.Column;
import dev.tilab.simulation.timeline.ColumnRecorder;
import dev.tilab.simulation.timeline.Table;
import java.util.List;

/** The requests of a run that is kept: drawn once, read by every lane, and a table of the timeline. */
final class StoredWorkload {

    private final Column arrivals;
    private final Column demands;
    private final Column clients;

    /** Takes the requests that arrive up to and including the end of the run. */
    StoredWorkload(Workload source, int expectedRequests, long endMicros) {
        ColumnRecorder arrivals = new ColumnRecorder("arrivalMicros", true, expectedRequests);
        ColumnRecorder demands = new ColumnRecorder("demandMicros", false, expectedRequests);
        ColumnRecorder clients = new ColumnRecorder("client", false, expectedRequests);
        for (source.advance(); source.arrivalMicros <= endMicros; source.advance()) {
            arrivals.add(source.arrivalMicros);
            demands.add(source.demandMicros);
            clients.add(source.client);
        }
        this.arrivals = arrivals.column();
        this.demands = demands.column();
        this.clients = clients.column();
    }

    int requests() {
        return arrivals.values().length;
    }

    Table table() {
        return new Table("requests", requests(), List.of(arrivals, demands, clients));
    }

    /** Reads the requests again from the first. */
    Workload replay() {
        long[] arrivalMicrosOf = arrivals.values();
        long[] demandMicrosOf = demands.values();
        long[] clientOf = clients.values();
        return new Workload() {
            private int next;

            @Override
            void advance() {
                if (next == arrivalMicrosOf.length) {
                    arrivalMicros = Long.MAX_VALUE;
                    return;
                }
                arrivalMicros = arrivalMicrosOf[next];
                demandMicros = demandMicrosOf[next];
                client = (int) clientOf[next];
                next++;
            }
        };
    }
}
