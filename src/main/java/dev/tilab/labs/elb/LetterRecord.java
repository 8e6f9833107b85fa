package dev.tilab.labs.elb;

import dev.tilab.simulation.timeline.Column;
import dev.tilab.simulation.timeline.Table;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/** What became of each letter in a lane, a row a letter; times count from when it was sent. */
final class LetterRecord {

    /** In place of a rule: the default decided. */
    static final int OTHERWISE = -1;

    /** In place of a rule: none was asked. */
    static final int NO_RULE = -2;

    private final Workload work;
    private final long endMicros;
    private long failedThoughKnown;
    private int mostTargets;

    private final BitSet settled;
    private final Fate[] fate;
    private final byte[] node;
    private final byte[] target;
    private final byte[] rule;
    private final short[] status;
    private final int[] address;
    private final int[] reachedMicros;
    private final int[] endedMicros;

    LetterRecord(Workload work, long endMicros) {
        this.work = work;
        this.endMicros = endMicros;
        int rows = work.rows();
        settled = new BitSet(rows);
        fate = new Fate[rows];
        Arrays.fill(fate, Fate.IN_FLIGHT);
        node = nothing(rows);
        target = nothing(rows);
        rule = new byte[rows];
        Arrays.fill(rule, (byte) NO_RULE);
        status = new short[rows];
        address = new int[rows];
        Arrays.fill(address, -1);
        reachedMicros = new int[rows];
        Arrays.fill(reachedMicros, -1);
        endedMicros = new int[rows];
        Arrays.fill(endedMicros, -1);
    }

    private static byte[] nothing(int rows) {
        byte[] values = new byte[rows];
        Arrays.fill(values, (byte) -1);
        return values;
    }

    void came(int row, int toNode, int toAddress) {
        node[row] = (byte) toNode;
        address[row] = toAddress;
    }

    void decided(int row, int place) {
        rule[row] = (byte) place;
    }

    /** So many targets have got letters of one connection by now, as it was opened once. */
    void spread(int targets) {
        mostTargets = Math.max(mostTargets, targets);
    }

    int mostTargets() {
        return mostTargets;
    }

    /** A letter failed at a target that its node believed unhealthy. */
    void failedThoughKnown() {
        failedThoughKnown++;
    }

    long countFailedThoughKnown() {
        return failedThoughKnown;
    }

    void sent(int row, int toTarget) {
        target[row] = (byte) toTarget;
    }

    void reached(int row, long nowMicros) {
        reachedMicros[row] = (int) (nowMicros - work.atMicros[row]);
    }

    /** It is decided what becomes of it; it is on its way for as long as its sender does not know. */
    void ended(int row, Fate how, int code, long whenMicros) {
        settled.set(row);
        if (whenMicros <= endMicros) {
            fate[row] = how;
            status[row] = (short) code;
            endedMicros[row] = (int) (whenMicros - work.atMicros[row]);
        }
    }

    Fate fate(int row) {
        return fate[row];
    }

    /** Whether it is not decided yet what becomes of it. */
    boolean isOpen(int row) {
        return !settled.get(row);
    }

    int node(int row) {
        return node[row];
    }

    int target(int row) {
        return target[row];
    }

    int rule(int row) {
        return rule[row];
    }

    int status(int row) {
        return status[row];
    }

    int address(int row) {
        return address[row];
    }

    /** −1 if it never got to a target. */
    int reachedMicros(int row) {
        return reachedMicros[row];
    }

    /** −1 while it is on its way. */
    int endedMicros(int row) {
        return endedMicros[row];
    }

    Table table() {
        long[] fates = new long[fate.length];
        long[] codes = new long[fate.length];
        for (int row = 0; row < fate.length; row++) {
            fates[row] = fate[row].ordinal();
            codes[row] = status[row];
        }
        return new Table(
                "lane",
                fate.length,
                List.of(
                        new Column("outcome", fates, false),
                        Workload.column("node", node),
                        Workload.column("target", target),
                        Workload.column("rule", rule),
                        new Column("status", codes, false),
                        Workload.column("reachedMicros", reachedMicros),
                        Workload.column("endedMicros", endedMicros),
                        Workload.column("address", address)));
    }
}
