package dev.tilab.labs.elb;

import dev.tilab.labs.elb.ElbSummary.Bill;
import dev.tilab.labs.elb.ElbSummary.Dimension;
import java.util.Comparator;
import java.util.List;

/** What an hour like a lane's run would cost. */
final class Billing {

    private static final double HOURS_A_MONTH = 730;

    private final Lane lane;
    private final double perSecond;

    Billing(Lane lane) {
        this.lane = lane;
        perSecond = lane.scenario.scale * 1e6 / lane.scenario.durationMicros;
    }

    Bill bill() {
        return switch (lane.balancer) {
            case ALB ->
                bill(
                        0.0225,
                        0.008,
                        List.of(
                                dimension("new", opened(false) + opened(true), 25),
                                dimension("active", active(false) + active(true), 3_000),
                                dimension("bytes", gigabytes(), 1),
                                dimension("rules", lane.record.evaluations() * perSecond, 1_000)));
            case NLB ->
                bill(
                        0.0225,
                        0.006,
                        List.of(
                                new Dimension(
                                        "new", opened(false) + opened(true), opened(false) / 800 + opened(true) / 400),
                                new Dimension(
                                        "active",
                                        active(false) + active(true),
                                        active(false) / 100_000 + active(true) / 50_000),
                                dimension("bytes", gigabytes(), 1)));
            case CLB -> bill(0.025, 0.008, List.of(dimension("bytes", gigabytes(), 1)));
            case DNS -> new Bill(List.of(), "", 0, 0, 0);
        };
    }

    private static Dimension dimension(String id, double quantity, double perUnit) {
        return new Dimension(id, quantity, quantity / perUnit);
    }

    /** The largest is billed, never the sum. */
    private static Bill bill(double usdPerHour, double usdPerUnit, List<Dimension> dimensions) {
        Dimension largest = dimensions.stream()
                .max(Comparator.comparingDouble(Dimension::units))
                .orElseThrow();
        double usd = usdPerHour + usdPerUnit * largest.units();
        return new Bill(dimensions, largest.id(), largest.units(), usd, usd * HOURS_A_MONTH);
    }

    private double opened(boolean udp) {
        return lane.threads.all().stream().filter(each -> isUdp(each) == udp).count() * perSecond;
    }

    /** As many at one time, on average. */
    private double active(boolean udp) {
        return lane.threads.all().stream()
                        .filter(each -> isUdp(each) == udp)
                        .mapToDouble(each -> each.untilMicros - each.fromMicros)
                        .sum()
                / 1e6
                * perSecond;
    }

    private boolean isUdp(Threads.Line each) {
        return lane.work.askOf(each.connection) == Ask.UDP;
    }

    /** In an hour, of what passed the door. */
    private double gigabytes() {
        double kilobytes = 0;
        for (int row = 0; row < lane.work.rows(); row++) {
            if (lane.record.target(row) >= 0 || lane.record.fate(row) == Fate.ANSWERED) {
                kilobytes += switch (lane.work.serviceOf(row)) {
                    case MESSENGER -> ElbScenario.TCP_KILOBYTES;
                    case GAME -> ElbScenario.UDP_KILOBYTES;
                    default -> lane.scenario.kilobytes;
                };
            }
        }
        return kilobytes * 1e-6 * perSecond * 3600;
    }
}
