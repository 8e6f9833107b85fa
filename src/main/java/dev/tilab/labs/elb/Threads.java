package dev.tilab.labs.elb;

import java.util.ArrayList;
import java.util.List;

/** Kept connections of a lane: who keeps which for how long. Where one ends tells who keeps it. */
final class Threads {

    /** A connection as it was kept once; one that was cut and opened again is two. */
    static final class Line {
        final int connection;
        final long fromMicros;
        final int node;
        long untilMicros;
        ClosedBy closedBy = ClosedBy.OPEN;

        /** The target that it runs through to; −1 if it ends at the node. */
        int target = -1;

        private Line(int connection, long fromMicros, int node, long untilMicros) {
            this.connection = connection;
            this.fromMicros = fromMicros;
            this.node = node;
            this.untilMicros = untilMicros;
        }
    }

    private final List<Line> all = new ArrayList<>();
    private final long endMicros;

    Threads(long endMicros) {
        this.endMicros = endMicros;
    }

    Line open(int connection, long nowMicros, int node) {
        Line line = new Line(connection, nowMicros, node, endMicros);
        all.add(line);
        return line;
    }

    List<Line> all() {
        return all;
    }

    /** By their beginnings. */
    List<long[]> rows() {
        return all.stream()
                .map(each -> new long[] {
                    each.connection, each.fromMicros, each.untilMicros, each.node, each.target, each.closedBy.ordinal()
                })
                .toList();
    }
}
