package dev.tilab.simulation.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SimulationTest {

    private final Simulation simulation = new Simulation(1);
    private final List<String> happened = new ArrayList<>();

    @Test
    void eventsHappenByTimeThenInterventionsThenInTheOrderOfScheduling() {
        simulation.schedule(20, () -> happened.add("late"));
        simulation.schedule(10, () -> happened.add("first"));
        simulation.schedule(10, () -> happened.add("second"));
        simulation.scheduleIntervention(10, () -> happened.add("intervention"));

        simulation.runUntil(20);

        assertThat(happened).containsExactly("intervention", "first", "second", "late");
        assertThat(simulation.happened()).isEqualTo(4);
    }

    @Test
    void theRunIncludesItsLastInstantAndNothingAfterIt() {
        simulation.schedule(10, () -> happened.add("at the end"));
        simulation.schedule(11, () -> happened.add("too late"));

        simulation.runUntil(10);

        assertThat(happened).containsExactly("at the end");
        assertThat(simulation.nowMicros()).isEqualTo(10);
    }

    @Test
    void theClockShowsTheInstantOfTheEventThatHappens() {
        simulation.schedule(7, () -> simulation.schedule(5, () -> happened.add("at " + simulation.nowMicros())));

        simulation.runUntil(100);

        assertThat(happened).containsExactly("at 12");
    }

    @Test
    void thePastAndTheFarFutureCannotBeScheduled() {
        assertThatThrownBy(() -> simulation.schedule(-1, () -> {})).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> simulation.schedule(1L << 41, () -> {})).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> simulation.schedule(Long.MAX_VALUE, () -> {}))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** Guards against sequences that wrap around: after four million events, later ones would overtake earlier ones. */
    @Test
    void eventsOfOneInstantKeepTheirOrderBeyondFourMillionOfThem() {
        int events = 9_000_000;
        long[] seen = new long[1];
        boolean[] inOrder = {true};
        for (int before = 0; before < 100; before++) {
            long number = events + before;
            simulation.schedule(1, () -> inOrder[0] &= seen[0]++ == number);
        }
        Runnable next = new Runnable() {
            @Override
            public void run() {
                inOrder[0] &= simulation.nowMicros() == 0;
                if (++seen[0] < events) {
                    simulation.schedule(0, this);
                }
            }
        };
        simulation.schedule(0, next);

        simulation.runUntil(1);

        assertThat(seen[0]).isEqualTo(events + 100);
        assertThat(inOrder[0]).isTrue();
    }

    /** Guards against an event lost or out of order where the sorted array and the heap meet, at every size of the queue. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 9, 31, 32, 33, 100, 5_000})
    void anyMixOfSchedulingAndHappeningGivesTheOrderOfASortedList(int pending) {
        record Expected(long atMicros, int priority, long number) implements Comparable<Expected> {
            @Override
            public int compareTo(Expected other) {
                int byTime = Long.compare(atMicros, other.atMicros);
                int byPriority = byTime != 0 ? byTime : Integer.compare(priority, other.priority);
                return byPriority != 0 ? byPriority : Long.compare(number, other.number);
            }
        }
        RandomStream random = new RandomStreams(pending).stream("test", 0);
        PriorityQueue<Expected> expected = new PriorityQueue<>();
        EventQueue queue = new EventQueue();
        long[] last = new long[1];
        long nowMicros = 0;
        long number = 0;
        for (int step = 0; step < 40_000; step++) {
            boolean draining = step % 4_000 > 3_000;
            while (!draining && expected.size() < 1 + random.nextInt(pending)) {
                // Few different instants, so that many events share one.
                Expected event = new Expected(nowMicros + random.nextInt(20), random.nextInt(2), number++);
                expected.add(event);
                queue.put(event.atMicros, event.priority, () -> last[0] = event.number);
            }
            assertThat(queue.isEmpty()).isEqualTo(expected.isEmpty());
            if (!expected.isEmpty()) {
                Expected next = expected.poll();
                nowMicros = next.atMicros;
                assertThat(queue.soonestMicros()).isEqualTo(next.atMicros);
                queue.take().run();
                assertThat(last[0]).isEqualTo(next.number);
            }
        }
    }
}
