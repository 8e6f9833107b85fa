package dev.tilab;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** TILab as a process of its own, on a free port: the only way to see what a killed process leaves behind. */
final class RunningProcess implements AutoCloseable {

    private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+)");

    final HttpClient client = HttpClient.newHttpClient();
    private final Process process;
    private final List<String> output = Collections.synchronizedList(new ArrayList<>());
    private final CompletableFuture<Integer> port = new CompletableFuture<>();

    RunningProcess(Path data) throws IOException {
        this(List.of(), data, Map.of());
    }

    /** @param environment variables of the process, besides those of this one */
    RunningProcess(Path data, Map<String, String> environment) throws IOException {
        this(List.of(), data, environment);
    }

    /** One that may write no file beyond a size: its write fails there, as on a full disk. */
    static RunningProcess withFilesUpTo(int kib, Path data) throws IOException {
        return new RunningProcess(List.of("bash", "-c", "ulimit -f " + kib + "; exec \"$@\"", "bash"), data, Map.of());
    }

    private RunningProcess(List<String> before, Path data, Map<String, String> environment) throws IOException {
        List<String> command = new ArrayList<>(before);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "dev.tilab.TilabApplication",
                "--server.port=0",
                "--tilab.data-dir=" + data,
                "--logging.level.root=info"));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        process = builder.start();
        Thread reader = new Thread(this::readOutput, "output of TILab");
        reader.setDaemon(true);
        reader.start();
    }

    /** The address of {@code path}, as soon as the process serves it. */
    URI uri(String path) throws Exception {
        return URI.create("http://localhost:" + port.get(90, TimeUnit.SECONDS) + path);
    }

    /** As {@code kill -9}: nothing is flushed, no shutdown hook runs. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    int exitCode() throws InterruptedException {
        if (!process.waitFor(90, TimeUnit.SECONDS)) {
            throw new AssertionError("still running: " + output);
        }
        return process.exitValue();
    }

    List<String> output() {
        synchronized (output) {
            return List.copyOf(output);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private void readOutput() {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                output.add(line);
                Matcher started = PORT.matcher(line);
                if (started.find()) {
                    port.complete(Integer.valueOf(started.group(1)));
                }
            }
        } catch (IOException closed) {
            output.add("output closed: " + closed.getMessage());
        }
        port.completeExceptionally(new AssertionError("TILab did not start: " + output));
    }
}
