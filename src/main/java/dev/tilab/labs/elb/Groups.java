package dev.tilab.labs.elb;

import dev.tilab.cloud.Region;
import dev.tilab.cloud.balancer.LoadBalancingStrategy;
import dev.tilab.cloud.balancer.Strategy;
import dev.tilab.cloud.balancer.TargetGroup;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Groups of targets behind a balancer's nodes: who is believed healthy, and who is chosen. An Application Load Balancer has one for
 * each service, in their order, and takes turns; a Network Load Balancer one for each listener, by hash; a Classic one all TCP instances in one pool, to the
 * one with the fewest requests open under HTTP, in turn under TCP. What a node believes and counts is its own. With nobody healthy it
 * sends to all ("fail open"), but a Classic Load Balancer to nobody (AWS, Classic Load Balancers, "Troubleshoot": HTTP 503).
 */
final class Groups {

    private static final int NODES = ElbParameters.ZONES.size();
    private static final List<Service> POOL = List.of(Service.LOGIN, Service.API, Service.CHAT, Service.MESSENGER);

    /** A group as one node sees it. */
    private static final class Seen {
        final int[] targets;
        final TargetGroup group;
        final Strategy strategy;

        /** Where each target stands; −1 where the node may not ask it. */
        final int[] places;

        Seen(Region region, LoadBalancingStrategy by, int[] targets, int all, boolean failsOpen) {
            this.targets = targets;
            group = new TargetGroup(targets.length, failsOpen);
            strategy = by.strategy(group, region);
            places = new int[all];
            Arrays.fill(places, -1);
            for (int place = 0; place < targets.length; place++) {
                places[targets[place]] = place;
            }
        }
    }

    private final Region region;
    private final ElbScenario scenario;
    private final Balancer balancer;
    private final List<Listener> listeners;
    private final Checks checks;
    private final Checks.Listener whenChanged;

    /** By group, then by node. */
    private final List<Seen[]> groups = new ArrayList<>();

    /** @param whenChanged told once it is known here */
    Groups(Region region, ElbScenario scenario, Balancer balancer, Ways ways, Checks.Listener whenChanged) {
        this.region = region;
        this.scenario = scenario;
        this.balancer = balancer;
        this.whenChanged = whenChanged;
        listeners = scenario.listeners(balancer);
        checks = new Checks(region, scenario, balancer, ways, this::changed);
        switch (balancer) {
            case ALB -> {
                for (Service each : Service.values()) {
                    add(LoadBalancingStrategy.ROUND_ROBIN, List.of(each));
                }
            }
            case NLB -> listeners.forEach(each -> add(LoadBalancingStrategy.HASH, each.group()));
            default -> {
                add(LoadBalancingStrategy.LEAST_CONNECTIONS, POOL);
                add(LoadBalancingStrategy.ROUND_ROBIN, POOL);
            }
        }
    }

    private void add(LoadBalancingStrategy strategy, List<Service> services) {
        Seen[] seen = new Seen[NODES];
        for (int node = 0; node < NODES; node++) {
            int here = node;
            int[] targets = IntStream.range(0, scenario.targets.size())
                    .filter(each -> services.contains(scenario.targets.get(each).service()))
                    .filter(each -> scenario.crossesZones(balancer)
                            || scenario.targets.get(each).zone() == here)
                    .toArray();
            seen[node] = new Seen(region, strategy, targets, scenario.targets.size(), balancer != Balancer.CLB);
            for (int target : targets) {
                checks.begin(node, target);
            }
        }
        groups.add(seen);
    }

    private void changed(int node, int target, boolean isHealthy) {
        for (Seen[] each : groups) {
            int place = each[node].places[target];
            if (place >= 0) {
                each[node].group.setHealthy(place, isHealthy);
            }
        }
        whenChanged.changed(node, target, isHealthy);
    }

    /** Who listens where letters for this service come. */
    Listener listener(Service service) {
        for (Listener each : listeners) {
            if (each.hears(service.protocol(), scenario.port(service))) {
                return each;
            }
        }
        throw new IllegalStateException("nobody listens for " + service);
    }

    /** The group behind a Network Load Balancer's listener. */
    int behind(Listener listener) {
        return listeners.indexOf(listener);
    }

    /** A Classic Load Balancer's only pool, as it chooses under HTTP or under TCP. */
    int pool(boolean isHttp) {
        return isHttp ? 0 : 1;
    }

    /** The target that a node passes something to; −1 if it has none that it may ask. */
    int choose(int node, int group, int key) {
        Seen seen = groups.get(group)[node];
        if (seen.group.candidates() == 0) {
            return -1;
        }
        return seen.targets[seen.strategy.choose(key, region.nowMicros())];
    }

    void sent(int node, int group, int target) {
        Seen seen = groups.get(group)[node];
        seen.group.sent(seen.places[target]);
    }

    void replied(int node, int group, int target) {
        Seen seen = groups.get(group)[node];
        seen.group.replied(seen.places[target]);
    }

    /** Whether a node sends to a target nevertheless, because it has no healthy one in a group. */
    boolean failsOpen(int node, int target) {
        return groups.stream().anyMatch(each -> each[node].places[target] >= 0 && each[node].group.healthy() == 0);
    }

    boolean isHealthy(int node, int target) {
        return checks.isHealthy(node, target);
    }

    /**
     * Whether each group has a healthy target for a node. Where one has not, a Network Load Balancer takes the node's address out of
     * its name (AWS, Network Load Balancers, "Health checks for target groups"); a group without targets there is left aside (assumed).
     */
    boolean serves(int node) {
        return groups.stream().allMatch(each -> each[node].group.healthy() > 0 || each[node].targets.length == 0);
    }
}
