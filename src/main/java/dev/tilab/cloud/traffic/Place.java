package dev.tilab.cloud.traffic;

/** What kept a request from being answered: the load balancer's node, the target, or what the target itself asked. */
public enum Place {
    NODE,
    TARGET,
    BEHIND
}
