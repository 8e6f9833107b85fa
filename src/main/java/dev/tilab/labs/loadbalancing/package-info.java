/**
 * The load-balancing lab. A {@code Workload} (who asks when, for how much) is drawn once from the seed; each {@code
 * Lane} lets one {@code Strategy} send it to the {@code Target}s, while {@code Mark}s (stop, slow, taken out by the
 * health check) happen to all lanes alike. A {@code LaneObserver} keeps what is asked for: figures, or columns for the
 * player. To add a strategy, write its class and name it in {@code LoadBalancingStrategy}.
 */
package dev.tilab.labs.loadbalancing;
