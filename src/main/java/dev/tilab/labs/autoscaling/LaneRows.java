package dev.tilab.labs.autoscaling;

import dev.tilab.simulation.timeline.Column;
import dev.tilab.simulation.timeline.Table;
import java.util.List;

/** What users of a lane felt, one row a slot of the picture: a slot of the demand, or a minute in a run of days. */
final class LaneRows {

    private final int slotsARow;
    private final int slots;

    private final long[] serving;
    private final long[] utilization;
    private final long[] mean;
    private final long[] p99;
    private final long[] failed;
    private final long[] outside;
    private final long[] cost;

    private long micros;
    private long servingMicros;
    private double busyMicros;
    private double answered;
    private double responseMicros;
    private long worstMicros;
    private long outsideMicros;
    private long lost;

    LaneRows(int slots, int slotsARow) {
        this.slots = slots;
        this.slotsARow = slotsARow;
        int rows = rows(slots, slotsARow);
        serving = new long[rows];
        utilization = new long[rows];
        mean = new long[rows];
        p99 = new long[rows];
        failed = new long[rows];
        outside = new long[rows];
        cost = new long[rows];
    }

    static int rows(int slots, int slotsARow) {
        return (slots + slotsARow - 1) / slotsARow;
    }

    /** A time in which nothing changed. */
    void piece(
            long length, int instances, double used, double requests, long meanMicros, long p99Micros, long outsideOf) {
        micros += length;
        servingMicros += instances * length;
        busyMicros += used * instances * length;
        answered += requests;
        responseMicros += requests * meanMicros;
        worstMicros = Math.max(worstMicros, p99Micros);
        outsideMicros += outsideOf;
    }

    void slotEnds(int slot, int lostRequests, long costMicroUsd) {
        lost += lostRequests;
        if ((slot + 1) % slotsARow != 0 && slot + 1 != slots) {
            return;
        }
        int row = slot / slotsARow;
        serving[row] = Math.round((double) servingMicros / micros);
        utilization[row] = servingMicros == 0 ? 0 : Math.round(1000 * busyMicros / servingMicros);
        mean[row] = answered == 0 ? 0 : Math.round(responseMicros / answered);
        p99[row] = worstMicros;
        failed[row] = lost;
        outside[row] = outsideMicros;
        cost[row] = costMicroUsd;
        micros = 0;
        servingMicros = 0;
        busyMicros = 0;
        answered = 0;
        responseMicros = 0;
        worstMicros = 0;
        outsideMicros = 0;
        lost = 0;
    }

    Table table() {
        return new Table(
                "lane",
                serving.length,
                List.of(
                        new Column("serving", serving, false),
                        new Column("utilizationPermille", utilization, false),
                        new Column("meanMicros", mean, false),
                        new Column("p99Micros", p99, false),
                        new Column("failed", failed, false),
                        new Column("outsideMicros", outside, false),
                        new Column("costMicroUsd", cost, true)));
    }
}
