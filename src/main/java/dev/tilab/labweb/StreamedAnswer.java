package dev.tilab.labweb;

import dev.tilab.simulation.engine.RunStoppedException;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyEmitter;

/**
 * The answer to somebody who waits for a long run. As lines it says how the run comes on; as JSON it sends line ends, which
 * JSON allows before a value, until the value is there. Either way somebody who has hung up is noticed by the next write, and
 * the run is cancelled. No request thread is held.
 */
final class StreamedAnswer {

    /** Longest that somebody waits for a turn and its result. */
    private static final long PATIENCE_MILLIS = TimeUnit.MINUTES.toMillis(10);

    private static final long BETWEEN_LINES_MILLIS = 500;

    /** Says to all who wait how things are: some bytes each, which a connection takes without waiting for its reader. */
    private static final ScheduledExecutorService PROGRESS = Executors.newSingleThreadScheduledExecutor(daemons("run-progress"));

    /** Sends results, which a slow reader may make wait. */
    private static final Executor RESULTS = Executors.newCachedThreadPool(daemons("run-result"));

    private final LongRun<String> run;
    private final boolean lines;
    private final LabTexts texts;
    private final Locale locale;

    StreamedAnswer(LongRun<String> run, boolean lines, LabTexts texts, Locale locale) {
        this.run = run;
        this.lines = lines;
        this.texts = texts;
        this.locale = locale;
    }

    private static ThreadFactory daemons(String name) {
        return task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        };
    }

    /** The line that carries a result. */
    static String done(String json) {
        return "{\"state\":\"done\",\"result\":" + json + "}\n";
    }

    ResponseBodyEmitter begin() {
        ResponseBodyEmitter emitter = new ResponseBodyEmitter(PATIENCE_MILLIS) {
            @Override
            protected void extendResponse(org.springframework.http.server.ServerHttpResponse response) {
                response.getHeaders().setContentType(type());
            }
        };
        Future<?> progress = PROGRESS.scheduleWithFixedDelay(
                () -> send(emitter, lines ? progress() : "\n"), 0, BETWEEN_LINES_MILLIS, TimeUnit.MILLISECONDS);
        emitter.onCompletion(run::cancel);
        emitter.onTimeout(run::cancel);
        emitter.onError(gone -> run.cancel());
        run.result.whenCompleteAsync(
                (json, failure) -> {
                    progress.cancel(false);
                    if (failure == null) {
                        send(emitter, lines ? done(json) : json);
                        emitter.complete();
                    } else if (run.isCancelled()) {
                        emitter.complete();
                    } else if (lines) {
                        send(emitter, failed(failure));
                        emitter.complete();
                    } else {
                        // Success has been announced: an answer that breaks off is all that can still be said.
                        emitter.completeWithError(failure);
                    }
                },
                RESULTS);
        return emitter;
    }

    private MediaType type() {
        return lines ? MediaType.APPLICATION_NDJSON : MediaType.APPLICATION_JSON;
    }

    private String progress() {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("state", run.hasBegun() ? "running" : "waiting");
        line.put("position", run.position());
        line.put("share", Math.floor(run.share() * 1000) / 1000);
        return LabJson.write(line) + "\n";
    }

    private String failed(Throwable failure) {
        String key = failure instanceof RunStoppedException ? "labs.stopped.detail" : "labs.failed.detail";
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("state", "failed");
        line.put("detail", texts.text(key, locale));
        return LabJson.write(line) + "\n";
    }

    private void send(ResponseBodyEmitter emitter, String text) {
        try {
            // As bytes: nothing here depends on which encoding a converter thinks of.
            emitter.send(text.getBytes(java.nio.charset.StandardCharsets.UTF_8), MediaType.APPLICATION_OCTET_STREAM);
        } catch (IOException | IllegalStateException gone) {
            run.cancel();
        }
    }
}
