package dev.tilab.labs.elb;

/** Who or what ended a kept connection. */
enum ClosedBy {
    /** Nobody: it is there at the end of the run. */
    OPEN,
    SENDER,
    /** The balancer, after its idle time-out. */
    IDLE,
    /** A Network Load Balancer resets the flows of a target that has become unhealthy. */
    RESET,
    /** The target: it stopped, or it closed what it does not understand. */
    TARGET,
    ZONE,
    /** The node's old address was given back. */
    ADDRESS,
    SCHEME,
    PERSON,
    /** The sender, after he had waited in vain. */
    NO_ANSWER
}
