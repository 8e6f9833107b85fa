package dev.tilab.labs.elb;

import dev.tilab.labs.elb.ElbSummary.Bill;
import dev.tilab.labs.elb.ElbSummary.Dimension;
import java.util.Comparator;
import java.util.List;

/**
 * What an hour of a balancer costs (AWS, "Elastic Load Balancing pricing", Seoul as read on 2026-10-01; of a Classic Load Balancer
 * the price of a gigabyte there was not found, us-east-1's stands for it). Of the dimensions of capacity units the largest is billed,
 * never their sum; a Network Load Balancer counts them for TCP and for UDP apart, and bills both.
 */
final class CapacityUnits {

    private static final double HOURS_A_MONTH = 730;

    /** No balancer, no bill. */
    static final Bill NONE = new Bill(List.of(), "", 0, 0, 0);

    private CapacityUnits() {}

    /**
     * Of an Application Load Balancer.
     *
     * @param opened new connections a second
     * @param active connections at one time
     * @param gigabytes in an hour
     * @param evaluations rules asked a second, the ten of a request that are free not counted
     */
    static Bill alb(double opened, double active, double gigabytes, double evaluations) {
        return bill(
                0.0225,
                0.008,
                List.of(
                        dimension("new", opened, 25),
                        dimension("active", active, 3_000),
                        dimension("bytes", gigabytes, 1),
                        dimension("rules", evaluations, 1_000)));
    }

    /** What a Network Load Balancer counts of one protocol: a second, at one time, in an hour. */
    record Flows(double opened, double active, double gigabytes) {}

    static Bill nlb(Flows tcp, Flows udp) {
        List<Dimension> ofTcp = List.of(
                dimension("new", tcp.opened(), 800),
                dimension("active", tcp.active(), 100_000),
                dimension("bytes", tcp.gigabytes(), 1));
        List<Dimension> ofUdp = List.of(
                dimension("new", udp.opened(), 400),
                dimension("active", udp.active(), 50_000),
                dimension("bytes", udp.gigabytes(), 1));
        Dimension most = largest(ofTcp).units() >= largest(ofUdp).units() ? largest(ofTcp) : largest(ofUdp);
        double units = largest(ofTcp).units() + largest(ofUdp).units();
        List<Dimension> both = List.of(
                both(ofTcp.get(0), ofUdp.get(0)), both(ofTcp.get(1), ofUdp.get(1)), both(ofTcp.get(2), ofUdp.get(2)));
        double usd = 0.0225 + 0.006 * units;
        return new Bill(both, most.id(), units, usd, usd * HOURS_A_MONTH);
    }

    static Bill clb(double gigabytes) {
        return bill(0.025, 0.008, List.of(dimension("bytes", gigabytes, 1)));
    }

    private static Dimension both(Dimension one, Dimension other) {
        return new Dimension(one.id(), one.quantity() + other.quantity(), one.units() + other.units());
    }

    private static Dimension dimension(String id, double quantity, double perUnit) {
        return new Dimension(id, quantity, quantity / perUnit);
    }

    private static Dimension largest(List<Dimension> dimensions) {
        return dimensions.stream()
                .max(Comparator.comparingDouble(Dimension::units))
                .orElseThrow();
    }

    private static Bill bill(double usdPerHour, double usdPerUnit, List<Dimension> dimensions) {
        Dimension largest = largest(dimensions);
        double usd = usdPerHour + usdPerUnit * largest.units();
        return new Bill(dimensions, largest.id(), largest.units(), usd, usd * HOURS_A_MONTH);
    }
}
