/**
 * The load-balancing lab. A {@code Workload} (who asks when, for how much) is drawn once from the seed; each {@code
 * Lane} is a region in which one {@code Strategy} sends it to servers, while {@code Mark}s (stop, slow, taken out by the
 * health check) happen to all lanes alike. A {@code LaneObserver} keeps what is asked for: figures, or columns for the
 * player. Strategies and their list are in {@code dev.tilab.cloud.balancer}.
 */
package dev.tilab.labs.loadbalancing;
