package dev.tilab.labs.elb;

import dev.tilab.labs.elb.CapacityUnits.Flows;
import dev.tilab.labs.elb.ElbSummary.Bill;

/** What an hour like a lane's run, {@code scale} times as busy, would cost. */
final class Billing {

    private static final int TCP = 0;
    private static final int UDP = 1;

    private final Lane lane;
    private final double perSecond;

    // By what carries them.
    private final double[] opened = new double[2];
    private final double[] openMicros = new double[2];
    private final double[] kilobytes = new double[2];

    Billing(Lane lane) {
        this.lane = lane;
        perSecond = lane.scenario.scale * 1e6 / lane.scenario.durationMicros;
        for (Threads.Line each : lane.threads.all()) {
            int by = lane.work.askOf(each.connection) == Ask.UDP ? UDP : TCP;
            opened[by]++;
            openMicros[by] += each.untilMicros - each.fromMicros;
        }
        for (int row = 0; row < lane.work.rows(); row++) {
            weigh(row);
        }
    }

    /** What never passed the door is nobody's traffic. */
    private void weigh(int row) {
        if (lane.record.target(row) >= 0 || lane.record.fate(row) == Fate.ANSWERED) {
            switch (lane.work.serviceOf(row)) {
                case MESSENGER -> kilobytes[TCP] += ElbScenario.TCP_KILOBYTES;
                case GAME -> kilobytes[UDP] += ElbScenario.UDP_KILOBYTES;
                default -> kilobytes[TCP] += lane.scenario.kilobytes;
            }
        }
    }

    Bill bill() {
        return switch (lane.balancer) {
            case ALB ->
                CapacityUnits.alb(
                        flows(TCP).opened(),
                        flows(TCP).active(),
                        flows(TCP).gigabytes(),
                        lane.record.evaluations() * perSecond);
            case NLB -> CapacityUnits.nlb(flows(TCP), flows(UDP));
            case CLB -> CapacityUnits.clb(flows(TCP).gigabytes());
            case DNS -> CapacityUnits.NONE;
        };
    }

    private Flows flows(int by) {
        return new Flows(
                opened[by] * perSecond, openMicros[by] / 1e6 * perSecond, kilobytes[by] * 1e-6 * perSecond * 3600);
    }
}
