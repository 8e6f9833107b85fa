package dev.tilab.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tilab.cloud.Outcome;
import dev.tilab.cloud.balancer.BalancerSettings;
import dev.tilab.cloud.balancer.HealthCheckSettings;
import dev.tilab.cloud.balancer.LoadBalancer;
import dev.tilab.cloud.balancer.Target;
import dev.tilab.cloud.compute.Billing;
import dev.tilab.cloud.compute.Group;
import dev.tilab.cloud.compute.GroupSettings;
import dev.tilab.cloud.compute.HealthSettings;
import dev.tilab.cloud.compute.Instance;
import dev.tilab.cloud.compute.LaunchSettings;
import dev.tilab.cloud.compute.LifecycleSettings;
import dev.tilab.cloud.compute.Load;
import dev.tilab.cloud.compute.Server;
import dev.tilab.cloud.compute.State;
import dev.tilab.cloud.compute.TerminationPolicy;
import dev.tilab.cloud.database.CallListener;
import dev.tilab.cloud.database.Client;
import dev.tilab.cloud.database.ClientSettings;
import dev.tilab.cloud.database.Clients;
import dev.tilab.cloud.database.Cluster;
import dev.tilab.cloud.database.ClusterInvariants;
import dev.tilab.cloud.database.ClusterSettings;
import dev.tilab.cloud.database.Disks;
import dev.tilab.cloud.database.Step;
import dev.tilab.cloud.database.Topology;
import dev.tilab.simulation.engine.RandomStream;
import dev.tilab.simulation.lab.Intervention;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Users, a load balancer, a group that replaces what it loses, and a database, on one clock and without any lab: the proof that the
 * components carry a lab that none of them was made for.
 */
class WholeChainTest {

    private static final long SECOND = 1_000_000;
    private static final long END = 1_200 * SECOND, FAULT = 300 * SECOND, TIMEOUT = 3 * SECOND;
    private static final HealthCheckSettings CHECK = new HealthCheckSettings(10 * SECOND, 5 * SECOND, 2, 5);

    /** What becomes of the requests of users who ask, twenty times a second, whichever node the name lists. */
    private static final class Users {
        final List<Long> arrivedMicros = new ArrayList<>();
        final List<Outcome> outcomes = new ArrayList<>();
        int ended;

        Users(Chain chain) {
            RandomStream gaps = chain.region.stream("arrival", 0);
            RandomStream nodes = chain.region.stream("node", 0);
            next(chain, gaps, nodes);
        }

        private void next(Chain chain, RandomStream gaps, RandomStream nodes) {
            chain.region.later(1 + (long) (SECOND * gaps.nextExponential() / 20), () -> {
                arrive(chain, nodes);
                next(chain, gaps, nodes);
            });
        }

        private void arrive(Chain chain, RandomStream nodes) {
            int row = arrivedMicros.size();
            arrivedMicros.add(chain.region.nowMicros());
            outcomes.add(Outcome.IN_FLIGHT);
            List<Integer> listed = chain.balancer.listed();
            int node = listed.get(nodes.nextInt(listed.size()));
            if (chain.region.zones().isDark(chain.balancer.zoneOf(node))) {
                chain.region.later(TIMEOUT, () -> end(row, Outcome.TIMED_OUT));
                return;
            }
            int target = chain.balancer.choose(node);
            if (target < 0) {
                end(row, Outcome.NO_CONNECTION);
            } else if (chain.left.contains(target)) {
                throw new AssertionError("asked after it was drained: " + target);
            } else {
                Request request = new Request();
                request.row = row;
                request.isRead = row % 3 > 0;
                request.demandMicros = 2_000;
                chain.servers.get(target).arrive(request);
            }
        }

        /** Counted, not remembered: no request waits longer than a full queue takes. */
        int inFlight() {
            int open = 0;
            for (int row = outcomes.size() - 1; row >= Math.max(0, outcomes.size() - 2_000); row--) {
                open += outcomes.get(row) == Outcome.IN_FLIGHT ? 1 : 0;
            }
            return open;
        }

        private void end(int row, Outcome how) {
            if (outcomes.get(row) != Outcome.IN_FLIGHT) {
                throw new AssertionError("request " + row + " ended before: " + outcomes.get(row));
            }
            outcomes.set(row, how);
            ended++;
        }

        double availability(long fromMicros, long untilMicros) {
            return IntStream.range(0, outcomes.size())
                    .filter(row -> arrivedMicros.get(row) >= fromMicros && arrivedMicros.get(row) < untilMicros)
                    .mapToDouble(row -> outcomes.get(row) == Outcome.COMPLETED ? 1 : 0)
                    .average()
                    .orElseThrow();
        }
    }

    /** The assembly. */
    private static final class Chain implements Group.Listener {
        final Region region;
        final Cluster database;
        final Clients clients;
        final LoadBalancer balancer;
        final Group group;
        final Users users;
        final Map<Instance, Client> processes = new LinkedHashMap<>();
        final List<Server> servers = new ArrayList<>();
        final List<Integer> left = new ArrayList<>();

