package dev.tilab.labs.loadbalancing;

import dev.tilab.cloud.Request;
import dev.tilab.cloud.balancer.Strategy;

/** Sees what happens in a lane and keeps of it what is wanted; here, nothing. */
class LaneObserver {

    /** The strategy has just chosen the request's target; its counters do not hold the request yet. */
    void chosen(Request request, Strategy strategy) {}

    /** The request has just left its target. */
    void left(Request request) {}

    /** The reply, good or bad, has just reached the load balancer. */
    void replied(Request request, long nowMicros) {}

    /** The run is over and the request is still at its target. */
    void remains(Request request) {}
}
