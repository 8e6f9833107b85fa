package dev.tilab.labs.autoscaling;

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
 * Milliseconds for a run of four policies under a wave of 1,000 requests/s on average: two weeks have to take less than 300,
 * a day less than 40.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 6, time = 2)
@Fork(1)
public class AutoScalingBenchmark {

    @Param({"24h", "14d"})
    String duration;

    private final AutoScalingLab lab = new AutoScalingLab();

    AutoScalingScenario scenario() {
        return lab.scenario(Map.of(
                "policies", "scheduled,simple,target-tracking,combined",
                "baseRate", "500",
                "peakRate", "2600",
                "max", "50",
                "duration", duration));
    }

    @Benchmark
    public AutoScalingSummary figures() {
        return lab.summary(scenario());
    }

    @Benchmark
    public Timeline everythingKept() {
        return lab.timeline(scenario());
    }
}
