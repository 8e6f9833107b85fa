package dev.tilab.labs.elb;

import dev.tilab.simulation.lab.Still;
import dev.tilab.simulation.lab.Svg;
import dev.tilab.simulation.timeline.Table;
import dev.tilab.simulation.timeline.Timeline;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Draws an instant of the first two ways in, one over the other: letters on their way, the wall with its door, and for each service a
 * bar of what was delivered right until then, with crosses for the rest. What one of them cannot deliver the other does.
 */
final class ElbStill {

    private static final int WIDTH = 480;
    private static final int MOST_LANES = 2;
    private static final double ROW = 11;
    private static final double GAP = 14;
    private static final double WALL = 96;
    private static final double SIGN = 269;
    private static final double BARS = 288;
    private static final double BARS_WIDE = 190;
    private static final double BAR_HIGH = 6;
    private static final double CROSSES_APART = 8;

    /** A letter is drawn so long on its way to the door, and as long from there to its target; milliseconds in truth. */
    private static final long HALF_FLIGHT_MICROS = 800_000;

    private static final int MOST_FLIGHTS = 24;

    private final Timeline run;
    private final long atMicros;
    private final long[] sentMicros;
    private final int[] rowOfSender;
    private final int[] serviceOfTarget;
    private final Svg drawing;

    private ElbStill(Timeline run, long atMicros) {
        this.run = run;
        this.atMicros = atMicros;
        sentMicros = run.table("letters").values("atMicros");
        rowOfSender = numbers("senderRow");
        serviceOfTarget = numbers("targetService");
        drawing = new Svg(WIDTH, (int) Math.ceil(lanes() * (services() * ROW + GAP)));
    }

    static Still of(Timeline run, long atMicros) {
        ElbStill still = new ElbStill(run, atMicros);
        List<Still.Lane> said = new ArrayList<>();
        for (int lane = 0; lane < run.lanes().size(); lane++) {
            if (lane < still.lanes()) {
                still.draw(lane);
            }
            said.add(still.said(lane));
        }
        return new Still(atMicros, still.drawing, said);
    }

    private int lanes() {
        return Math.min(MOST_LANES, run.lanes().size());
    }

    private static int services() {
        return Service.values().length;
    }

    private int[] numbers(String fact) {
        return run.facts().get(fact).stream().mapToInt(Integer::parseInt).toArray();
    }

    private void draw(int index) {
        double top = index * (services() * ROW + GAP) + GAP / 2;
        double middle = top + services() * ROW / 2;
        drawing.line("box", WALL, top, WALL, top + services() * ROW);
        flights(index, top, middle);
        drawing.tag(WALL, middle, index);
        bars(index, top);
    }

    /** Letters that were sent shortly before. */
    private void flights(int index, double top, double middle) {
        Table lane = run.lanes().get(index);
        long[] sender = run.table("letters").values("sender");
        long[] target = lane.values("target");
        StringBuilder dots = new StringBuilder();
        int drawn = 0;
        for (int row = firstAfter(atMicros) - 1; row >= 0 && drawn < MOST_FLIGHTS; row--) {
            double way = (atMicros - sentMicros[row]) / (double) HALF_FLIGHT_MICROS;
            if (way >= 2) {
                break;
            }
            double y = top + (rowOfSender[(int) sender[row]] + 0.5) * ROW;
            if (way < 1) {
                dots.append(dot(4 + (WALL - 16) * way, y + (middle - y) * way * way));
                drawn++;
            } else if (target[row] >= 0) {
                double to = top + (serviceOfTarget[(int) target[row]] + 0.5) * ROW;
                dots.append(dot(WALL + 14 + (SIGN - WALL - 24) * (way - 1), middle + (to - middle) * (way - 1)));
                drawn++;
            }
        }
        drawing.path("dots", dots.toString());
    }

    private static String dot(double x, double y) {
        return "M" + Svg.point(x, y) + "h0";
    }

    private int firstAfter(long micros) {
        int from = 0;
        int to = sentMicros.length;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (sentMicros[middle] <= micros) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }

    /** What was delivered right and what failed until the instant, for each service. */
    private int[][] counts(int index) {
        Table lane = run.lanes().get(index);
        long[] service = run.table("letters").values("service");
        long[] outcome = lane.values("outcome");
        long[] ended = lane.values("endedMicros");
        int[][] counts = new int[2][services()];
        int sent = firstAfter(atMicros);
        for (int row = 0; row < sent; row++) {
            if (ended[row] >= 0 && sentMicros[row] + ended[row] <= atMicros) {
                counts[outcome[row] == Fate.DELIVERED.ordinal() ? 0 : 1][(int) service[row]]++;
            }
        }
        return counts;
    }

    private Still.Lane said(int index) {
        int[][] counts = counts(index);
        return new Still.Lane(
                run.facts().get("lanes").get(index),
                Arrays.stream(counts)
                        .map(each -> (long) Arrays.stream(each).sum())
                        .toList());
    }

    private void bars(int index, double top) {
        int[][] counts = counts(index);
        StringBuilder crosses = new StringBuilder();
        for (int each = 0; each < services(); each++) {
            double y = top + (each + 0.5) * ROW;
            sign(each, y);
            drawing.rect("wall", BARS, y - BAR_HIGH / 2, BARS_WIDE, BAR_HIGH);
            int all = counts[0][each] + counts[1][each];
            double wide = all == 0 ? 0 : BARS_WIDE * counts[0][each] / all;
            drawing.rect("fill", BARS, y - BAR_HIGH / 2, wide, BAR_HIGH);
            for (double x = BARS + BARS_WIDE - 5; all > 0 && x > BARS + wide + 2; x -= CROSSES_APART) {
                crosses.append(Svg.cross(x, y, 1.7));
            }
        }
        drawing.path("cross", crosses.toString());
    }

    /** As many strokes as letters of this service have inside, a parcel, datagrams. */
    private void sign(int service, double y) {
        if (service == Service.MESSENGER.ordinal()) {
            drawing.rect("fill", SIGN - 2.7, y - 2.7, 5.4, 5.4);
        } else if (service == Service.GAME.ordinal()) {
            for (int dot = -1; dot <= 1; dot++) {
                drawing.rect("fill", SIGN + dot * 4 - 1, y - 1, 2, 2);
            }
        } else {
            for (int stroke = 0; stroke <= service; stroke++) {
                drawing.rect("fill", SIGN + (stroke - service / 2.0) * 3 - 0.7, y - 3, 1.4, 6);
            }
        }
    }
}
