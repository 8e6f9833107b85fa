package dev.tilab.labs.failover;

import dev.tilab.cloud.Outcome;
import dev.tilab.cloud.database.Loss;
import dev.tilab.cloud.database.Losses;
import dev.tilab.labs.failover.FailoverSummary.LostWrites;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;

/** Which acknowledged writes were gone, from when, and when they were there again. */
final class LossFigures {

    private final Lane lane;
    private final List<LostWrites> lost = new ArrayList<>();

    /** When the range that gave each row of {@link #lost} ended; −1 if it did not. */
    private final List<Long> ended = new ArrayList<>();

    LossFigures(Lane lane) {
        this.lane = lane;
    }

    /**
     * One row for each loss; several where some of its writes came back at another time than the others. Where another loss
     * of the same writes follows at once they are gone from the first on, and the other says why.
     */
    List<LostWrites> lostWrites() {
        BitSet acknowledged = acknowledged();
        for (Losses.Range range : lane.cluster.losses().ranges()) {
            int first = range.first;
            long count = 0;
            long back = 0;
            for (int lsn = range.first; lsn <= range.last; lsn++) {
                if (!acknowledged.get(lsn)) {
                    continue;
                }
                long until = lane.cluster.losses().backMicros(range, lsn);
                if (count > 0 && until != back) {
                    add(range, first, lsn - 1, count, back);
                    first = lsn;
                    count = 0;
                }
                back = until;
                count++;
            }
            if (count > 0) {
                add(range, first, range.last, count, back);
            }
        }
        return List.copyOf(lost);
    }

    /** Places of the log with a write that somebody was told is safe. */
    private BitSet acknowledged() {
        BitSet places = new BitSet();
        for (int row = 0; row < lane.work.rows(); row++) {
            if (!lane.work.isRead[row] && lane.record.outcome[row] == Outcome.COMPLETED) {
                places.set((int) lane.record.lsn[row]);
            }
        }
        return places;
    }

    private void add(Losses.Range range, int first, int last, long count, long backMicros) {
        double from = LaneFigures.seconds(range.atMicros);
        for (int at = 0; at < lost.size(); at++) {
            LostWrites before = lost.get(at);
            if (ended.get(at) == range.atMicros && before.firstLsn() == first && before.lastLsn() == last) {
                from = before.fromSeconds();
                lost.remove(at);
                ended.remove(at);
                break;
            }
        }
        Double until = backMicros < 0 ? null : (Double) LaneFigures.seconds(backMicros);
        LostWrites more = new LostWrites(Words.id(range.cause), first, last, count, from, until);
        int same = lost.size() - 1;
        if (range.cause == Loss.SPLIT_BRAIN && same >= 0 && isOneLoss(lost.get(same), more)) {
            lost.set(
                    same,
                    new LostWrites(
                            more.cause(),
                            lost.get(same).firstLsn(),
                            last,
                            lost.get(same).count() + count,
                            from,
                            until));
        } else {
            lost.add(more);
            ended.add(range.untilMicros());
        }
    }

    /** Two machines took numbers of one log by turns, so that what one of them wrote lies in hundreds of pieces. */
    private static boolean isOneLoss(LostWrites before, LostWrites more) {
        return before.cause().equals(more.cause())
                && before.fromSeconds() == more.fromSeconds()
                && Objects.equals(before.untilSeconds(), more.untilSeconds());
    }
}
