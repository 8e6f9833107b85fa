package dev.tilab.labs.loadbalancing;

/** A request between its arrival at the load balancer and its reply. The lane uses the objects again and again. */
final class Request {

    /** Its number in order of arrival, from 0. */
    int row;

    int client;
    long demandMicros;

    /** When it arrived at the load balancer: what its response time counts from. */
    long arrivalMicros;

    Target target;

    /** When its service began; −1 if it has not. */
    long startMicros;

    /** When it left its target; −1 while it has not. */
    long endMicros;

    /** What became of it at the target; {@link Outcome#IN_FLIGHT} as long as it is there or on its way to it. */
    Outcome outcome;

    /** When it comes to the end of the link that it is on. */
    long dueMicros;

    /** The request behind it in its target's queue or on its link, or the next unused one. */
    Request next;
}
