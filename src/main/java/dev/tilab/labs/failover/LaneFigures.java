package dev.tilab.labs.failover;

import dev.tilab.cloud.Outcome;
import dev.tilab.cloud.Zones;
import dev.tilab.cloud.database.Loss;
import dev.tilab.cloud.database.Phase;
import dev.tilab.cloud.database.Topology;
import dev.tilab.cloud.traffic.Place;
import dev.tilab.labs.failover.FailoverSummary.CommitTimes;
import dev.tilab.labs.failover.FailoverSummary.DocumentedRange;
import dev.tilab.labs.failover.FailoverSummary.FailedAt;
import dev.tilab.labs.failover.FailoverSummary.LaneSummary;
import dev.tilab.labs.failover.FailoverSummary.Outage;
import dev.tilab.labs.failover.FailoverSummary.PhaseAt;
import dev.tilab.simulation.timeline.Percentiles;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Reads the figures out of what was recorded of a lane. */
final class LaneFigures {

    private final Lane lane;
    private final RequestRecord record;
    private final List<long[]> phases;
    private final Workload work;

    LaneFigures(Lane lane) {
        this.lane = lane;
        record = lane.record;
        phases = lane.rows("phases");
        work = lane.work;
    }

    LaneSummary summary() {
        Topology topology = lane.topology;
        long writes = 0;
        long completed = 0;
        long failed = 0;
        long acknowledged = 0;
        for (int row = 0; row < work.rows(); row++) {
            boolean write = !work.isRead[row];
            writes += write ? 1 : 0;
            if (record.outcome[row] == Outcome.COMPLETED) {
                completed++;
                acknowledged += write ? 1 : 0;
            } else if (record.outcome[row] != Outcome.IN_FLIGHT) {
                failed++;
            }
        }
        long fault = faultMicros();
        return new LaneSummary(
                topology.id,
                work.rows(),
                writes,
                completed,
                failed,
                failedAt(),
                work.rows() - completed - failed,
                outage(),
                acknowledged,
                lost(),
                rows(Loss.OUT_OF_REACH::equals),
                new LossFigures(lane).lostWrites(),
                commitTimes(0, Long.MAX_VALUE),
                commitTimes(0, fault),
                commitTimes(fault, Long.MAX_VALUE),
                phases(),
                lane.cluster.readsByCopies(),
                completed + failed == 0 ? null : (Double) rounded((double) completed / (completed + failed)),
                rounded(topology.slaPercent / 100),
                topology.relativePrice,
                documented(topology));
    }

    static DocumentedRange documented(Topology topology) {
        return topology.documentedMaxSeconds == 0
                ? null
                : new DocumentedRange(topology.documentedMinSeconds, topology.documentedMaxSeconds);
    }

    /** Acknowledged writes that exist nowhere at the end of the run. */
    long lost() {
        return rows(Loss::isLost);
    }

    private long rows(Predicate<Loss> which) {
        return lane.cluster.losses().ranges().isEmpty()
                ? 0
                : IntStream.range(0, work.rows())
                        .filter(row -> which.test(loss(row)))
                        .count();
    }

    private long faultMicros() {
        return phases.isEmpty() ? Long.MAX_VALUE : phases.get(0)[0];
    }

    private boolean isAcknowledged(int row) {
        return !work.isRead[row] && record.outcome[row] == Outcome.COMPLETED;
    }

    private FailedAt failedAt() {
        long[] counts = new long[Place.values().length];
        for (Place place : record.stuckAt) {
            if (place != null) {
                counts[place.ordinal()]++;
            }
        }
        return new FailedAt(counts[0], counts[1], counts[2]);
    }

    Outage outage() {
        if (lane.scenario.hasBalancer()) {
            return new UserOutage(lane).outage();
        }
        int row = 0;
        while (row < work.rows() && (work.isRead[row] || !hasFailed(row))) {
            row++;
        }
        if (row == work.rows()) {
            return new Outage(0.0, 0.0);
        }
        long start = work.arrivalMicros[row];
        long first = Long.MAX_VALUE;
        int who = -1;
        for (; row < work.rows(); row++) {
            if (isAcknowledged(row) && work.arrivalMicros[row] + record.endedMicros[row] < first) {
                first = work.arrivalMicros[row] + record.endedMicros[row];
                who = work.client[row];
            }
        }
        Long last = null;
        boolean another = false;
        for (long[] phase : phases) {
            another |= phase[1] > 0;
            if (phase[1] == 0 && phase[2] == Phase.LAST_BACK.ordinal()) {
                last = phase[0];
            }
        }
        if (first == Long.MAX_VALUE) {
            return new Outage(null, null);
        }
        boolean ended = last != null && (another || lane.cluster.incidents().stillHit() == 0);
        return new Outage(
                seconds(first - start),
                ended ? (Double) seconds(Math.max(last, first) - start) : null,
                cutZoneOf(who, first));
    }

    /** The zone of a client that is cut off with it at an instant, or null. */
    private @Nullable String cutZoneOf(int client, long atMicros) {
        int zone = lane.scenario.zoneOf(client);
        boolean cut = false;
        for (long[] change : lane.rows("zones")) {
            if (change[0] <= atMicros && change[1] == zone) {
                cut = change[2] == Zones.State.CUT.ordinal();
            }
        }
        return cut ? FailoverParameters.ZONES.get(zone) : null;
    }

    private boolean hasFailed(int row) {
        return record.outcome[row] != Outcome.COMPLETED && record.outcome[row] != Outcome.IN_FLIGHT;
    }

    private List<PhaseAt> phases() {
        List<PhaseAt> found = new ArrayList<>();
        for (Phase phase : Phase.values()) {
            long[] reached = null;
            for (long[] row : phases) {
                if (row[1] == 0 && row[2] == phase.ordinal() && (reached == null || phase == Phase.LAST_BACK)) {
                    reached = row;
                }
            }
            if (reached != null) {
                found.add(new PhaseAt(Words.id(phase), seconds(reached[0])));
            }
        }
        return List.copyOf(found);
    }

    private CommitTimes commitTimes(long fromMicros, long untilMicros) {
        Percentiles times = new Percentiles(lane.scenario.clientSettings.requestTimeoutMicros());
        Percentiles sent = new Percentiles(lane.scenario.clientSettings.requestTimeoutMicros());
        for (int row = 0; row < work.rows(); row++) {
            if (isAcknowledged(row) && work.arrivalMicros[row] >= fromMicros && work.arrivalMicros[row] < untilMicros) {
                times.record(record.endedMicros[row]);
                sent.record(record.endedMicros[row] - record.sentMicros[row]);
            }
        }
        return new CommitTimes(times.millis(50), times.millis(99), sent.millis(50), sent.millis(99));
    }

    /** Why each write is gone at the end of the run, by row. */
    Loss loss(int row) {
        return isAcknowledged(row) ? lane.cluster.losses().causeAt((int) record.lsn[row]) : Loss.KEPT;
    }

    static double seconds(long micros) {
        return rounded(micros / 1e6);
    }

    private static double rounded(double figure) {
        return StrictMath.rint(figure * 1e6) / 1e6;
    }
}
