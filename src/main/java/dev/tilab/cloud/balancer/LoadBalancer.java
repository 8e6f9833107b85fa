package dev.tilab.cloud.balancer;

import dev.tilab.cloud.EventLog;
import dev.tilab.cloud.Region;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A load balancer with a node in each of its zones: its name lists those that can be reached, each node checks the targets that it
 * may ask and passes requests on to those that it believes healthy, each to the one that the strategy of a group chooses. With a single
 * group, what its nodes are and believe is written into the region's log as {@code nodes} and {@code health}; else a watcher is told.
 */
public final class LoadBalancer {

    private static final int[] ONLY_POOL = {0};

    /**
     * Targets that are chosen among by one strategy: a target group of an Application or a Network Load Balancer, or all instances of a
     * Classic one.
     *
     * @param failsOpen whether requests go to all of them where none is healthy; else to none
     */
    public record Group(LoadBalancingStrategy strategy, boolean failsOpen) {}

    /** Told of what nodes find and believe. */
    public interface Watcher {

        /**
         * A check has ended.
         *
         * @param node zone of the node, from 0
         * @param known what the node can tell of the target now
         * @param changed whether it believes another thing than before; it does not choose by it yet
         */
        void checked(int node, int target, Health known, boolean changed);

        /** A node believes another thing of a target, and chooses by it from now on. */
        default void believed(int node, int target, boolean isHealthy) {}
    }

    private final Region region;
    private final boolean crossZone;

    /** Null where somebody else keeps its name. */
    private final @Nullable NodeList name;

    private final HealthChecks checks;
    private final List<Node> nodes;

    /** It has a single group, no targets yet, and writes what changes into the region's log. */
    public LoadBalancer(Region region, BalancerSettings settings) {
        this.region = region;
        crossZone = settings.crossZone();
        name = new NodeList(region, settings);
        EventLog.Table changes = region.log().table("health", "node", "client", "healthy");
        checks = new HealthChecks(region, settings.healthCheck(), (node, target, known, changed) -> {
            if (changed) {
                changes.add(node, target, known.state() == Health.State.HEALTHY ? 1 : 0);
            }
        });
        nodes = nodes(settings.zones(), List.of(new Group(settings.strategy(), true)));
    }

    /**
     * One whose name somebody else keeps, with several groups, and no targets yet.
     *
     * @param zones where it has nodes, from 0
     * @param crossZone whether a node may pass requests to targets of other zones
     */
    public LoadBalancer(
            Region region,
            List<Integer> zones,
            boolean crossZone,
            List<Group> groups,
            HealthCheckSettings healthCheck,
            Watcher watcher) {
        this.region = region;
        this.crossZone = crossZone;
        name = null;
        checks = new HealthChecks(region, healthCheck, watcher);
        nodes = nodes(zones, groups);
    }

    private List<Node> nodes(List<Integer> zones, List<Group> groups) {
        return zones.stream()
                .map(zone -> new Node(
                        zone, groups.stream().map(each -> pool(each, zone)).toList()))
                .toList();
    }

    private Pool pool(Group of, int zone) {
        TargetGroup group = new TargetGroup(0, of.failsOpen());
        return new Pool(group, of.strategy().ofNode(group, region, zone));
    }

    /**
     * Begins to check a target and to pass requests to it: it counts as healthy at first.
     *
     * @return its number: from 0, in the order of registration
     */
    public int register(Target target) {
        return register(target, false, ONLY_POOL);
    }

    /**
     * The same into some groups, by their numbers from 0. It is checked once for all of them; in none it is not checked at all.
     *
     * @return its number: from 0, in the order of registration
     */
    public int register(Target target, int... groups) {
        return register(target, false, groups);
    }

    /**
     * Begins to check a target that has just come up: requests go to it after the first check that it passes, or as long as no other
     * one is healthy.
     *
     * @return its number: from 0, in the order of registration
     */
    public int registerNew(Target target) {
        return register(target, true, ONLY_POOL);
    }

    private int register(Target target, boolean isNew, int[] groups) {
        int number = checks.add(target);
        for (Node node : nodes) {
            if (groups.length > 0 && (crossZone || target.zone() == node.zone)) {
                node.add(number, isNew, groups, checks);
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

    /** Whether a node believes a target to be healthy. */
    public boolean isHealthy(int node, int target) {
        return nodes.get(node).isHealthy(target);
    }

    /** Whether a target is in a group of which a node believes nobody healthy. */
    public boolean isLeftWithoutHealthy(int node, int target) {
        return nodes.get(node).isLeftWithoutHealthy(target);
    }

    /** Whether a node has a healthy target in each of its groups that have targets. */
    public boolean serves(int node) {
        return nodes.get(node).serves();
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
        return name == null ? IntStream.range(0, nodes.size()).boxed().toList() : name.listed();
    }

    /**
     * The target that a node chooses for a request that has just arrived.
     *
     * @param client who sent it, from 0
     * @return the target's number; −1 if the node has none at all
     */
    public int choose(int node, int client) {
        return choose(node, 0, client);
    }

    /** The same among the targets of a group, by its number from 0. */
    public int choose(int node, int group, int client) {
        return nodes.get(node).pool(group).choose(client, region.nowMicros());
    }

    /** A request goes from a node to a target. */
    public void sent(int node, int target) {
        sent(node, 0, target);
    }

    /** The same to a target of a group. */
    public void sent(int node, int group, int target) {
        nodes.get(node).pool(group).sent(target, region.nowMicros());
    }

    /**
     * A request that was {@linkplain #sent sent} has come back to its node, or the node waits for it no longer.
     *
     * @param responseMicros time since it was sent
     * @param completed whether it was served
     */
    public void replied(int node, int target, long responseMicros, boolean completed) {
        replied(node, 0, target, responseMicros, completed);
    }

    /** The same from a target of a group. */
    public void replied(int node, int group, int target, long responseMicros, boolean completed) {
        nodes.get(node).pool(group).replied(target, responseMicros, completed);
    }
}
