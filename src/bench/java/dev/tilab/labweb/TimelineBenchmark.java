package dev.tilab.labweb;

import dev.tilab.labs.Labs;
import dev.tilab.simulation.lab.Lab;
import dev.tilab.simulation.timeline.Timeline;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Collections;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.springframework.util.FastByteArrayOutputStream;

/**
 * What a timeline costs: sixty seconds, four lanes, 200 requests a second, read from its address, run, encoded, compressed.
 * The aim is 15 ms for all of it.
 *
 * <pre>./mvnw -Pbench verify -DskipTests -Dbench.include=TimelineBenchmark</pre>
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class TimelineBenchmark {

    /** How many targets there are, all of speed 1; two of the lanes log a value of each for every request. */
    @Param({"5", "12"})
    public int targets;

    private Lab<?> lab;
    private LabQuery query;
    private LabRun<?> run;
    private Timeline timeline;

    @Setup
    public void read() {
        lab = Labs.find("load-balancing").orElseThrow();
        query = LabQuery.of(
                lab,
                Map.of(
                        "strategies", new String[] {"round-robin,hash,least-connections,response-time"},
                        "rate", new String[] {"200"},
                        "duration", new String[] {"60s"},
                        "serviceMean", new String[] {"20ms"},
                        "targets", Collections.nCopies(targets, "1").toArray(String[]::new)));
        run = query.read(lab);
        timeline = run.timeline();
    }

    /** Everything that a request for the timeline computes. */
    @Benchmark
    public int whole() {
        return TimelineAnswer.encode(query.read(lab), new TimelineForm(false, true, false))
                .size();
    }

    @Benchmark
    public Timeline runOnly() {
        return run.timeline();
    }

    @Benchmark
    public int encodeAndCompress() throws IOException {
        FastByteArrayOutputStream bytes = new FastByteArrayOutputStream(64 * 1024);
        try (OutputStream body = GzipBody.of(timeline, bytes)) {
            BinaryTimeline.write("load-balancing", run.scenario().values(), timeline, body);
        }
        return bytes.size();
    }

    @Benchmark
    public int encodeOnly() throws IOException {
        FastByteArrayOutputStream bytes = new FastByteArrayOutputStream(64 * 1024);
        BinaryTimeline.write("load-balancing", run.scenario().values(), timeline, bytes);
        return bytes.size();
    }

    /** For comparison: the JDK's gzip as it is set by default. */
    @Benchmark
    public int encodeAndCompressByDefault() throws IOException {
        FastByteArrayOutputStream bytes = new FastByteArrayOutputStream(64 * 1024);
        try (OutputStream gzip = new GZIPOutputStream(bytes, 16 * 1024)) {
            BinaryTimeline.write("load-balancing", run.scenario().values(), timeline, gzip);
        }
        return bytes.size();
    }
}
