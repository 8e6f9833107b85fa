package dev.tilab.cloud;

import org.jspecify.annotations.Nullable;

/**
 * A request between its arrival at a load balancer and its reply. Ten million of them pass through a run, so whoever makes them
 * uses the objects again and again, and whoever holds one for a while (a queue, a link) strings them together by {@link #next}:
 * no event costs memory.
 */
public final class Request {

    /** Its number in order of arrival, from 0. */
    public int row;

    /** Who sent it, from 0. */
    public int client;

    /** Whether it only wants to know something; others change it. */
    public boolean isRead;

    /** How long a server of speed 1 needs for it, at least 1. */
    public long demandMicros;

    /** When it arrived at the load balancer: what its response time counts from. */
    public long arrivalMicros;

    /** Number of the target that it was sent to. */
    public int target;

    /** When its service began; −1 if it has not. */
    public long startMicros;

    /** When it left its target; −1 while it has not. */
    public long endMicros;

    /** What became of it at the target; {@link Outcome#IN_FLIGHT} as long as it is there or on its way to it. */
    public Outcome outcome = Outcome.IN_FLIGHT;

    /** The request behind it in a queue or on a link, or the next unused one: belongs to whoever holds it. */
    public @Nullable Request next;

    /** When it comes to the end of the link that it is on. */
    long dueMicros;
}