        Chain(long seed, Topology topology, Intervention... faults) {
            region = new Region(seed, 3, END, 1);
            database = new Cluster(region, topology, database(), Disks.even(1_500));
            clients = new Clients(
                    region, new ClientSettings(5, true, TIMEOUT, TIMEOUT, SECOND / 2, true), database, CallListener.NONE);
            balancer = new LoadBalancer(region, new BalancerSettings(
                    List.of(0, 1, 2), true, 30 * SECOND, 60 * SECOND, false, CHECK));
            group = new Group(region, group(), new Billing(region, 10_000, 100), Load.FOLLOWED);
            group.tell(this);
            group.begin();
            users = new Users(this);
            ClusterInvariants.watch(region, database, clients, 5);
            region.afterEvents(this::check);
            region.disturb(List.of(faults));
        }

        /** An instance that serves works on requests and has a process that asks the database; it is a target. */
        @Override
        public void serves(Instance instance) {
            Client process = clients.start(instance.zone(), 5 * SECOND);
            processes.put(instance, process);
            Server server = new Server(region, 1, 10, request -> users.end(request.row, request.outcome));
            server.dependOn(process);
            servers.add(server);
            balancer.register(new Target(instance.zone(), answer -> {
                if (process.isUp()) {
                    answer.accept(true);
                }
            }));
        }

        /** A process that died answers no check any more; one that is drained gets no requests. */
        @Override
        public void leaves(Instance instance) {
            Client process = processes.get(instance);
            if (instance.state() == State.DRAINING) {
                balancer.deregister(process.index());
                left.add(process.index());
            } else {
                process.end();
                servers.get(process.index()).stop();
            }
        }

        private void check() {
            int sum = users.ended + users.inFlight();
            if (sum != users.outcomes.size() || group.instances().stream().filter(Instance::counts).count() > 9) {
                throw new AssertionError(sum + " of " + users.outcomes.size() + " requests; " + group.instances());
            }
        }

        private static ClusterSettings database() {
            Map<Step, Long> steps = new EnumMap<>(Step.class);
            Arrays.stream(Step.values()).forEach(step -> steps.put(step, 15 * SECOND));
            return new ClusterSettings(750, 800_000, false, 9 * SECOND, steps);
        }

        private static GroupSettings group() {
            return new GroupSettings(
                    new GroupSettings.Limits(1, 6, 9), 3, TerminationPolicy.DEFAULT, true, false, 1, 0,
                    new LifecycleSettings(new LaunchSettings(120 * SECOND, 30 * SECOND, 10 * SECOND), 0, 0, 60 * SECOND, 0, 0),
                    new HealthSettings(false, CHECK, 0));
        }
    }

    private static Intervention at(long micros, String action, double value) {
        return new Intervention(micros, action, "any", 0, value);
    }

    /** The zone takes a node, a third of the instances and, where the database fails over, its primary: one fault, one meaning. */
    @ParameterizedTest
    @EnumSource(value = Topology.class, names = {"MULTI_AZ_INSTANCE", "MULTI_AZ_CLUSTER", "MULTI_AZ_PROXY"})
    void aDarkZoneIsOutlivedByTheWholeChain(Topology topology) {
        for (long seed = 0; seed < 3; seed++) {
            Chain chain = new Chain(seed, topology, at(FAULT, "fail-zone", 0));

            chain.region.run();

            assertThat(chain.database.writer().index()).as("who takes writes").isNotZero();
            assertThat(List.of(chain.group.in(0), chain.group.in(1), chain.group.in(2))).containsExactly(0, 3, 3);
            assertThat(chain.clients.all()).filteredOn(Client::isUp).hasSize(6).noneMatch(each -> each.zone() == 0);
            assertThat(chain.users.availability(0, FAULT - TIMEOUT)).as("before").isEqualTo(1);
            assertThat(chain.users.availability(FAULT, FAULT + 10 * SECOND)).as("just after").isLessThan(0.5);
            assertThat(chain.users.availability(END - 300 * SECOND, END - TIMEOUT)).as("at last").isEqualTo(1);
            assertThat(chain.database.losses().ranges()).as("acknowledged writes that are gone").isEmpty();
        }
    }

    /** Guards against a lone instance of a database that the rest of the chain makes up for. */
    @Test
    void withoutAStandbyNobodyIsServedHoweverManyInstancesComeBack() {
        Chain chain = new Chain(1, Topology.SINGLE_AZ, at(FAULT, "fail-zone", 0));

        chain.region.run();

        assertThat(chain.clients.all()).filteredOn(Client::isUp).hasSize(6);
        assertThat(chain.users.availability(FAULT, END - TIMEOUT)).isLessThan(0.001);
    }

    /** An instance that dies alone takes no zone with it, and one that a person takes away is drained first. */
    @Test
    void aDeadInstanceCostsItsShareUntilTheChecksHaveFailedAndADrainedOneNothing() {
        Chain chain = new Chain(
                2, Topology.MULTI_AZ_INSTANCE, at(FAULT, "stop-instance", 0), at(FAULT + 600 * SECOND, "desired", 4));

        chain.region.run();

        assertThat(chain.users.availability(FAULT, FAULT + 8 * SECOND)).as("a sixth of the requests").isBetween(0.75, 0.9);
        assertThat(chain.users.availability(FAULT + 30 * SECOND, END - TIMEOUT)).isEqualTo(1);
        assertThat(chain.left).hasSize(2);
        assertThat(chain.database.writer().index()).isZero();
    }
}
