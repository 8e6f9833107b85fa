package dev.tilab.simulation.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** Whoever waits for a run sees it come on and can stop it, and nothing of that changes what it computes. */
class EffortTest {

    private static final int EVENTS = 100_000;

    @Test
    void everyEventIsCountedAndTheShareGrowsWithTheClock() {
        Effort effort = new Effort(Long.MAX_VALUE);
        double[] half = {0};
        effort.during(() -> {
            effort.consistsOf(2);
            tick(EVENTS, () -> half[0] = effort.share());
            assertThat(effort.share()).isEqualTo(0.5);
            return tick(EVENTS, () -> {});
        });
        assertThat(half[0]).isBetween(0.45, 0.5);
        assertThat(effort.share()).isEqualTo(1);
        assertThat(effort.spentNanos()).isEqualTo(2 * 7L * EVENTS);
    }

    /** Guards against a cancelled run that goes on to its end. */
    @Test
    void aCancelledRunStopsWithinSomeThousandEvents() {
        Effort effort = new Effort(Long.MAX_VALUE);
        long[] happened = {0};
        assertThatThrownBy(() -> effort.during(() -> tick(EVENTS, () -> {
                    if (++happened[0] == 10_000) {
                        effort.cancel();
                    }
                })))
                .isInstanceOf(RunStoppedException.class);
        assertThat(happened[0]).isBetween(10_000L, 14_100L);
    }

    @Test
    void aRunThatCostsTooMuchStops() {
        assertThatThrownBy(() -> new Effort(7L * EVENTS / 2).during(() -> tick(EVENTS, () -> {})))
                .isInstanceOf(RunStoppedException.class);
    }

    /** Guards against an effort that stays on the thread and stops somebody else's run. */
    @Test
    void anEffortEndsWithItsRun() {
        Effort cancelled = new Effort(Long.MAX_VALUE);
        cancelled.cancel();
        assertThatThrownBy(() -> cancelled.during(() -> 1)).isInstanceOf(RunStoppedException.class);

        assertThat(tick(EVENTS, () -> {})).isEqualTo(EVENTS);
    }

    /** Guards against a run inside a run after which the outer one is no longer counted, or not to be stopped. */
    @Test
    void afterARunWithinARunTheOuterOneGoesOn() {
        Effort outer = new Effort(Long.MAX_VALUE);
        Effort inner = new Effort(Long.MAX_VALUE);

        String result = outer.during(() -> {
            long ticks = inner.during(() -> tick(EVENTS, () -> {}));
            tick(EVENTS / 2, () -> {});
            return ticks + " within";
        });

        assertThat(result).isEqualTo(EVENTS + " within");
        assertThat(inner.spentNanos()).isEqualTo(7L * EVENTS);
        assertThat(outer.spentNanos()).isEqualTo(7L * EVENTS / 2);
        assertThat(Effort.current()).isNotSameAs(outer);
    }

    /** Guards against a look at the others after every single event: it would cost more than the event. */
    @Test
    void whoMayPauseARunIsAskedOnceInSomeThousandEvents() {
        int[] pauses = {0};

        new Effort(Long.MAX_VALUE, () -> pauses[0]++).during(() -> tick(EVENTS, () -> {}));

        assertThat(pauses[0]).isBetween(EVENTS / 10_000, EVENTS / 1_000);
    }

    private static long tick(int events, Runnable each) {
        Simulation simulation = new Simulation(7);
        simulation.schedule(1, new Runnable() {
            @Override
            public void run() {
                each.run();
                simulation.schedule(1, this);
            }
        });
        simulation.runUntil(events);
        return simulation.happened();
    }
}
