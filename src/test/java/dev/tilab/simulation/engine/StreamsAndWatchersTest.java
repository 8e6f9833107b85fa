package dev.tilab.simulation.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the engine promises whoever watches it or draws from it. */
class StreamsAndWatchersTest {

    /** An invariant that is looked at only after the events would miss what the first of two watchers already changed. */
    @Test
    void whoWatchesIsAskedBeforeAndAfterEveryEventInTheOrderOfAsking() {
        Simulation simulation = new Simulation(1);
        List<String> heard = new ArrayList<>();
        simulation.beforeEvents(() -> heard.add("before"));
        simulation.beforeEvents(() -> heard.add("before, second"));
        simulation.afterEvents(() -> heard.add("after at " + simulation.nowMicros()));
        simulation.afterEvents(() -> heard.add("after, second"));
        simulation.schedule(5, () -> heard.add("event"));
        simulation.schedule(7, () -> heard.add("event"));

        simulation.runUntil(6);

        assertThat(heard).containsExactly("before", "before, second", "event", "after at 5", "after, second");
    }

    /** Guards against a clock that is put back: at a later instant a step back is still after the beginning. */
    @Test
    void nothingHappensInThePast() {
        Simulation simulation = new Simulation(1);
        simulation.runUntil(1_000);

        assertThatIllegalArgumentException().isThrownBy(() -> simulation.schedule(-1, () -> {}));
        assertThatIllegalArgumentException().isThrownBy(() -> simulation.schedule(Long.MAX_VALUE, () -> {}));
        simulation.schedule(0, () -> {});
    }

    /** Two purposes that drew the same numbers would make things happen together that have nothing to do with each other. */
    @Test
    void everySeedPurposeAndNumberHasAStreamOfItsOwn() {
        Set<Long> first = new LinkedHashSet<>();
        int streams = 0;
        for (long seed = 0; seed < 10; seed++) {
            for (String purpose : List.of("arrival", "arrivals", "demand", "client", "a", "b", "ab", "ba")) {
                for (long index = 0; index < 12; index++) {
                    first.add(new RandomStreams(seed).stream(purpose, index).nextLong());
                    streams++;
                }
            }
        }
        assertThat(first).hasSize(streams);
        assertThat(new RandomStreams(3).stream("arrival", 2).nextLong())
                .isEqualTo(new RandomStreams(3).stream("arrival", 2).nextLong());
    }

    /** Every address that somebody wrote down rests on these numbers; a program in another language gave the same ones. */
    @Test
    void theNumbersOfAStreamAreThoseThatItAlwaysHad() {
        RandomStream stream = new RandomStreams(42).stream("arrival", 3);

        assertThat(List.of(stream.nextLong(), stream.nextLong(), stream.nextLong()))
                .containsExactly(-1377149780499095527L, -7641664914490468178L, 8275233101453614849L);
    }
}
