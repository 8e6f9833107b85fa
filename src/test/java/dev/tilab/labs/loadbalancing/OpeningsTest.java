package dev.tilab.labs.loadbalancing;

import static dev.tilab.labs.loadbalancing.Runs.column;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tilab.simulation.lab.Preset;
import dev.tilab.simulation.timeline.Table;
import dev.tilab.simulation.timeline.Timeline;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Where the pages of this lab's situations open. */
class OpeningsTest {

    private static final int LEAST_ARRIVALS = 20;

    static Stream<Preset> presets() {
        return Runs.LAB.presets().stream();
    }

    /** Guards against a picture of idle targets: three of four situations showed nothing for minutes. */
    @ParameterizedTest
    @MethodSource("presets")
    void whereAPageWaitsRequestsHaveComeAndSomeAreInAQueue(Preset preset) {
        Timeline timeline = Runs.LAB.timeline(Runs.LAB.scenario(preset.values()));
        long[] arrival = column(Runs.requests(timeline), "arrivalMicros");
        long at = preset.opening().toMicros();

        assertThat(LongStream.of(arrival).filter(each -> each < at).count()).isGreaterThan(LEAST_ARRIVALS);
        assertThat(timeline.lanes()).anyMatch(lane -> waiting(lane, arrival, at) > 0);
    }

    private static long waiting(Table lane, long[] arrival, long at) {
        long[] wait = column(lane, "waitMicros");
        return IntStream.range(0, arrival.length)
                .filter(row -> arrival[row] < at && arrival[row] + wait[row] > at)
                .count();
    }
}
