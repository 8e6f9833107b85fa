package dev.tilab.labweb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tilab.simulation.engine.Effort;
import dev.tilab.simulation.engine.RunStoppedException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Turns, and leaving: told without a server, by latches and not by time. */
@Timeout(30)
class LongRunsTest {

    private final LongRuns runs = new LongRuns(1, 5, 8, new RightOfWay(2));
    private final CountDownLatch started = new CountDownLatch(1);
    private final CountDownLatch mayEnd = new CountDownLatch(1);
    private final List<String> order = Collections.synchronizedList(new ArrayList<>());

    @AfterEach
    void close() {
        mayEnd.countDown();
        runs.close();
    }

    @Test
    void whoeverHadATurnStandsBehindAllOthers() throws Exception {
        block();
        List<LongRun<String>> waiting = List.of(
                named("a", "a1"),
                named("a", "a2"),
                named("a", "a3"),
                named("b", "b1"),
                named("c", "c1"),
                named("b", "b2"));
        assertThat(waiting).extracting(LongRun::position).containsExactly(0, 3, 5, 1, 2, 4);

        mayEnd.countDown();

        for (LongRun<String> each : waiting) {
            each.result.get(10, TimeUnit.SECONDS);
        }
        assertThat(order).containsExactly("a1", "b1", "c1", "a2", "b2", "a3");
    }

    /** Guards against work that is done for somebody who left. */
    @Test
    void whoeverLeavesTheQueueIsNotComputed() throws Exception {
        block();
        LongRun<String> left = named("a", "left");
        LongRun<String> stays = named("a", "stays");

        left.cancel();

        assertThat(left.result).isCancelled();
        assertThat(stays.position()).isZero();
        mayEnd.countDown();
        stays.result.get(10, TimeUnit.SECONDS);
        assertThat(order).containsExactly("stays");
    }

    /** Guards against a run that holds the worker to its end although nobody wants it. */
    @Test
    void aRunIsStoppedInTheMiddleAndTheNextBegins() throws Exception {
        LongRun<String> endless = runs.submit("a", Long.MAX_VALUE / 8, () -> {
            started.countDown();
            while (true) {
                Effort.current().spend(1);
            }
        });
        assertThat(started.await(10, TimeUnit.SECONDS)).isTrue();
        LongRun<String> next = named("b", "next");

        endless.cancel();

        assertThat(next.result.get(10, TimeUnit.SECONDS)).isEqualTo("next");
        assertThatThrownBy(endless.result::get).hasCauseInstanceOf(RunStoppedException.class);
    }

    /** Guards against an application that ends while a run of a minute holds a processor. */
    @Test
    void closingStopsWhatIsComputed() throws Exception {
        LongRun<String> endless = runs.submit("a", Long.MAX_VALUE / 8, () -> {
            started.countDown();
            while (true) {
                Effort.current().spend(0);
            }
        });
        assertThat(started.await(10, TimeUnit.SECONDS)).isTrue();

        runs.close();

        assertThatThrownBy(() -> endless.result.get(10, TimeUnit.SECONDS))
                .hasCauseInstanceOf(RunStoppedException.class);
    }

    /** Guards against a lab that says little and computes for ever. */
    @Test
    void aRunThatCostsSeveralTimesWhatWasSaidIsStopped() {
        LongRun<String> liar = runs.submit("a", RunGate.SHORT_NANOS, () -> {
            while (true) {
                Effort.current().spend(1_000_000);
            }
        });

        assertThatThrownBy(() -> liar.result.get(10, TimeUnit.SECONDS)).hasCauseInstanceOf(RunStoppedException.class);
    }

    @Test
    void theQueueIsBoundedForEachAndForAll() throws Exception {
        block();
        for (int each = 0; each < 5; each++) {
            named("a", "a" + each);
        }
        assertThatThrownBy(() -> named("a", "one more")).isInstanceOf(TooManyRunsException.class);
        for (int each = 0; each < 3; each++) {
            named("b" + each, "b");
        }
        assertThatThrownBy(() -> named("c", "one more")).isInstanceOf(BusyException.class);
    }

    private void block() throws InterruptedException {
        runs.submit("z", 1, () -> {
            started.countDown();
            try {
                return mayEnd.await(20, TimeUnit.SECONDS);
            } catch (InterruptedException stopped) {
                return false;
            }
        });
        assertThat(started.await(10, TimeUnit.SECONDS)).isTrue();
    }

    private LongRun<String> named(String client, String name) {
        return runs.submit(client, 1, () -> {
            order.add(name);
            return name;
        });
    }
}
