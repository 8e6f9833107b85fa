package dev.tilab.labs.autoscaling;

/**
 * What an instance does, and what is asked of it.
 *
 * @param perSecond requests a second that one instance serves at full utilization
 * @param timeoutMicros longest that a request may wait
 * @param objectiveMicros response time that 99 % of the requests have to keep
 * @param routing how the load balancer spreads requests
 */
record ServiceSettings(double perSecond, long timeoutMicros, long objectiveMicros, Routing routing) {}
