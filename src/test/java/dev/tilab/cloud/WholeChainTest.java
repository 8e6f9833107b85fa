package dev.tilab.cloud;

import static dev.tilab.cloud.balancer.LoadBalancingStrategy.ROUND_ROBIN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tilab.cloud.balancer.BalancerSettings;
import dev.tilab.cloud.balancer.HealthCheckSettings;
import dev.tilab.cloud.balancer.LoadBalancer;
import dev.tilab.cloud.balancer.Target;
import dev.tilab.cloud.compute.Billing;
import dev.tilab.cloud.compute.Group;
import dev.tilab.cloud.compute.GroupParameters;
import dev.tilab.cloud.compute.GroupSettings;
import dev.tilab.cloud.compute.Instance;
import dev.tilab.cloud.compute.Load;
import dev.tilab.cloud.compute.Policy;
import dev.tilab.cloud.compute.Server;
import dev.tilab.cloud.compute.State;
import dev.tilab.cloud.database.CallListener;
import dev.tilab.cloud.database.Client;
import dev.tilab.cloud.database.ClientSettings;
import dev.tilab.cloud.database.Clients;
import dev.tilab.cloud.database.Cluster;
import dev.tilab.cloud.database.ClusterInvariants;
import dev.tilab.cloud.database.ClusterSettings;
import dev.tilab.cloud.database.Disks;
import dev.tilab.cloud.database.Topology;
import dev.tilab.cloud.traffic.OpenWorkload;
import dev.tilab.cloud.traffic.Place;
import dev.tilab.cloud.traffic.Users;
import dev.tilab.simulation.engine.RandomStream;
import dev.tilab.simulation.lab.Intervention;
import dev.tilab.simulation.lab.Parameter;
import dev.tilab.simulation.lab.ScenarioReader;
import dev.tilab.simulation.lab.Values;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
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

    /** What becomes of the requests of fifty users who ask, twenty times a second, and keep a node's address for five seconds. */
    private static final class Asked implements Users.Listener {
        final List<Long> arrivedMicros = new ArrayList<>();
        final List<Outcome> outcomes = new ArrayList<>();
        final Assembly chain;
        int ended;

        Asked(Assembly chain) {
            this.chain = chain;
            Users users = new Users(chain.region, chain.balancer, 50, 5 * SECOND, TIMEOUT, this);
            RandomStream gaps = chain.region.stream("arrival", 0);
            new OpenWorkload(chain.region, () -> next(gaps), users::ask).begin();
        }

        private Request next(RandomStream gaps) {
            Request request = new Request();
            request.row = arrivedMicros.size();
            request.client = request.row % 50;
            request.isRead = request.row % 3 > 0;
            request.demandMicros = 2_000;
            request.arrivalMicros = chain.region.nowMicros() + 1 + (long) (SECOND * gaps.nextExponential() / 20);
            arrivedMicros.add(request.arrivalMicros);
            return request;
        }

        @Override
        public void came(Request request, int zone, int target) {
            assertThat(chain.left).as("asked after it was drained").doesNotContain(target);
            outcomes.add(Outcome.IN_FLIGHT);
        }

        @Override
        public void ended(Request request, Outcome how, Place stuck) {
            if (outcomes.set(request.row, how) != Outcome.IN_FLIGHT) {
                throw new AssertionError("request " + request.row + " ended before");
            }
            ended++;
        }

        /** Counted, not remembered: no request waits longer than a full queue takes. */
        int inFlight() {
            List<Outcome> latest = outcomes.subList(Math.max(0, outcomes.size() - 2_000), outcomes.size());
            return Collections.frequency(latest, Outcome.IN_FLIGHT);
        }

        double availability(long fromMicros, long untilMicros) {
            return IntStream.range(0, outcomes.size())
                    .filter(row -> arrivedMicros.get(row) >= fromMicros && arrivedMicros.get(row) < untilMicros)
                    .mapToDouble(row -> outcomes.get(row) == Outcome.COMPLETED ? 1 : 0)
                    .average()
                    .orElseThrow();
        }
    }

    private static final class Assembly implements Group.Listener {
        final Region region;
        final Cluster database;
        final Clients clients;
        final LoadBalancer balancer;
        final Group group;
        final Asked users;
        final Map<Instance, Client> processes = new LinkedHashMap<>();
        final List<Server> servers = new ArrayList<>();
        final List<Integer> left = new ArrayList<>();

        Assembly(long seed, Topology topology, Intervention... faults) {
            region = new Region(seed, 3, END, 1);
            database = new Cluster(
                    region, topology, ClusterSettings.read(reading(ClusterSettings.PARAMETERS)), Disks.even(1_500));
            ClientSettings pools = ClientSettings.read(reading(ClientSettings.POOL), true);
            clients = new Clients(region, pools, database, CallListener.NONE);
            BalancerSettings inTurn =
                    new BalancerSettings(List.of(0, 1, 2), ROUND_ROBIN, true, 30 * SECOND, 60 * SECOND, false, CHECK);
            balancer = new LoadBalancer(region, inTurn);
            List<Parameter> ofGroup = new ArrayList<>(GroupParameters.LIMITS);
            ofGroup.addAll(GroupParameters.LIFE);
            GroupSettings six =
                    GroupSettings.read(reading(ofGroup, "desired", "6", "max", "9", "zones", "3"), "m5.large", 0);
            group = new Group(region, six.under(Policy.MANUAL), new Billing(region, 10_000, 100), Load.FOLLOWED);
            group.tell(this);
            group.begin();
            users = new Asked(this);
            ClusterInvariants.watch(region, database, clients, 5);
            region.afterEvents(this::check);
            region.disturb(List.of(faults));
        }

        /** An instance that serves works on requests and has a process that asks the database; it is a target. */
        @Override
        public void serves(Instance instance) {
            Client process = clients.start(instance.zone(), 5 * SECOND);
            processes.put(instance, process);
            Map<Integer, Consumer<Outcome>> replies = new LinkedHashMap<>();
            Server server =
                    new Server(region, 1, 10, each -> replies.remove(each.row).accept(each.outcome));
            server.dependOn(process);
            servers.add(server);
            Endpoint service = (request, reply) -> {
                replies.put(request.row, reply);
                server.arrive(request);
            };
            balancer.register(new Target(instance.zone(), service, Target.Probe.of(process::ping)));
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
            if (sum != users.outcomes.size()
                    || group.instances().stream().filter(Instance::counts).count() > 9) {
                throw new AssertionError(sum + " of " + users.outcomes.size() + " requests; " + group.instances());
            }
        }

        /** What a lab's form would read, with what is not named at its default. */
        private static ScenarioReader reading(List<Parameter> parameters, String... values) {
            return new ScenarioReader(parameters, Values.of(values));
        }
    }

    private static Intervention at(long micros, String action, double value) {
        return new Intervention(micros, action, "any", 0, value);
    }

    /** The zone takes a node, a third of the instances and, where the database fails over, its primary: one fault, one meaning. */
    @ParameterizedTest
    @EnumSource(
            value = Topology.class,
            names = {"MULTI_AZ_INSTANCE", "MULTI_AZ_CLUSTER", "MULTI_AZ_PROXY"})
    void aDarkZoneIsOutlivedByTheWholeChain(Topology topology) {
        for (long seed = 0; seed < 3; seed++) {
            Assembly chain = new Assembly(seed, topology, at(FAULT, "fail-zone", 0));

            chain.region.run();

            assertThat(chain.database.writer().index()).as("who takes writes").isNotZero();
            assertThat(List.of(chain.group.in(0), chain.group.in(1), chain.group.in(2)))
                    .containsExactly(0, 3, 3);
            assertThat(chain.clients.all()).filteredOn(Client::isUp).hasSize(6).noneMatch(each -> each.zone() == 0);
            assertThat(chain.users.availability(0, FAULT - TIMEOUT))
                    .as("before")
                    .isEqualTo(1);
            assertThat(chain.users.availability(FAULT, FAULT + 10 * SECOND))
                    .as("just after")
                    .isLessThan(0.5);
            assertThat(chain.users.availability(END - 300 * SECOND, END - TIMEOUT))
                    .as("at last")
                    .isEqualTo(1);
            assertThat(chain.database.losses().ranges())
                    .as("acknowledged writes that are gone")
                    .isEmpty();
        }
    }

    /** Guards against a lone instance of a database that the rest of the chain makes up for. */
    @Test
    void withoutAStandbyNobodyIsServedHoweverManyInstancesComeBack() {
        Assembly chain = new Assembly(1, Topology.SINGLE_AZ, at(FAULT, "fail-zone", 0));

        chain.region.run();

        assertThat(chain.clients.all()).filteredOn(Client::isUp).hasSize(6);
        assertThat(chain.users.availability(FAULT, END - TIMEOUT)).isLessThan(0.001);
    }

    /** An instance that dies alone takes no zone with it, and one that a person takes away is drained first. */
    @Test
    void aDeadInstanceCostsItsShareUntilTheChecksHaveFailedAndADrainedOneNothing() {
        Assembly chain = new Assembly(
                2, Topology.MULTI_AZ_INSTANCE, at(FAULT, "stop-instance", 0), at(FAULT + 600 * SECOND, "desired", 4));

        chain.region.run();

        assertThat(chain.users.availability(FAULT, FAULT + 8 * SECOND))
                .as("a sixth of the requests")
                .isBetween(0.75, 0.9);
        assertThat(chain.users.availability(FAULT + 30 * SECOND, END - TIMEOUT)).isEqualTo(1);
        assertThat(chain.left).hasSize(2);
        assertThat(chain.database.writer().index()).isZero();
    }
}
