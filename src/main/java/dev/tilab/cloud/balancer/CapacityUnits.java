package dev.tilab.cloud.balancer;

import java.util.Comparator;
import java.util.List;

/**
 * What an hour of a load balancer costs: its hour, and capacity units of the one measure that used most of them, never the sum of all
 * (AWS, "Elastic Load Balancing pricing", read by way of the Vantage handbook; Seoul, 2026-10-01). A Classic Load Balancer has a single
 * measure, its gigabytes.
 *
 * @param measures what was used, in the order in which AWS lists it
 * @param hourMicroUsd millionths of a dollar for an hour in which nothing happens
 * @param unitMicroUsd millionths of a dollar for a unit in an hour
 */
public record CapacityUnits(List<Measured> measures, long hourMicroUsd, long unitMicroUsd) {

    /** What is measured. */
    public enum Measure {
        /** Connections or flows that begin. */
        NEW("new"),
        /** Connections or flows that are there at one time. */
        ACTIVE("active"),
        /** Bytes of requests and answers. */
        BYTES("bytes"),
        /** Rules that are asked: those beyond the tenth, for every request. */
        RULES("rules");

        private final String id;

        Measure(String id) {
            this.id = id;
        }

        /** The word in JSON and message keys. */
        public String id() {
            return id;
        }
    }

    /**
     * A measure and what came of it.
     *
     * @param quantity new: 1/s; active: connections; bytes: GB/h; rules: 1/s
     * @param units the same in capacity units
     */
    public record Measured(Measure measure, double quantity, double units) {}

    /**
     * Connections or flows of one protocol.
     *
     * @param newPerSecond how many begin
     * @param active how many there are at one time
     */
    public record Flows(double newPerSecond, double active) {}

    /** Rules that are asked for nothing. */
    public static final int FREE_RULES = 10;

    private static final int HOURS_A_MONTH = 730;
    private static final double MICROS_A_DOLLAR = 1e6;

    private static final long ALB_HOUR = 22_500;
    private static final long LCU = 8_000;
    private static final long NLB_HOUR = 22_500;
    private static final long NLCU = 6_000;
    private static final long CLB_HOUR = 25_000;

    /** No price of Seoul was found: us-east-1's. */
    private static final long CLB_GB = 8_000;

    public CapacityUnits {
        measures = List.copyOf(measures);
    }

    /**
     * An Application Load Balancer's; a unit is 25 new connections a second, 3,000 active ones, 1 GB an hour or 1,000 rules a second.
     *
     * @param requestsPerSecond each of them asks the rules
     * @param rules how many there are
     */
    public static CapacityUnits application(
            Flows connections, double gigabytesPerHour, double requestsPerSecond, int rules) {
        double asked = Math.max(0, rules - FREE_RULES) * requestsPerSecond;
        return new CapacityUnits(
                List.of(
                        measured(Measure.NEW, connections.newPerSecond, 25),
                        measured(Measure.ACTIVE, connections.active, 3_000),
                        measured(Measure.BYTES, gigabytesPerHour, 1),
                        measured(Measure.RULES, asked, 1_000)),
                ALB_HOUR,
                LCU);
    }

    /**
     * A Network Load Balancer's; a unit is 800 new TCP connections or 400 new UDP flows a second, 100,000 or 50,000 active ones, or 1 GB
     * an hour. That the protocols' shares of a measure add up is assumed.
     */
    public static CapacityUnits network(Flows tcp, Flows udp, double gigabytesPerHour) {
        return new CapacityUnits(
                List.of(
                        new Measured(
                                Measure.NEW,
                                tcp.newPerSecond + udp.newPerSecond,
                                tcp.newPerSecond / 800 + udp.newPerSecond / 400),
                        new Measured(
                                Measure.ACTIVE, tcp.active + udp.active, tcp.active / 100_000 + udp.active / 50_000),
                        measured(Measure.BYTES, gigabytesPerHour, 1)),
                NLB_HOUR,
                NLCU);
    }

    /** A Classic Load Balancer's. */
    public static CapacityUnits classic(double gigabytesPerHour) {
        return new CapacityUnits(List.of(measured(Measure.BYTES, gigabytesPerHour, 1)), CLB_HOUR, CLB_GB);
    }

    /** Where there is no load balancer there is nothing to pay. */
    public static CapacityUnits none() {
        return new CapacityUnits(List.of(measured(Measure.BYTES, 0, 1)), 0, 0);
    }

    private static Measured measured(Measure measure, double quantity, double ofOneUnit) {
        return new Measured(measure, quantity, quantity / ofOneUnit);
    }

    /** The measure that is billed: the first of those that used most units. */
    public Measured dominating() {
        return measures.stream()
                .max(Comparator.comparingDouble(Measured::units))
                .orElseThrow();
    }

    public double usdPerHour() {
        return (hourMicroUsd + unitMicroUsd * dominating().units) / MICROS_A_DOLLAR;
    }

    /** A month of 730 hours like this one. */
    public double usdPerMonth() {
        return HOURS_A_MONTH * usdPerHour();
    }
}
