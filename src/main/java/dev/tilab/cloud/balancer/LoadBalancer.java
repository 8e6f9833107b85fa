package dev.tilab.cloud.balancer;

import dev.tilab.cloud.Region;
import java.util.List;

/**
 * A load balancer with a node in each of its zones: its name lists those that can be reached, each node checks the targets that it
 * may ask and passes requests on in turn. What its nodes and their beliefs are is written into the region's log as {@code nodes} and
 * {@code health}.
 */
public final class LoadBalancer {

    private final boolean crossZone;
    private final NodeList name;
    private final HealthChecks checks;
    private final List<Node> nodes;

    /** It has no targets yet. */
    public LoadBalancer(Region region, BalancerSettings settings) {
        crossZone = settings.crossZone();
        name = new NodeList(region, settings);
        checks = new HealthChecks(region, settings.healthCheck());
        nodes = settings.zones().stream().map(Node::new).toList();
    }

    /**
     * Begins to check a target and to pass requests to it: it counts as healthy at first.
     *
     * @return its number: from 0, in the order of registration
     */
    public int register(Target target) {
        int number = checks.add(target);
        for (Node node : nodes) {
            if (crossZone || target.zone() == node.zone) {
                node.add(number, checks.begin(node.zone, number));
            }
        }
        return number;
    }

    /** No requests and no checks go to this target any more. */
    public void deregister(int target) {
        checks.remove(target);
        nodes.forEach(node -> node.remove(target));
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

    /** The target whose turn it is at a node; −1 if it has none at all. */
    public int choose(int node) {
        return nodes.get(node).choose();
    }
}
