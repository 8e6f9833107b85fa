package dev.tilab.labs.loadbalancing;

import dev.tilab.cloud.Outcome;
import dev.tilab.simulation.lab.Still;
import dev.tilab.simulation.lab.Svg;
import dev.tilab.simulation.timeline.Table;
import dev.tilab.simulation.timeline.Timeline;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Draws an instant: what waits before each target, what each works on, and a cross for every request that failed by then. */
final class LoadBalancingStill {

    private static final int WIDTH = 480;
    private static final double ROW = 10;
    private static final double GAP = 15;
    private static final double RAIL = 96;
    private static final double BOX = 304;
    private static final double BOX_WIDE = 30;
    private static final double DOT = 6;
    private static final double CROSSES = 352;
    private static final double CROSS = 6.4;

    private final Timeline run;
    private final long atMicros;
    private final long latencyMicros;
    private final int targets;
    private final double laneHigh;
    private final Svg drawing;

    private LoadBalancingStill(Timeline run, long atMicros) {
        this.run = run;
        this.atMicros = atMicros;
        latencyMicros = Long.parseLong(run.facts().get("latencyMicros").get(0));
        targets = run.facts().get("targets").size();
        laneHigh = targets * ROW + GAP;
        drawing = new Svg(WIDTH, (int) Math.ceil(run.lanes().size() * laneHigh));
    }

    static Still of(Timeline run, long atMicros) {
        LoadBalancingStill still = new LoadBalancingStill(run, atMicros);
        List<Still.Lane> lanes = new ArrayList<>();
        for (int lane = 0; lane < run.lanes().size(); lane++) {
            lanes.add(still.lane(lane));
        }
        return new Still(atMicros, still.drawing, lanes);
    }

    private Still.Lane lane(int index) {
        Table lane = run.lanes().get(index);
        long[] arrival = run.table("requests").values("arrivalMicros");
        long[] target = lane.values("target");
        long[] wait = lane.values("waitMicros");
        long[] ended = lane.values("endedMicros");
        long[] outcome = lane.values("outcome");
        int[] waiting = new int[targets];
        boolean[] busy = new boolean[targets];
        long failed = 0;
        for (int row = 0; row < arrival.length; row++) {
            long reached = arrival[row] + latencyMicros;
            if (reached > atMicros) {
                break; // so have all after it
            }
            boolean gone = ended[row] >= 0 && reached + ended[row] <= atMicros;
            Outcome how = LoadBalancingTimeline.OUTCOMES.get((int) outcome[row]);
            boolean trouble = how == Outcome.FAILED || how == Outcome.REJECTED;
            if (trouble && (gone || ended[row] < 0)) {
                failed += arrival[row] < 0 ? 0 : 1; // those of the warm-up are in no figure
            } else if (!gone && target[row] >= 0) {
                boolean works = wait[row] >= 0 && reached + wait[row] <= atMicros;
                busy[(int) target[row]] |= works;
                waiting[(int) target[row]] += works ? 0 : 1;
            }
        }
        draw(index, waiting, busy, failed);
        return new Still.Lane(
                run.facts().get("lanes").get(index),
                List.of((long) Arrays.stream(waiting).sum(), failed));
    }

    private void draw(int index, int[] waiting, boolean[] busy, long failed) {
        double top = index * laneHigh + GAP / 2;
        double middle = top + targets * ROW / 2;
        StringBuilder dots = new StringBuilder();
        for (int each = 0; each < targets; each++) {
            double y = top + (each + 0.5) * ROW;
            drawing.line("rail", 30, middle, RAIL - 14, y).line("rail", RAIL - 14, y, BOX - 3, y);
            int room = (int) ((BOX - RAIL) / DOT);
            if (waiting[each] > room) { // too many to count by eye, and longer than the way there
                drawing.rect("crowd", RAIL - 8, y - 2.4, BOX - RAIL + 3, 4.8);
            } else {
                for (int place = 0; place < waiting[each]; place++) {
                    dots.append("M" + Svg.point(BOX - 7 - place * DOT, y) + "h0");
                }
            }
            String state = isStopped(each) ? "off" : speed(each) < 1 ? "slow" : "";
            drawing.rect("box " + state, BOX, y - 3.6, BOX_WIDE, 7.2);
            if (busy[each]) {
                drawing.rect("fill " + state, BOX, y - 3.6, BOX_WIDE, 7.2);
            }
            if (isStopped(each)) {
                drawing.path("cross", Svg.cross(BOX + BOX_WIDE / 2, y, 2.6));
            }
        }
        int rows = (int) Math.max(1, targets * ROW / CROSS);
        long most = rows * (long) ((WIDTH - CROSSES) / CROSS);
        StringBuilder crosses = new StringBuilder();
        for (int each = 0; each < Math.min(most, failed); each++) {
            crosses.append(Svg.cross(CROSSES + each / rows * CROSS, top + (each % rows + 0.5) * CROSS, 2));
        }
        drawing.path("dots", dots.toString())
                .path("cross failures", crosses.toString())
                .tag(24, middle, index);
    }

    private boolean isStopped(int target) {
        return last(target, Mark.Kind.STOP) > last(target, Mark.Kind.START);
    }

    /** Of what the target was bought as; below 1 where somebody slowed it. */
    private double speed(int target) {
        long at = last(target, Mark.Kind.SLOW);
        if (at < 0) {
            return Double.parseDouble(run.facts().get("speeds").get(target));
        }
        return 1000.0 / run.table("marks").values("value")[(int) at];
    }

    /** The row of the latest mark of a kind, -1 where there is none yet. */
    private long last(int target, Mark.Kind kind) {
        Table marks = run.table("marks");
        long found = -1;
        for (int row = 0; row < marks.rows() && marks.values("atMicros")[row] <= atMicros; row++) {
            if (marks.values("target")[row] == target && marks.values("kind")[row] == kind.ordinal()) {
                found = row;
            }
        }
        return found;
    }
}
