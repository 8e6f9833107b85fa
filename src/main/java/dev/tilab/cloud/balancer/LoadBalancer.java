package dev.tilab.cloud.balancer;

import dev.tilab.cloud.Region;
import java.util.List;

/**
 * A load balancer with a node in each of its zones: its name lists those that can be reached, each node checks the targets that it
 * may ask and passes requests on to those that it believes healthy, each to the one that its strategy chooses. What its nodes and their beliefs are is written into the region's log as {@code nodes} and
 * {@code health}.
 */
public final class LoadBalancer {

    private final Region region;
    private final boolean crossZone;
    private final NodeList name;
    private final HealthChecks checks;
    private final List<Node> nodes;

    /** It has no targets yet. */
    public LoadBalancer(Region region, BalancerSettings settings) {
        this.region = region;
        crossZone = settings.crossZone();
        name = new NodeList(region, settings);
        checks = new HealthChecks(region, settings.healthCheck());
        nodes = settings.zones().stream()
                .map(zone -> new Node(zone, group -> settings.strategy().ofNode(group, region, zone)))
                .toList();
    }

    /**
     * Begins to check a target and to pass requests to it: it counts as healthy at first.
     *
     * @return its number: from 0, in the order of registration
     */
    public int register(Target target) {
        return register(target, false);
    }

    /**
     * Begins to check a target that has just come up: requests go to it after the first check that it passes, or as long as no other
     * one is healthy.
     *
     * @return its number: from 0, in the order of registration
     */
    public int registerNew(Target target) {
        return register(target, true);
    }

    private int register(Target target, boolean isNew) {
        int number = checks.add(target);
        for (Node node : nodes) {
            if (crossZone || target.zone() == node.zone) {
                node.add(number, isNew, checks);
            }
        }
        return number;
    }

    /** No requests and no checks go to this target any more; what is there still comes back. */
    public void deregister(int target) {
        checks.remove(target);
        nodes.forEach(node -> node.remove(target));
    }

    /** A target that is registered, by its number. */
    public Target target(int number) {
        return checks.target(number);
    }

    /**
     * What a node tells of a target.
     *
     * @param target its number
     */
    public Health health(int node, int target) {
        return checks.isRegistered(target) ? nodes.get(node).health(target) : Health.NOT_REGISTERED;
    }

    /** How many nodes it has. */
    public int nodes() {
        return nodes.size();
    }

    /** Where a node is, by its number from 0. */
    public int zoneOf(int node) {
        return nodes.get(node).zone;
    }

    /** Numbers of the nodes that its name answers with; at least one. */
    public List<Integer> listed() {
        return name.listed();
    }

    /**
     * The target that a node chooses for a request that has just arrived.
     *
     * @param client who sent it, from 0
     * @return the target's number; −1 if the node has none at all
     */
    public int choose(int node, int client) {
        return nodes.get(node).choose(client, region.nowMicros());
    }

    /** A request goes from a node to a target. */
    public void sent(int node, int target) {
        nodes.get(node).sent(target, region.nowMicros());
    }

    /**
     * A request that was {@linkplain #sent sent} has come back to its node, or the node waits for it no longer.
     *
     * @param responseMicros time since it was sent
     * @param completed whether it was served
     */
    public void replied(int node, int target, long responseMicros, boolean completed) {
        nodes.get(node).replied(target, responseMicros, completed);
    }
}
