package dev.tilab.labs.autoscaling;

import dev.tilab.simulation.lab.Still;
import dev.tilab.simulation.lab.Svg;
import dev.tilab.simulation.timeline.Table;
import dev.tilab.simulation.timeline.Timeline;
import java.util.ArrayList;
import java.util.List;

/**
 * Draws the run until an instant: what the instances in service can do as steps, demand as the one dark line over them, and what
 * failed hanging from it. Demand above the steps has no room.
 */
final class AutoScalingStill {

    private static final int WIDTH = 480;
    private static final double CHART = 44;
    private static final double GAP = 16;
    private static final double FROM = 44;
    private static final double TO = WIDTH - 4.0;

    /** Points of a line; a day has a hundred times as many slots. */
    private static final int POINTS = 216;

    /** What failed is at least so long; a thousandth of a crowd would not be seen. */
    private static final double SEEN = 5;

    private final Timeline run;
    private final int rows;
    private final int passed;
    private final int points;
    private final int shown;
    private final double perSecond;
    private final double slotSeconds;
    private final double most;
    private final Svg drawing;

    private AutoScalingStill(Timeline run, long atMicros, long lengthMicros) {
        this.run = run;
        long slotMicros = Long.parseLong(run.facts().get("slotMicros").get(0));
        slotSeconds = slotMicros / 1e6;
        rows = slots(lengthMicros, slotMicros);
        passed = slots(atMicros, slotMicros);
        points = Math.min(POINTS, rows);
        shown = (int) Math.max(1, (long) points * passed / rows);
        perSecond = Double.parseDouble(run.facts().get("instanceCapacity").get(0));
        double highest = 0;
        for (int lane = 0; lane < run.lanes().size(); lane++) {
            for (int point = 0; point < points; point++) {
                highest = Math.max(highest, Math.max(demand(point), capacity(lane, point)));
            }
        }
        most = Math.max(1, highest);
        drawing = new Svg(WIDTH, (int) Math.ceil(run.lanes().size() * (CHART + GAP)));
    }

    /** @param lengthMicros for how much of the run there is room */
    static Still of(Timeline run, long atMicros, long lengthMicros) {
        AutoScalingStill still = new AutoScalingStill(run, atMicros, lengthMicros);
        List<Still.Lane> lanes = new ArrayList<>();
        for (int lane = 0; lane < run.lanes().size(); lane++) {
            lanes.add(still.lane(lane));
        }
        return new Still(atMicros, still.drawing, lanes);
    }

    /** How many slots of the run have begun by then. */
    private int slots(long micros, long slotMicros) {
        return (int) Math.max(1, Math.min(run.table("demand").rows(), (micros + slotMicros - 1) / slotMicros));
    }

    private Still.Lane lane(int index) {
        double ground = index * (CHART + GAP) + GAP / 2 + CHART;
        StringBuilder steps = new StringBuilder("M" + Svg.point(FROM, ground));
        StringBuilder line = new StringBuilder();
        StringBuilder failures = new StringBuilder();
        for (int point = 0; point < shown; point++) {
            double room = capacity(index, point);
            if (point == 0 || room != capacity(index, point - 1)) {
                steps.append("H" + Svg.number(x(point)) + "V" + Svg.number(ground - CHART * room / most));
            }
            double top = ground - CHART * demand(point) / most;
            line.append((point == 0 ? "M" : "L") + Svg.point((x(point) + x(point + 1)) / 2, top));
            double failed = perSecond(run.lanes().get(index).values("failed"), point);
            if (failed > 0) {
                failures.append("M" + Svg.point((x(point) + x(point + 1)) / 2, top) + "v"
                        + Svg.number(Math.max(SEEN, CHART * failed / most)));
            }
        }
        steps.append("H" + Svg.number(x(shown)) + "V" + Svg.number(ground) + "z");
        drawing.path("room", steps.toString())
                .line("rail", FROM, ground, TO, ground)
                .path("missing", failures.toString())
                .path("demand", line.toString())
                .tag(22, ground - CHART / 2, index);
        Table lane = run.lanes().get(index);
        long failed = 0;
        for (int row = 0; row < passed; row++) {
            failed += lane.values("failed")[row];
        }
        return new Still.Lane(run.facts().get("lanes").get(index), List.of(lane.values("serving")[passed - 1], failed));
    }

    private double x(int point) {
        return FROM + (TO - FROM) * point / points;
    }

    private double demand(int point) {
        return perSecond(run.table("demand").values("requests"), point);
    }

    /** Mean of what the instances in service could serve. */
    private double capacity(int lane, int point) {
        return perSecond(run.lanes().get(lane).values("serving"), point) * slotSeconds * perSecond;
    }

    /** Mean a second of the slots that a point stands for. */
    private double perSecond(long[] bySlot, int point) {
        int from = (int) ((long) rows * point / points);
        int to = Math.max(from + 1, (int) ((long) rows * (point + 1) / points));
        double sum = 0;
        for (int row = from; row < to; row++) {
            sum += bySlot[row];
        }
        return sum / (to - from) / slotSeconds;
    }
}
