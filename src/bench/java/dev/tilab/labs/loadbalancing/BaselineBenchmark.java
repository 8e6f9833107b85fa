package dev.tilab.labs.loadbalancing;

import java.util.ArrayDeque;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What {@link EngineBenchmark} is to be compared with: the same requests, drawn alike, served by least connections
 * without health checks, latency, limits or anything to watch, once as a textbook would write it and once as a loop
 * made for this case alone.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 6, time = 1)
@Fork(1)
public class BaselineBenchmark {

    private static final int TARGETS = 8;

    private static LoadBalancingScenario scenario() {
        return new LoadBalancingLab()
                .scenario(Map.of(
                        "strategies", "least-connections",
                        "rate", "360",
                        "duration", "5555.555556s",
                        "serviceMean", "20ms",
                        "targets", "1,1,1,1,1,1,1,1",
                        "seed", "42"));
    }

    @Benchmark
    @OperationsPerInvocation(EngineBenchmark.EVENTS)
    public long priorityQueueOfLambdas() {
        Textbook model = new Textbook(scenario());
        model.run();
        return EngineBenchmark.checked(model.events);
    }

    @Benchmark
    @OperationsPerInvocation(EngineBenchmark.EVENTS)
    public long bareLoop() {
        LoadBalancingScenario scenario = scenario();
        Workload workload = new DrawnWorkload(scenario);
        long endMicros = scenario.durationMicros;
        int[] inSystem = new int[TARGETS];
        long[] freeAtMicros = new long[TARGETS];
        long[][] demands = new long[TARGETS][1 << 12];
        int[] heads = new int[TARGETS];
        java.util.Arrays.fill(freeAtMicros, Long.MAX_VALUE);
        int last = TARGETS - 1;
        long events = 0;
        workload.advance();
        while (true) {
            int next = 0;
            for (int target = 1; target < TARGETS; target++) {
                next = freeAtMicros[target] < freeAtMicros[next] ? target : next;
            }
            if (Math.min(workload.arrivalMicros, freeAtMicros[next]) > endMicros) {
                return EngineBenchmark.checked(events);
            }
            events++;
            if (freeAtMicros[next] < workload.arrivalMicros) {
                heads[next]++;
                freeAtMicros[next] = --inSystem[next] == 0
                        ? Long.MAX_VALUE
                        : freeAtMicros[next] + demands[next][heads[next] & (1 << 12) - 1];
                continue;
            }
            int best = -1;
            int fewest = Integer.MAX_VALUE;
            for (int seen = 0, target = last; seen < TARGETS; seen++) {
                target = target + 1 & TARGETS - 1;
                if (inSystem[target] < fewest) {
                    fewest = inSystem[target];
                    best = target;
                }
            }
            last = best;
            demands[best][heads[best] + inSystem[best] & (1 << 12) - 1] = workload.demandMicros;
            if (inSystem[best]++ == 0) {
                freeAtMicros[best] = workload.arrivalMicros + workload.demandMicros;
            }
            workload.advance();
        }
    }

    /** An object an event, ordered by time and number, with a lambda that captures what it needs. */
    private static final class Textbook {

        private record Event(long atMicros, long number, Runnable action) implements Comparable<Event> {
            @Override
            public int compareTo(Event other) {
                int byTime = Long.compare(atMicros, other.atMicros);
                return byTime != 0 ? byTime : Long.compare(number, other.number);
            }
        }

        private record Waiting(long arrivalMicros, long demandMicros) {}

        private final PriorityQueue<Event> queue = new PriorityQueue<>();
        private final Workload workload;
        private final long endMicros;
        private final int[] inSystem = new int[TARGETS];
        private final ArrayDeque<Waiting>[] waiting = deques();
        private long nowMicros;
        private long number;
        private int last = TARGETS - 1;
        private long events;

        Textbook(LoadBalancingScenario scenario) {
            workload = new DrawnWorkload(scenario);
            endMicros = scenario.durationMicros;
        }

        @SuppressWarnings({"unchecked", "rawtypes"})
        private static ArrayDeque<Waiting>[] deques() {
            ArrayDeque[] deques = new ArrayDeque[TARGETS];
            java.util.Arrays.setAll(deques, target -> new ArrayDeque<Waiting>());
            return deques;
        }

        void run() {
            workload.advance();
            schedule(workload.arrivalMicros, this::arrive);
            while (!queue.isEmpty() && queue.peek().atMicros <= endMicros) {
                Event event = queue.poll();
                nowMicros = event.atMicros;
                events++;
                event.action.run();
            }
        }

        private void schedule(long atMicros, Runnable action) {
            queue.add(new Event(atMicros, number++, action));
        }

        private void arrive() {
            int best = -1;
            int fewest = Integer.MAX_VALUE;
            for (int seen = 0, target = last; seen < TARGETS; seen++) {
                target = target + 1 & TARGETS - 1;
                if (inSystem[target] < fewest) {
                    fewest = inSystem[target];
                    best = target;
                }
            }
            last = best;
            Waiting request = new Waiting(nowMicros, workload.demandMicros);
            if (inSystem[best]++ == 0) {
                serve(best, request);
            } else {
                waiting[best].add(request);
            }
            workload.advance();
            schedule(workload.arrivalMicros, this::arrive);
        }

        private void serve(int target, Waiting request) {
            schedule(nowMicros + request.demandMicros, () -> {
                if (--inSystem[target] > 0) {
                    serve(target, waiting[target].poll());
                }
            });
        }
    }
}
