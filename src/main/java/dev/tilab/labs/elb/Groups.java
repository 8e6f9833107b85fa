package dev.tilab.labs.elb;

import dev.tilab.cloud.Region;
import dev.tilab.cloud.balancer.BalancerSettings;
import dev.tilab.cloud.balancer.LoadBalancer;
import dev.tilab.cloud.balancer.LoadBalancingStrategy;
import dev.tilab.cloud.balancer.Target;
import dev.tilab.cloud.network.Reach;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Groups of targets behind a balancer's nodes: who is believed healthy, and who is chosen. An Application Load Balancer has one for
 * each service, in turn; a Network Load Balancer one for each listener, by hash; a Classic one all TCP instances in one pool, to the
 * one with the fewest requests open under HTTP, in turn under TCP.
 */
final class Groups {

    private static final List<Service> POOL = List.of(Service.LOGIN, Service.API, Service.CHAT, Service.MESSENGER);

    private final Region region;
    private final ElbScenario scenario;
    private final Balancer balancer;
    private final Ways ways;
    private final List<Listener> listeners;
    private final List<LoadBalancer> groups = new ArrayList<>();
    private final List<int[]> members = new ArrayList<>();

    /** Place of a target among a group's, by group and target; −1 if it is not in it. */
    private final List<int[]> places = new ArrayList<>();

    Groups(Region region, ElbScenario scenario, Balancer balancer, Ways ways) {
        this.region = region;
        this.scenario = scenario;
        this.balancer = balancer;
        this.ways = ways;
        listeners = scenario.listeners(balancer);
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
        LoadBalancer group = new LoadBalancer(
                region,
                new BalancerSettings(
                        List.of(0, 1),
                        strategy,
                        scenario.crossesZones(balancer),
                        scenario.nodeDetectionMicros,
                        scenario.ttlMicros,
                        false,
                        scenario.healthCheck));
        int[] theirs = IntStream.range(0, scenario.targets.size())
                .filter(each -> services.contains(scenario.targets.get(each).service()))
                .toArray();
        int[] place = new int[scenario.targets.size()];
        for (int target : theirs) {
            int zone = scenario.targets.get(target).zone();
            place[target] = group.register(new Target(zone, (request, reply) -> {}, answer -> {
                Reach reach = ways.check(zone, target);
                if (!reach.isSilent()) {
                    answer.accept(reach == Reach.OPEN);
                }
            }));
        }
        groups.add(group);
        members.add(theirs);
        places.add(place);
    }

    /** Who listens where letters for this service come. */
    Listener listener(Service service) {
        return listeners.stream()
                .filter(each -> each.hears(service.protocol(), scenario.port(service)))
                .findFirst()
                .orElseThrow();
    }

    /** The group of an Application Load Balancer with this name. */
    int named(String name) {
        return Service.ids().indexOf(name);
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
        int chosen = groups.get(group).choose(node, key);
        return chosen < 0 ? -1 : members.get(group)[chosen];
    }

    void sent(int node, int group, int target) {
        if (balancer == Balancer.CLB) {
            groups.get(group).sent(node, places.get(group)[target]);
        }
    }

    void replied(int node, int group, int target, long responseMicros, boolean completed) {
        if (balancer == Balancer.CLB) {
            groups.get(group).replied(node, places.get(group)[target], responseMicros, completed);
        }
    }
}
