package dev.tilab.labs.elb;

import dev.tilab.cloud.Zones;
import dev.tilab.cloud.compute.Server;
import dev.tilab.simulation.lab.Intervention;
import java.util.List;
import java.util.Optional;

/** How long what failed went on to be felt. */
final class Outages {

    private static final List<Fate> BY_ZONE =
            List.of(Fate.DARK_ZONE, Fate.TARGET_504, Fate.CLIENT_TIMEOUT, Fate.SERVER_GONE);

    private final Lane lane;

    Outages(Lane lane) {
        this.lane = lane;
    }

    /** From the first stop of a target until the last of the nodes that may ask it has taken it out. */
    Double outAfterSeconds() {
        Optional<Intervention> stop = first(Server.STOP.id());
        if (stop.isEmpty() || lane.balancer == Balancer.DNS) {
            return null;
        }
        long last = -1;
        int nodes = 0;
        int out = 0;
        boolean[] known = new boolean[ElbParameters.ZONES.size()];
        for (long[] row : lane.health()) {
            int node = (int) row[1];
            if (row[2] == stop.get().index()) {
                nodes += row[0] == 0 && row[5] == 0 && row[3] == Lane.HEALTHY && !known[node] ? 1 : 0;
                if (row[0] >= stop.get().atMicros() && row[3] == Lane.UNHEALTHY && !known[node]) {
                    known[node] = true;
                    out++;
                    last = row[0];
                }
            }
        }
        return out == 0 || out < nodes ? null : (Double) ((last - stop.get().atMicros()) / 1e6);
    }

    private Optional<Intervention> first(String action) {
        return lane.scenario.interventions.stream()
                .filter(each -> each.action().equals(action))
                .findFirst();
    }

    /**
     * Until the last letter that failed by the zone was sent. A partner who knows one address may never come back, and who stands in
     * the zone himself waits for its power: both aside.
     */
    Double lastBackAfterSeconds() {
        Optional<Intervention> first = first(Zones.FAIL.id());
        if (first.isEmpty()) {
            return null;
        }
        long last = -1;
        for (int row = 0; row < lane.work.rows(); row++) {
            Sender sender = lane.work.senders.get(lane.work.sender[row]);
            if (BY_ZONE.contains(lane.record.fate(row))
                    && sender.kind() != SenderKind.PARTNER
                    && sender.zone() != first.get().index()
                    && lane.work.atMicros[row] >= first.get().atMicros()) {
                last = lane.work.atMicros[row];
            }
        }
        return last < 0 ? null : (Double) ((last - first.get().atMicros()) / 1e6);
    }
}
