package dev.tilab.labs.loadbalancing;

/** The requests of a run, one after another in order of arrival; the same in every lane. */
abstract class Workload {

    /** When the present request arrives at the load balancer; before 0 in the warm-up. */
    long arrivalMicros;

    /** How long a target of speed 1 needs for the present request, at least 1. */
    long demandMicros;

    /** Who sent the present request, from 0; the lowest numbers send most. */
    int client;

    /** Goes on to the next request. Past the last one, {@link #arrivalMicros} lies beyond the end of the run. */
    abstract void advance();
}
