package dev.tilab.cloud.traffic;

/** What the load balancer has counted. A policy asks about the past only; instants before 0 are the days before the run. */
@FunctionalInterface
public interface Demand {

    /** Of somebody who has counted nothing. */
    Demand NOTHING = (fromMicros, toMicros) -> 0;

    /** Mean arrival rate, in requests a second, between two instants. */
    double perSecond(long fromMicros, long toMicros);
}
