package dev.tilab.labs.elb;

import dev.tilab.cloud.balancer.CapacityUnits;
import dev.tilab.cloud.balancer.CapacityUnits.Flows;
import dev.tilab.labs.elb.ElbSummary.Bill;
import dev.tilab.labs.elb.ElbSummary.Dimension;
import java.util.List;

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

    /** Letters that rules were asked about. */
    private long asked;

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
        asked += lane.record.rule(row) == LetterRecord.NO_RULE ? 0 : 1;
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
                bill(CapacityUnits.application(
                        flows(TCP),
                        gigabytes(kilobytes[TCP]),
                        asked * perSecond,
                        lane.scenario.albRules.rules().size()));
            case NLB -> bill(CapacityUnits.network(flows(TCP), flows(UDP), gigabytes(kilobytes[TCP] + kilobytes[UDP])));
            case CLB -> bill(CapacityUnits.classic(gigabytes(kilobytes[TCP])));
            case DNS -> new Bill(List.of(), "", 0, 0, 0);
        };
    }

    private static Bill bill(CapacityUnits units) {
        return new Bill(
                units.measures().stream()
                        .map(each -> new Dimension(each.measure().id(), each.quantity(), each.units()))
                        .toList(),
                units.dominating().measure().id(),
                units.dominating().units(),
                units.usdPerHour(),
                units.usdPerMonth());
    }

    private Flows flows(int by) {
        return new Flows(opened[by] * perSecond, openMicros[by] / 1e6 * perSecond);
    }

    /** In an hour. */
    private double gigabytes(double ofTheRun) {
        return ofTheRun * 1e-6 * perSecond * 3600;
    }
}
