package dev.tilab.cloud.balancer;

/** How a node of a load balancer stands with its name: silent is still listed, and does not answer. */
public enum NodeState {
    LISTED,
    SILENT,
    DELISTED
}
