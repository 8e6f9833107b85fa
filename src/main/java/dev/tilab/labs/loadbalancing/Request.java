package dev.tilab.labs.loadbalancing;

/** A request between its arrival at the load balancer and its reply. The lane uses the objects again and again. */
final class Request implements Runnable {

    private final Lane lane;

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

    /** The request behind it in its target's queue, or the next unused one. */
    Request next;

    Request(Lane lane) {
        this.lane = lane;
    }

    /** Has come to the end of the network between load balancer and target, one way or the other. */
    @Override
    public void run() {
        if (outcome == Outcome.IN_FLIGHT) {
            target.arrive(this);
        } else {
            lane.reply(this);
        }
    }
}
