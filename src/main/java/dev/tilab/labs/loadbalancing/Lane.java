package dev.tilab.labs.loadbalancing;

import dev.tilab.cloud.Link;
import dev.tilab.cloud.Outcome;
import dev.tilab.cloud.Region;
import dev.tilab.cloud.Request;
import dev.tilab.cloud.balancer.Strategy;
import dev.tilab.cloud.balancer.TargetGroup;
import dev.tilab.cloud.compute.Server;
import dev.tilab.simulation.lab.Intervention;
import java.util.List;
import java.util.function.BiFunction;

/**
 * One strategy serving the workload from beginning to end: arrival → choice → network → target → network → reply.
 *
 * <p>A request counts as a connection from its choice to its reply. Events reuse their actions and requests are used
 * again, so a run of ten million requests needs no more memory than its fullest moment.
 */
final class Lane {

    private final Region region;
    private final Server[] servers;
    private final TargetGroup group;
    private final Strategy strategy;
    private final Workload workload;
    private final LaneObserver observer;

    /** The clock of the region begins with the warm-up, that of the run so much later. */
    private final long warmUpMicros;

    private final Link toTargets;
    private final Link toBalancer;
    private final Runnable arrival = this::arrive;
    private Request unused;
    private int requests;

    /** Requests of the warm-up, and how many of them are under way. */
    private int warm;

    private int warmOpen;

    /**
     * @param strategy makes the strategy that chooses
     * @param workload the requests from the first on, none of them taken yet
     * @param marks what the health check makes of the targets, by time
     */
    Lane(
            LoadBalancingScenario scenario,
            BiFunction<TargetGroup, Region, Strategy> strategy,
            Workload workload,
            List<Mark> marks,
            LaneObserver observer) {
        this.workload = workload;
        this.observer = observer;
        warmUpMicros = scenario.warmUpMicros;
        region =
                new Region(scenario.seed, 1, warmUpMicros + scenario.durationMicros, LoadBalancingCost.NANOS_PER_EVENT);
        toTargets = new Link(region, scenario.latencyMicros, this::reach);
        toBalancer = new Link(region, scenario.latencyMicros, this::reply);
        servers = scenario.speeds.stream()
                .map(speed -> new Server(region, speed, scenario.queueLimit, this::left))
                .toArray(Server[]::new);
        Server.disturb(region, List.of(servers));
        group = new TargetGroup(servers.length);
        this.strategy = strategy.apply(group, region);
        region.disturb(scenario.interventions.stream().map(this::afterWarmUp).toList());
        if (warmUpMicros > 0) {
            region.later(warmUpMicros, () -> List.of(servers).forEach(Server::measureFromNow));
        }
        for (Mark mark : marks) {
            if (!mark.kind().intervention) {
                region.later(
                        warmUpMicros + mark.atMicros(),
                        () -> group.setHealthy(mark.target(), mark.kind() == Mark.Kind.BACK_IN));
            }
        }
    }

    private Intervention afterWarmUp(Intervention each) {
        return new Intervention(
                warmUpMicros + each.atMicros(), each.action(), each.subject(), each.index(), each.value());
    }

    /** Runs to the end of the scenario. */
    void run() {
        scheduleNextArrival();
        region.run();
        for (Server server : servers) {
            server.present(observer::remains);
        }
    }

    /** Requests that have arrived at the load balancer since the run began. */
    int requests() {
        return requests - warm;
    }

    /** Those of them whose reply has not reached the load balancer. */
    int inFlight() {
        int open = -warmOpen;
        for (int target = 0; target < group.size(); target++) {
            open += group.open(target);
        }
        return open;
    }

    /** Events so far: the measure of how much work a run is. */
    long events() {
        return region.happened();
    }

    /** Most requests at a target at one time. */
    int maxInSystem(int target) {
        return servers[target].maxInSystem();
    }

    private void arrive() {
        long nowMicros = region.nowMicros();
        Request request = unused == null ? new Request() : unused;
        unused = request.next;
        request.row = requests++;
        if (workload.arrivalMicros < 0) {
            warm++;
            warmOpen++;
        }
        request.client = workload.client;
        request.demandMicros = workload.demandMicros;
        request.arrivalMicros = nowMicros;
        request.startMicros = -1;
        request.endMicros = -1;
        request.outcome = Outcome.IN_FLIGHT;
        scheduleNextArrival();

        int chosen = strategy.choose(request.client, nowMicros);
        request.target = chosen;
        observer.chosen(request, strategy);
        group.sent(chosen);
        strategy.sent(chosen, nowMicros);
        toTargets.send(request);
    }

    private void scheduleNextArrival() {
        workload.advance();
        if (workload.arrivalMicros <= region.endMicros() - warmUpMicros) {
            region.later(warmUpMicros + workload.arrivalMicros - region.nowMicros(), arrival);
        }
    }

    private void reach(Request request) {
        servers[request.target].arrive(request);
    }

    /** The request has left its target, served or not. */
    private void left(Request request) {
        observer.left(request);
        toBalancer.send(request);
    }

    /** What became of the request is known to the load balancer. */
    private void reply(Request request) {
        long nowMicros = region.nowMicros();
        group.replied(request.target);
        strategy.replied(request.target, nowMicros - request.arrivalMicros, request.outcome == Outcome.COMPLETED);
        observer.replied(request, nowMicros);
        if (request.row < warm) {
            warmOpen--;
        }
        request.next = unused;
        unused = request;
    }
}
