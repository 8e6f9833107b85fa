package dev.tilab.labs.loadbalancing;

import dev.tilab.simulation.engine.RandomStreams;
import dev.tilab.simulation.engine.Simulation;
import java.util.List;
import java.util.function.BiFunction;

/**
 * One strategy serving the workload from beginning to end: arrival → choice → network → target → network → reply.
 *
 * <p>A request counts as a connection from its choice to its reply. Events reuse their actions and requests are used
 * again, so a run of ten million requests needs no more memory than its fullest moment.
 */
final class Lane {

    final Target[] targets;

    private final Simulation simulation = new Simulation(LoadBalancingCost.NANOS_PER_EVENT);
    private final TargetGroup group;
    private final Strategy strategy;
    private final Workload workload;
    private final LaneObserver observer;
    private final Link toTargets;
    private final Link toBalancer;
    private final long endMicros;
    private final Runnable arrival = this::arrive;
    private Request unused;
    private int requests;

    /**
     * @param strategy makes the strategy that chooses
     * @param workload the requests from the first on, none of them taken yet
     * @param marks what happens to the targets, by time
     */
    Lane(
            LoadBalancingScenario scenario,
            BiFunction<TargetGroup, RandomStreams, Strategy> strategy,
            Workload workload,
            List<Mark> marks,
            LaneObserver observer) {
        this.workload = workload;
        this.observer = observer;
        toTargets = new Link(simulation, scenario.latencyMicros, request -> request.target.arrive(request));
        toBalancer = new Link(simulation, scenario.latencyMicros, this::reply);
        endMicros = scenario.durationMicros;
        targets = new Target[scenario.speeds.size()];
        for (int target = 0; target < targets.length; target++) {
            targets[target] =
                    new Target(target, scenario.speeds.get(target), scenario.queueLimit, this, simulation);
        }
        group = new TargetGroup(targets.length);
        this.strategy = strategy.apply(group, new RandomStreams(scenario.seed));
        for (Mark mark : marks) {
            if (mark.kind().intervention) {
                simulation.scheduleIntervention(mark.atMicros(), () -> happen(mark));
            } else {
                simulation.schedule(mark.atMicros(), () -> happen(mark));
            }
        }
    }

    /** Runs to the end of the scenario. */
    void run() {
        scheduleNextArrival();
        simulation.runUntil(endMicros);
        for (Target target : targets) {
            target.showWhatRemains(observer);
        }
    }

    /** Requests that have arrived at the load balancer. */
    int requests() {
        return requests;
    }

    /** Requests whose reply has not reached the load balancer. */
    int inFlight() {
        int open = 0;
        for (int connections : group.connections) {
            open += connections;
        }
        return open;
    }

    /** Events so far: the measure of how much work a run is. */
    long events() {
        return simulation.happened();
    }

    private void arrive() {
        long nowMicros = simulation.nowMicros();
        Request request = unused == null ? new Request() : unused;
        unused = request.next;
        request.row = requests++;
        request.client = workload.client;
        request.demandMicros = workload.demandMicros;
        request.arrivalMicros = nowMicros;
        request.startMicros = -1;
        request.endMicros = -1;
        request.outcome = Outcome.IN_FLIGHT;
        scheduleNextArrival();

        int chosen = strategy.choose(request.client, nowMicros);
        request.target = targets[chosen];
        observer.chosen(request, strategy);
        group.connections[chosen]++;
        strategy.sent(chosen, nowMicros);
        toTargets.send(request);
    }

    private void scheduleNextArrival() {
        workload.advance();
        if (workload.arrivalMicros <= endMicros) {
            simulation.schedule(workload.arrivalMicros - simulation.nowMicros(), arrival);
        }
    }

    /** The request has left its target, served or not. */
    void left(Request request) {
        observer.left(request);
        toBalancer.send(request);
    }

    /** What became of the request is known to the load balancer. */
    private void reply(Request request) {
        long nowMicros = simulation.nowMicros();
        int target = request.target.index;
        group.connections[target]--;
        strategy.replied(target, nowMicros - request.arrivalMicros, request.outcome == Outcome.COMPLETED);
        observer.replied(request, nowMicros);
        request.next = unused;
        unused = request;
    }

    private void happen(Mark mark) {
        Target target = targets[mark.target()];
        switch (mark.kind()) {
            case STOP -> target.stop();
            case START -> target.start();
            case SLOW -> target.slow(mark.value());
            case TAKEN_OUT -> group.setHealthy(mark.target(), false);
            case BACK_IN -> group.setHealthy(mark.target(), true);
        }
    }
}
