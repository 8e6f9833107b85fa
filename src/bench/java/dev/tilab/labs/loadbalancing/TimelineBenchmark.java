package dev.tilab.labs.loadbalancing;

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

/** Milliseconds for the run that a page asks for: 60 s, four lanes, 200 requests/s, everything kept; not yet encoded. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 6, time = 1)
@Fork(1)
public class TimelineBenchmark {

    @Param({"0ms", "10ms"})
    String latency;

    private final LoadBalancingLab lab = new LoadBalancingLab();

    @Benchmark
    public Timeline fourLanes() {
        return lab.timeline(lab.scenario(Map.of(
                "strategies", "round-robin,least-connections,response-time,random",
                "rate", "200",
                "serviceMean", "20ms",
                "latency", latency,
                "at", "20s:stop:target-4,40s:start:target-4")));
    }
}
