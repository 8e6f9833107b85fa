package dev.tilab.labweb;

import dev.tilab.simulation.engine.RunStoppedException;
import dev.tilab.simulation.timeline.Timeline;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import java.util.zip.GZIPOutputStream;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.util.FastByteArrayOutputStream;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.async.DeferredResult;

/**
 * Answers with a timeline in the form that the reader takes.
 *
 * <p>A timeline follows from its address and the version of the model, so both together name it: a reader who has it is told
 * so (304) before anything is computed. Everybody may keep it, and asks whether it is still the one, because the next version
 * of TILab may compute another.
 */
@Component
final class TimelineAnswer {

    private static final String CACHE = "public, max-age=0, must-revalidate";
    private static final String VARY = "Accept, Accept-Encoding";

    /** Longest that somebody waits for a turn and the columns. */
    private static final long PATIENCE_MILLIS = 300_000;

    private static final int RETRY_SECONDS = 10;

    private final RunGate gate;
    private final ModelVersion version;
    private final LabTexts texts;

    TimelineAnswer(RunGate gate, ModelVersion version, LabTexts texts) {
        this.gate = gate;
        this.version = version;
        this.texts = texts;
    }

    /**
     * @return something that Spring MVC answers with
     * @throws HttpMediaTypeNotAcceptableException if the reader takes neither form
     * @throws BadQueryException if the run is too long to be kept
     */
    Object answer(LabRun<?> run, HttpServletRequest request, HttpServletResponse response)
            throws HttpMediaTypeNotAcceptableException {
        TimelineForm form = TimelineForm.preferred(new ServletServerHttpRequest(request).getHeaders())
                .orElseThrow(() -> new HttpMediaTypeNotAcceptableException(
                        List.of(new TimelineForm(false, false, false).mediaType(), MediaType.APPLICATION_JSON)));
        String tag = '"' + version.tag(run.lab().id(), run.query(), form.suffix()) + '"';
        if (has(tag, request)) {
            return describe(tag, ResponseEntity.status(HttpStatus.NOT_MODIFIED)).build();
        }
        long nanos = run.timelineNanos();
        // Written while the place is held but sent afterwards: a slow line must not keep others from computing.
        Supplier<ResponseEntity<byte[]>> work = () -> entity(tag, form, encode(run, form));
        if (nanos <= RunGate.SHORT_NANOS) {
            try {
                return gate.runShort(work);
            } catch (RunStoppedException longAfterAll) {
                // It stands in the queue like any other.
            }
        }
        if (form.awaited()) {
            return awaited(run, form, nanos, tag, request, response);
        }
        return queued(gate.longRuns().submit(request.getRemoteAddr(), nanos, work));
    }

    /** Lines about how the run comes on, then its columns: nobody waits before an empty stage without a word. */
    private Object awaited(
            LabRun<?> run,
            TimelineForm form,
            long nanos,
            String tag,
            HttpServletRequest request,
            HttpServletResponse response) {
        String last = "{\"state\":\"done\",\"encoding\":\"" + (form.gzip() ? "gzip" : "identity") + "\"}\n";
        LongRun<byte[]> waiting = gate.longRuns()
                .submit(
                        request.getRemoteAddr(),
                        nanos,
                        () -> encode(run, form, last).toByteArrayUnsafe());
        // Weak, because how long one waited is no part of it: equal runs give equal columns behind other lines.
        response.setHeader(HttpHeaders.ETAG, "W/" + tag);
        response.setHeader(HttpHeaders.CACHE_CONTROL, CACHE);
        response.setHeader(HttpHeaders.VARY, VARY);
        return new StreamedAnswer(
                        waiting, StreamedAnswer.Form.LINES_BEFORE_COLUMNS, texts, LocaleContextHolder.getLocale())
                .begin(response);
    }

    /** Columns alone have no room for progress, so they just come when they are there; no request thread waits for them. */
    private static DeferredResult<ResponseEntity<byte[]>> queued(LongRun<ResponseEntity<byte[]>> run) {
        DeferredResult<ResponseEntity<byte[]>> later = new DeferredResult<>(PATIENCE_MILLIS);
        later.onTimeout(() -> {
            run.cancel();
            later.setErrorResult(new BusyException(RETRY_SECONDS));
        });
        later.onError(gone -> run.cancel());
        run.result.whenComplete((entity, failure) -> {
            if (failure == null) {
                later.setResult(entity);
            } else {
                later.setErrorResult(
                        failure instanceof CancellationException ? new BusyException(RETRY_SECONDS) : failure);
            }
        });
        return later;
    }

    private static ResponseEntity<byte[]> entity(String tag, TimelineForm form, FastByteArrayOutputStream bytes) {
        ResponseEntity.BodyBuilder answer = describe(tag, ResponseEntity.ok()).contentType(form.mediaType());
        if (form.gzip()) {
            answer.header(HttpHeaders.CONTENT_ENCODING, "gzip");
        }
        return answer.contentLength(bytes.size()).body(bytes.toByteArrayUnsafe());
    }

    /** Asked without the response, which must stay untouched in case that the run turns out to be too long. */
    private static boolean has(String tag, HttpServletRequest request) {
        return new ServletWebRequest(request).checkNotModified(tag);
    }

    private static ResponseEntity.BodyBuilder describe(String tag, ResponseEntity.BodyBuilder answer) {
        return answer.header(HttpHeaders.ETAG, tag)
                .header(HttpHeaders.CACHE_CONTROL, CACHE)
                .header(HttpHeaders.VARY, VARY);
    }

    /** Runs and writes; equal runs give equal bytes. */
    static FastByteArrayOutputStream encode(LabRun<?> run, TimelineForm form) {
        return encode(run, form, "");
    }

    private static FastByteArrayOutputStream encode(LabRun<?> run, TimelineForm form, String before) {
        Timeline timeline = run.timeline();
        Map<String, String> scenario = run.scenario().values();
        FastByteArrayOutputStream bytes = new FastByteArrayOutputStream(64 * 1024);
        try {
            bytes.write(before.getBytes(StandardCharsets.UTF_8));
            try (OutputStream body = form.gzip() ? zipped(form, timeline, bytes) : bytes) {
                if (form.json()) {
                    JsonTimeline.write(run.lab().id(), scenario, timeline, body);
                } else {
                    BinaryTimeline.write(run.lab().id(), scenario, timeline, body);
                }
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes;
    }

    private static OutputStream zipped(TimelineForm form, Timeline timeline, OutputStream bytes) throws IOException {
        return form.json() ? new GZIPOutputStream(bytes) : GzipBody.of(timeline, bytes);
    }
}
