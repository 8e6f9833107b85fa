package dev.tilab.labs.failover;

import dev.tilab.cloud.Zones;
import dev.tilab.cloud.database.Role;
import dev.tilab.simulation.lab.Still;
import dev.tilab.simulation.lab.Svg;
import dev.tilab.simulation.timeline.Table;
import dev.tilab.simulation.timeline.Timeline;
import java.util.ArrayList;
import java.util.List;

/**
 * Draws an instant: zones as floors with who takes writes, and every second until then as a cell that is as high as many writes were
 * confirmed in it. Where nobody took writes there is a gap; below it stand the requests that failed.
 */
final class FailoverStill {

    private static final int WIDTH = 480;
    private static final double FLOOR = 15;
    private static final double GAP = 16;
    private static final double FLOORS = 44;
    private static final double FLOORS_WIDE = 118;
    private static final double CELLS = 178;

    /** Confirmed writes of a second, above the ground, and failed requests below it, have at most this height. */
    private static final double CONFIRMED_HIGH = 26;

    private static final double FAILED_HIGH = 14;

    /** Outcomes as the column counts them. */
    private static final int IN_FLIGHT = 0;

    private static final int COMPLETED = 1;

    private final Timeline run;
    private final long atMicros;
    private final int zones;
    private final double laneHigh;
    private final int seconds;
    private final Svg drawing;

    private FailoverStill(Timeline run, long atMicros, long lengthMicros) {
        this.run = run;
        this.atMicros = atMicros;
        zones = run.facts().get("zones").size();
        laneHigh = zones * FLOOR + GAP;
        seconds = (int) Math.max(1, (lengthMicros + 999_999) / 1_000_000);
        drawing = new Svg(WIDTH, (int) Math.ceil(run.lanes().size() * laneHigh));
    }

    /** @param lengthMicros for how much of the run there is room */
    static Still of(Timeline run, long atMicros, long lengthMicros) {
        FailoverStill still = new FailoverStill(run, atMicros, lengthMicros);
        List<Still.Lane> lanes = new ArrayList<>();
        for (int lane = 0; lane < run.lanes().size(); lane++) {
            lanes.add(still.lane(lane));
        }
        return new Still(atMicros, still.drawing, lanes);
    }

    private Still.Lane lane(int index) {
        double top = index * laneHigh + GAP / 2;
        for (int zone = 0; zone < zones; zone++) {
            boolean dark = zoneState(zone) == Zones.State.DARK.ordinal();
            drawing.rect(dark ? "wall off" : "wall", FLOORS, top + zone * FLOOR + 1, FLOORS_WIDE, FLOOR - 3);
        }
        machines(index, top);
        Still.Lane said = seconds(index, top);
        drawing.line("rail", 33, top + zones * FLOOR / 2, FLOORS - 3, top + zones * FLOOR / 2)
                .tag(22, top + zones * FLOOR / 2, index);
        return said;
    }

    private void machines(int lane, double top) {
        Table machines = run.table("machines");
        String[] zoneOf = run.facts().get("machines").get(lane).split(",");
        int[] role = new int[zoneOf.length];
        for (int row = 0; row < machines.rows(); row++) {
            if (machines.values("lane")[row] == lane && machines.values("atMicros")[row] <= atMicros) {
                role[(int) machines.values("machine")[row]] = (int) machines.values("role")[row];
            }
        }
        int[] inZone = new int[zones];
        for (int machine = 0; machine < role.length; machine++) {
            int zone = Integer.parseInt(zoneOf[machine]);
            double x = FLOORS + 8 + 38 * inZone[zone]++;
            double y = top + zone * FLOOR + 3.5;
            Role is = Role.values()[role[machine]];
            if (is == Role.PRIMARY || is == Role.OTHER_PRIMARY) {
                drawing.rect("fill", x, y, 32, 7);
            } else if (is == Role.DOWN || is == Role.FENCED) {
                drawing.rect("box off", x, y, 32, 7).path("cross", Svg.cross(x + 16, y + 3.5, 2.6));
            } else {
                drawing.rect("box", x, y, 32, 7);
                if (!is.isCopy()) { // on its way to take writes
                    drawing.rect("fill", x, y, 14, 7);
                }
            }
        }
    }

    private Still.Lane seconds(int index, double top) {
        Table lane = run.lanes().get(index);
        long[] arrival = run.table("requests").values("arrivalMicros");
        long[] operation = run.table("requests").values("operation");
        long[] ended = lane.values("endedMicros");
        long[] outcome = lane.values("outcome");
        int[] confirmed = new int[seconds];
        int[] failed = new int[seconds];
        long allConfirmed = 0;
        long allFailed = 0;
        for (int row = 0; row < arrival.length; row++) {
            long end = arrival[row] + ended[row];
            if (outcome[row] == IN_FLIGHT || end > atMicros) {
                continue;
            }
            int second = (int) Math.min(seconds - 1, end / 1_000_000);
            if (outcome[row] != COMPLETED) {
                failed[second]++;
                allFailed++;
            } else if (operation[row] == 0) {
                confirmed[second]++;
                allConfirmed++;
            }
        }
        double wide = (WIDTH - CELLS - 4) / seconds;
        double ground = top + CONFIRMED_HIGH + 1;
        bars("cells", confirmed, wide, ground, -CONFIRMED_HIGH);
        drawing.line("rail", CELLS, ground, WIDTH - 4, ground);
        bars("failed", failed, wide, ground + 1, FAILED_HIGH);
        return new Still.Lane(run.facts().get("lanes").get(index), List.of(allConfirmed, allFailed));
    }

    /** A bar for every second in which there was something, all of them one path. */
    private void bars(String look, int[] counts, double wide, double ground, double high) {
        int most = 1;
        for (int count : counts) {
            most = Math.max(most, count);
        }
        double gap = Math.min(1, wide / 4);
        StringBuilder way = new StringBuilder();
        for (int second = 0; second < counts.length; second++) {
            if (counts[second] > 0) {
                double tall = high * counts[second] / most;
                way.append("M" + Svg.point(CELLS + second * wide, ground) + "v" + Svg.number(tall) + "h"
                        + Svg.number(wide - gap) + "v" + Svg.number(-tall) + "z");
            }
        }
        drawing.path(look, way.toString());
    }

    private long zoneState(int zone) {
        Table zones = run.table("zones");
        long state = Zones.State.UP.ordinal();
        for (int row = 0; row < zones.rows() && zones.values("atMicros")[row] <= atMicros; row++) {
            state = zones.values("zone")[row] == zone ? zones.values("zoneState")[row] : state;
        }
        return state;
    }
}
