package dev.tilab.labs.failover;

import dev.tilab.cloud.Outcome;
import dev.tilab.cloud.database.Phase;
import dev.tilab.labs.failover.FailoverSummary.Outage;
import java.util.Arrays;

/**
 * The first outage as users saw it through the whole chain, whatever part of it had failed. A user is out from a request that
 * failed until he has an answer to one that came after all of his that failed.
 */
final class UserOutage {

    private final Lane lane;
    private final Workload work;
    private final RequestRecord record;

    UserOutage(Lane lane) {
        this.lane = lane;
        work = lane.work;
        record = lane.record;
    }

    Outage outage() {
        long next = secondFaultMicros();
        int firstFailed = -1;
        int[] lastFailed = new int[lane.scenario.users];
        Arrays.fill(lastFailed, -1);
        for (int row = 0; row < work.rows() && work.arrivalMicros[row] < next; row++) {
            if (record.stuckAt[row] != null) {
                firstFailed = firstFailed < 0 ? row : firstFailed;
                lastFailed[work.user[row]] = row;
            }
        }
        if (firstFailed < 0) {
            return new Outage(0.0, 0.0);
        }
        long start = work.arrivalMicros[firstFailed];
        long first = firstWriteMicros(firstFailed);
        if (first == Long.MAX_VALUE) {
            return new Outage(null, null);
        }
        long last = Math.max(first, lastAnswerMicros(lastFailed));
        return new Outage(
                LaneFigures.seconds(first - start),
                last == Long.MAX_VALUE ? null : (Double) LaneFigures.seconds(last - start));
    }

    private long secondFaultMicros() {
        return lane.rows("phases").stream()
                .filter(phase -> phase[1] == 1 && phase[2] == Phase.FAULT.ordinal())
                .mapToLong(phase -> phase[0])
                .findFirst()
                .orElse(Long.MAX_VALUE);
    }

    /** When a write that arrived after this row was acknowledged first. */
    private long firstWriteMicros(int after) {
        long first = Long.MAX_VALUE;
        for (int row = after + 1; row < work.rows(); row++) {
            if (!work.isRead[row] && record.outcome[row] == Outcome.COMPLETED) {
                first = Math.min(first, work.arrivalMicros[row] + record.endedMicros[row]);
            }
        }
        return first;
    }

    /** When the last of the users who had failed was answered again. */
    private long lastAnswerMicros(int[] lastFailed) {
        long[] answered = new long[lastFailed.length];
        Arrays.fill(answered, Long.MAX_VALUE);
        for (int row = 0; row < work.rows(); row++) {
            int user = work.user[row];
            if (row > lastFailed[user] && record.outcome[row] == Outcome.COMPLETED) {
                answered[user] = Math.min(answered[user], work.arrivalMicros[row] + record.endedMicros[row]);
            }
        }
        long last = 0;
        for (int user = 0; user < answered.length; user++) {
            last = lastFailed[user] < 0 ? last : Math.max(last, answered[user]);
        }
        return last;
    }
}
