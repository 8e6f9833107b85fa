package dev.tilab.labs.autoscaling;

/**
 * What an instance does, and what is asked of it.
 *
 * @param perSecond requests a second that one instance serves at full utilization
 * @param timeoutMicros longest that a request may wait
 * @param finishes whether instances finish the work of requests whose callers have left after the time-out
 * @param objectiveMicros response time that 99 % of the requests have to keep
 * @param routing how the load balancer spreads requests
 */
record ServiceSettings(double perSecond, long timeoutMicros, boolean finishes, long objectiveMicros, Routing routing) {}
