package dev.tilab.labs.elb;

import dev.tilab.cloud.Zones;
import dev.tilab.simulation.lab.Intervention;
import java.util.Optional;

/** How long what failed went on to be felt. */
final class Outages {

    private final Lane lane;

    Outages(Lane lane) {
        this.lane = lane;
    }

    Double outAfterSeconds() {
        return null;
    }

    long failedAfterKnown() {
        return 0;
    }

    /** Until the last letter that failed by the zone was known to have; a partner who knows one address may never come back. */
    Double lastBackAfterSeconds() {
        Optional<Intervention> first = lane.scenario.interventions.stream()
                .filter(each -> each.action().equals(Zones.FAIL.id()))
                .findFirst();
        if (first.isEmpty()) {
            return null;
        }
        long last = -1;
        for (int row = 0; row < lane.work.rows(); row++) {
            Fate fate = lane.record.fate(row);
            boolean byZone = fate == Fate.DARK_ZONE
                    || fate == Fate.TARGET_504
                    || fate == Fate.CLIENT_TIMEOUT
                    || fate == Fate.SERVER_GONE;
            boolean partners = lane.work.senders.get(lane.work.sender[row]).kind() == SenderKind.PARTNER;
            if (byZone && !partners && lane.work.atMicros[row] >= first.get().atMicros()) {
                last = Math.max(last, lane.work.atMicros[row]);
            }
        }
        return last < 0 ? null : (Double) ((last - first.get().atMicros()) / 1e6);
    }
}
