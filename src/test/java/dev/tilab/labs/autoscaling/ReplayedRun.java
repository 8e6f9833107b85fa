package dev.tilab.labs.autoscaling;

import dev.tilab.cloud.compute.Group;
import dev.tilab.cloud.compute.Instance;
import dev.tilab.cloud.compute.Policy;
import dev.tilab.cloud.traffic.DrawnDemand;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * A lane's run again, request by request, and knowing nothing of its model: the requests of each slot at random instants of it,
 * each with a demand of its own, through the instances that served in the lane when they did, each of them a queue with limited
 * room. What a picture of counted requests says about a run has to be what such a run says about itself.
 */
final class ReplayedRun {

    /** Whom the load balancer sends a request to. */
    enum Spread {
        BY_CHANCE,
        IN_TURN
    }

    /** Microseconds of a bin of the pile of response times. */
    private static final double BIN_MICROS = 200;

    private final double perMicro;
    private final double objectiveMicros;
    private final int room;
    private final double patienceMicros;
    private final Spread spread;
    private final int chances;
    private SplittableRandom random;

    private final int[] pile = new int[400_000];

    /** Of each slot, over all chances. */
    private final int[] served;

    private final int[] late;
    private final int[] failing;

    /** What happens to the rotation of the lane at an instant. */
    private record Turn(long atMicros, Instance instance, boolean comes) {}

    /** An instance: when the requests that it has got will be done. */
    private static final class Queue {
        final ArrayDeque<Double> done = new ArrayDeque<>();
        double freeAtMicros;
    }

    private ReplayedRun(AutoScalingScenario scenario, int slots, Spread spread, int chances) {
        perMicro = scenario.service.perSecond() / 1e6;
        objectiveMicros = scenario.service.objectiveMicros();
        boolean finishes = scenario.service.finishes();
        room = finishes ? ResponseModel.MOST_ROOM : (int) Math.floor(perMicro * scenario.service.timeoutMicros()) + 1;
        patienceMicros = finishes ? scenario.service.timeoutMicros() : Double.MAX_VALUE;
        this.spread = spread;
        this.chances = chances;
        served = new int[slots];
        late = new int[slots];
        failing = new int[slots];
    }

    /**
     * Of a lane in which no instance dies and none changes its size.
     *
     * @param chances how often it is run again, each time with other instants and demands
     */
    static ReplayedRun of(AutoScalingScenario scenario, Policy policy, Spread spread, int chances) {
        Lane lane = Runs.lane(scenario, policy);
        List<Turn> turns = new ArrayList<>();
        lane.group.tell(new Group.Listener() {
            @Override
            public void serves(Instance instance) {
                turns.add(new Turn(lane.region.nowMicros(), instance, true));
            }

            @Override
            public void leaves(Instance instance) {
                turns.add(new Turn(lane.region.nowMicros(), instance, false));
            }
        });
        lane.run();
        ReplayedRun run = new ReplayedRun(scenario, lane.demand.slots(), spread, chances);
        for (int chance = 0; chance < chances; chance++) {
            run.random = new SplittableRandom(1000 * scenario.seed + chance);
            run.play(lane.demand, turns, scenario.durationMicros());
        }
        return run;
    }

    private void play(DrawnDemand demand, List<Turn> turns, long durationMicros) {
        Map<Instance, Queue> queues = new IdentityHashMap<>();
        List<Queue> rotation = new ArrayList<>();
        int turn = 0;
        int next = 0;
        for (int slot = 0; slot < demand.slots(); slot++) {
            double at = slot * (double) DrawnDemand.SLOT_MICROS;
            double end = Math.min(at + DrawnDemand.SLOT_MICROS, durationMicros);
            for (int left = demand.requests(slot); left > 0; left--) {
                // the least of so many instants that are left
                at += (end - at) * (1 - Math.pow(random.nextDouble(), 1.0 / left));
                for (; turn < turns.size() && turns.get(turn).atMicros <= at; turn++) {
                    Turn now = turns.get(turn);
                    if (now.comes) {
                        Queue queue = new Queue();
                        queues.put(now.instance, queue);
                        rotation.add(queue);
                    } else {
                        rotation.remove(queues.get(now.instance));
                    }
                }
                if (rotation.isEmpty()) {
                    failing[slot]++;
                    continue;
                }
                next = spread == Spread.IN_TURN ? (next + 1) % rotation.size() : random.nextInt(rotation.size());
                double response = response(rotation.get(next), at);
                if (response < 0) {
                    failing[slot]++;
                    continue;
                }
                served[slot]++;
                late[slot] += response > objectiveMicros ? 1 : 0;
                pile[(int) Math.min(pile.length - 1, response / BIN_MICROS)]++;
            }
        }
    }

    /** How long a request takes; below 0 if it finds no room, or its caller leaves before its turn and it is done all the same. */
    private double response(Queue queue, double at) {
        while (!queue.done.isEmpty() && queue.done.peekFirst() <= at) {
            queue.done.removeFirst();
        }
        if (queue.done.size() == room) {
            return -1;
        }
        double waits = queue.freeAtMicros - at;
        queue.freeAtMicros = Math.max(queue.freeAtMicros, at) - Math.log(1 - random.nextDouble()) / perMicro;
        queue.done.addLast(queue.freeAtMicros);
        return waits > patienceMicros ? -1 : queue.freeAtMicros - at;
    }

    /** Requests of a run that found no room. */
    double failed() {
        return (double) Arrays.stream(failing).asLongStream().sum() / chances;
    }

    /** Time in slots of which 99 % did not keep the objective, or more than 1 % failed. */
    double outsideSeconds() {
        int slots = 0;
        for (int slot = 0; slot < served.length; slot++) {
            boolean fail = failing[slot] > 0.01 * (served[slot] + failing[slot]);
            slots += fail || late[slot] > 0.01 * served[slot] ? 1 : 0;
        }
        return slots * DrawnDemand.SLOT_MICROS / 1e6;
    }

    double percentileMillis(double share) {
        long answered = Arrays.stream(pile).asLongStream().sum();
        long below = 0;
        int bin = 0;
        while (below < share * answered) {
            below += pile[bin++];
        }
        return (bin - 0.5) * BIN_MICROS / 1000;
    }
}
