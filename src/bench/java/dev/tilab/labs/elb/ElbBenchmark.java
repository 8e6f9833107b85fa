package dev.tilab.labs.elb;

import dev.tilab.simulation.timeline.Timeline;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Milliseconds for a run of all four lanes: the one that the page opens with has to take less than 5, one of 1,000 letters/s for
 * 300 s less than 300.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 6, time = 2)
@Fork(1)
public class ElbBenchmark {

    @Param({"usual", "busy"})
    String traffic;

    private final ElbLab lab = new ElbLab();

    ElbScenario scenario() {
        return traffic.equals("usual")
                ? lab.scenario(Map.of("at", "110s:fail-zone:az-a"))
                : lab.scenario(Map.of(
                        "duration", "300s",
                        "browsers", "60",
                        "webRate", "20",
                        "at", "110s:fail-zone:az-a"));
    }

    @Benchmark
    public ElbSummary figures() {
        return lab.summary(scenario());
    }

    @Benchmark
    public Timeline everythingKept() {
        return lab.timeline(scenario());
    }
}
