package dev.tilab.labweb;

import dev.tilab.simulation.engine.RunStoppedException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
 * The answer to somebody who waits for a long run, on the connection that asked. It begins before its result is there, and
 * whoever has hung up is noticed by the next write: then the run is cancelled. No request thread is held.
 */
final class StreamedAnswer {

    /** What is written while the result is not there, and what is left to say when there will be none. */
    enum Form {
        /** Line ends, which JSON allows before a value. Success has been announced: a failure can only break off. */
        JSON(MediaType.APPLICATION_JSON, false, false),

        /** A line about the run each time, the last one with the result or with what went wrong. */
        LINES(MediaType.APPLICATION_NDJSON, true, true),

        /** The same lines before columns. What went wrong breaks off behind its line, so that no cache keeps it for the run. */
        LINES_BEFORE_COLUMNS(MediaType.parseMediaType(BinaryTimeline.AWAITED_MEDIA_TYPE), true, false);

        private final MediaType type;
        private final boolean lines;
        private final boolean failureIsWhole;

        Form(MediaType type, boolean lines, boolean failureIsWhole) {
            this.type = type;
            this.lines = lines;
            this.failureIsWhole = failureIsWhole;
        }
    }

    /** Longest that somebody waits for a turn and its result. */
    private static final long PATIENCE_MILLIS = TimeUnit.MINUTES.toMillis(10);

    private static final long BETWEEN_LINES_MILLIS = 500;

    /** Says to all who wait how things are: some bytes each, which a connection takes without waiting for its reader. */
    private static final ScheduledExecutorService PROGRESS =
            Executors.newSingleThreadScheduledExecutor(daemons("run-progress"));

    /** Sends results, which a slow reader may make wait. */
    private static final Executor RESULTS = Executors.newCachedThreadPool(daemons("run-result"));

    private final LongRun<byte[]> run;
    private final Form form;
    private final LabTexts texts;
    private final Locale locale;

    /** @param run comes to what is sent last, in the form's own writing */
    StreamedAnswer(LongRun<byte[]> run, Form form, LabTexts texts, Locale locale) {
        this.run = run;
        this.form = form;
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

    /** @param response whose headers say everything but the type */
    ResponseBodyEmitter begin(HttpServletResponse response) {
        // A balancer that gathers the answer would show no progress.
        response.setHeader("X-Accel-Buffering", "no");
        ResponseBodyEmitter emitter = new ResponseBodyEmitter(PATIENCE_MILLIS) {
            @Override
            protected void extendResponse(org.springframework.http.server.ServerHttpResponse response) {
                response.getHeaders().setContentType(form.type);
            }
        };
        Future<?> progress = PROGRESS.scheduleWithFixedDelay(
                () -> send(emitter, form.lines ? progress() : "\n"), 0, BETWEEN_LINES_MILLIS, TimeUnit.MILLISECONDS);
        // Comes behind a time-out and an error, too.
        emitter.onCompletion(run::cancel);
        run.result.whenCompleteAsync(
                (bytes, failure) -> {
                    progress.cancel(false);
                    if (failure == null) {
                        send(emitter, bytes);
                        emitter.complete();
                    } else if (run.isCancelled()) {
                        emitter.complete();
                    } else {
                        fail(emitter, failure);
                    }
                },
                RESULTS);
        return emitter;
    }

    private void fail(ResponseBodyEmitter emitter, Throwable failure) {
        if (form.lines) {
            send(emitter, failed(failure));
        }
        if (form.failureIsWhole) {
            emitter.complete();
        } else {
            emitter.completeWithError(failure);
        }
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
        // As bytes: nothing here depends on which encoding a converter thinks of.
        send(emitter, text.getBytes(StandardCharsets.UTF_8));
    }

    private void send(ResponseBodyEmitter emitter, byte[] bytes) {
        try {
            emitter.send(bytes, MediaType.APPLICATION_OCTET_STREAM);
        } catch (IOException | IllegalStateException gone) {
            run.cancel();
        }
    }
}
