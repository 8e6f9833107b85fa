package dev.tilab.labs.autoscaling;

/** What the load balancer has counted. A policy asks about the past only; instants before 0 are the days before the run. */
@FunctionalInterface
interface Demand {

    /** Mean arrival rate, in requests a second, between two instants. */
    double perSecond(long fromMicros, long toMicros);
}
