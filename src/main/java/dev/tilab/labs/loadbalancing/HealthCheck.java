package dev.tilab.labs.loadbalancing;

import dev.tilab.cloud.balancer.Belief;
import dev.tilab.simulation.engine.RandomStreams;
import dev.tilab.simulation.lab.Intervention;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What the interventions and the load balancer's health check do to the targets in the course of a run.
 *
 * <p>Each target is checked every interval, from a random instant within the first one. A running target passes at
 * once, however slow or busy it is; a stopped one refuses, which fails at once. {@link Belief} says when that takes a
 * target out or brings it back. So the marks depend on nothing that the lanes do, and are worked out once for all of
 * them: the checks of a {@link dev.tilab.cloud.balancer.LoadBalancer} are events of the lane that it lives in, as what it asks may
 * depend on anything there, and would be the same ones in every lane here, up to two hundred thousand of them. They also begin at
 * instants from streams that are named after nodes, which this load balancer is not divided into: addresses that were shared give
 * the runs that they always gave.
 */
final class HealthCheck {

    private HealthCheck() {}

    /** Interventions and changes of health by time; at one instant the interventions first, then by target. */
    static List<Mark> marks(LoadBalancingScenario scenario) {
        List<Mark> marks = new ArrayList<>();
        for (Intervention each : scenario.interventions) {
            marks.add(new Mark(each.atMicros(), Mark.Kind.of(each.action()), each.index(), each.value()));
        }
        RandomStreams streams = new RandomStreams(scenario.seed);
        for (int target = 0; target < scenario.speeds.size(); target++) {
            int index = target;
            List<Mark> own = marks.stream()
                    .filter(mark -> mark.target() == index && mark.kind().intervention)
                    .toList();
            double phase = streams.stream("health-check", target).nextDouble();
            addChanges(marks, own, target, (long) (phase * scenario.healthCheck.intervalMicros()), scenario);
        }
        // The sort is stable: interventions of one instant keep the order of the scenario.
        marks.sort(Comparator.comparingLong(Mark::atMicros).thenComparing(mark -> !mark.kind().intervention));
        return marks;
    }

    private static void addChanges(
            List<Mark> marks, List<Mark> interventions, int target, long firstMicros, LoadBalancingScenario scenario) {
        boolean running = true;
        Belief belief = new Belief(scenario.healthCheck);
        int done = 0;
        long interval = scenario.healthCheck.intervalMicros();
        for (long atMicros = firstMicros; atMicros <= scenario.durationMicros; atMicros += interval) {
            for (; done < interventions.size() && interventions.get(done).atMicros() <= atMicros; done++) {
                Mark.Kind kind = interventions.get(done).kind();
                running = kind == Mark.Kind.START || kind == Mark.Kind.SLOW && running;
            }
            if (belief.result(running)) {
                marks.add(new Mark(atMicros, running ? Mark.Kind.BACK_IN : Mark.Kind.TAKEN_OUT, target, 0));
            }
        }
    }
}
