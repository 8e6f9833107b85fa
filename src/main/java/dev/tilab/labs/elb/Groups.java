package dev.tilab.labs.elb;

import dev.tilab.cloud.EventLog;
import dev.tilab.cloud.Region;
import dev.tilab.cloud.balancer.CheckResult;
import dev.tilab.cloud.balancer.Health;
import dev.tilab.cloud.balancer.LoadBalancer;
import dev.tilab.cloud.balancer.LoadBalancer.Group;
import dev.tilab.cloud.balancer.LoadBalancingStrategy;
import dev.tilab.cloud.balancer.Target;
import dev.tilab.cloud.network.Reach;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * The groups of targets that each kind of balancer has. An Application Load Balancer has one for each service, in their order, and takes
 * turns; a Network Load Balancer one for each listener, by hash; a Classic one all TCP instances in one pool, to the one with the fewest
 * requests open under HTTP, in turn under TCP, and it fails closed (AWS, Classic Load Balancers, "Troubleshoot": HTTP 503). What nodes
 * find of targets, and every result in a row that speaks against what they believe, is written into the region's log as {@code health}.
 */
final class Groups implements LoadBalancer.Watcher {

    private static final List<Integer> NODES =
            IntStream.range(0, ElbParameters.ZONES.size()).boxed().toList();
    private static final List<Service> POOL = List.of(Service.LOGIN, Service.API, Service.CHAT, Service.MESSENGER);

    /** Told once a node chooses by what it believes. */
    interface WhenChanged {
        void changed(int node, int target, boolean isHealthy);
    }

    private final ElbScenario scenario;
    private final Balancer kind;
    private final Ways ways;
    private final List<Listener> listeners;
    private final WhenChanged whenChanged;
    private final LoadBalancer balancer;
    private final EventLog.Table rows;

    /** Results in a row that were written down last, by node, then by target. */
    private final int[][] streaks;

    Groups(Region region, ElbScenario scenario, Balancer kind, Ways ways, WhenChanged whenChanged) {
        this.scenario = scenario;
        this.kind = kind;
        this.ways = ways;
        this.whenChanged = whenChanged;
        listeners = scenario.listeners(kind);
        rows = region.log().table("health", "node", "target", "state", "reason", "streak");
        streaks = new int[NODES.size()][scenario.targets.size()];
        List<List<Service>> served = served();
        balancer = new LoadBalancer(
                region, NODES, scenario.crossesZones(kind), groups(served.size()), scenario.healthCheck, this);
        for (int target = 0; target < scenario.targets.size(); target++) {
            Placed placed = scenario.targets.get(target);
            balancer.register(
                    new Target(placed.zone(), null, new Way(target)),
                    IntStream.range(0, served.size())
                            .filter(group -> served.get(group).contains(placed.service()))
                            .toArray());
            for (int node : NODES) {
                Health known = balancer.health(node, target);
                if (known.state() != Health.State.UNUSED) {
                    write(node, target, known);
                }
            }
        }
    }

    /** Which services' targets are in each group. */
    private List<List<Service>> served() {
        List<List<Service>> served = new ArrayList<>();
        switch (kind) {
            case ALB -> List.of(Service.values()).forEach(each -> served.add(List.of(each)));
            case NLB -> listeners.forEach(each -> served.add(each.group()));
            default -> served.addAll(List.of(POOL, POOL));
        }
        return served;
    }

    private List<Group> groups(int count) {
        return switch (kind) {
            case ALB -> all(count, new Group(LoadBalancingStrategy.ROUND_ROBIN, true));
            case NLB -> all(count, new Group(LoadBalancingStrategy.HASH, true));
            default ->
                List.of(
                        new Group(LoadBalancingStrategy.LEAST_CONNECTIONS, false),
                        new Group(LoadBalancingStrategy.ROUND_ROBIN, false));
        };
    }

    private static List<Group> all(int count, Group group) {
        return IntStream.range(0, count).mapToObj(each -> group).toList();
    }

    /** How a check of a target goes: by the way from the node that sends it. */
    private final class Way implements Target.Probe {

        private final int target;

        Way(int target) {
            this.target = target;
        }

        @Override
        public void ask(Consumer<CheckResult> answer) {
            throw new UnsupportedOperationException("a check comes from somewhere");
        }

        @Override
        public void ask(int node, Consumer<CheckResult> answer) {
            Reach reach = ways.check(node, target);
            if (!reach.isSilent()) {
                answer.accept(CheckResult.of(reach == Reach.OPEN));
            }
        }
    }

    @Override
    public void checked(int node, int target, Health known, boolean changed) {
        if (changed || known.streak() != streaks[node][target]) {
            write(node, target, known);
        }
    }

    @Override
    public void believed(int node, int target, boolean isHealthy) {
        whenChanged.changed(node, target, isHealthy);
    }

    private void write(int node, int target, Health known) {
        streaks[node][target] = known.streak();
        // a Network Load Balancer says no more than that a check failed (AWS, API reference, TargetHealth)
        Health told = kind == Balancer.NLB ? known.ofNetworkLoadBalancer() : known;
        rows.add(node, target, told.state().ordinal(), told.reason().ordinal(), told.streak());
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
        return balancer.choose(node, group, key);
    }

    void sent(int node, int group, int target) {
        balancer.sent(node, group, target);
    }

    void replied(int node, int group, int target) {
        balancer.replied(node, group, target, 0, true);
    }

    /** Whether a node sends to a target nevertheless, because it has no healthy one in a group. */
    boolean failsOpen(int node, int target) {
        return balancer.isLeftWithoutHealthy(node, target);
    }

    boolean isHealthy(int node, int target) {
        return balancer.isHealthy(node, target);
    }

    /**
     * Whether each group has a healthy target for a node. Where one has not, a Network Load Balancer takes the node's address out of
     * its name (AWS, Network Load Balancers, "Health checks for target groups"); a group without targets there is left aside (assumed).
     */
    boolean serves(int node) {
        return balancer.serves(node);
    }
}
