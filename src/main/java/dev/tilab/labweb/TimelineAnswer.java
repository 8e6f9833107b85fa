package dev.tilab.labweb;

import dev.tilab.simulation.engine.RunStoppedException;
import dev.tilab.simulation.timeline.Timeline;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import java.util.zip.GZIPOutputStream;
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

    /** Longest that somebody waits for a turn and the columns. */
    private static final long PATIENCE_MILLIS = 300_000;

    private static final int RETRY_SECONDS = 10;

    private final RunGate gate;
    private final ModelVersion version;

    TimelineAnswer(RunGate gate, ModelVersion version) {
        this.gate = gate;
        this.version = version;
    }

    /**
     * @return something that Spring MVC answers with
     * @throws HttpMediaTypeNotAcceptableException if the reader takes neither form
     * @throws BadQueryException if the run is too long to be kept
     */
    Object answer(LabRun<?> run, HttpServletRequest request)
            throws HttpMediaTypeNotAcceptableException {
        TimelineForm form = TimelineForm.preferred(new ServletServerHttpRequest(request).getHeaders())
                .orElseThrow(() -> new HttpMediaTypeNotAcceptableException(List.of(
                        new TimelineForm(false, false).mediaType(), MediaType.APPLICATION_JSON)));
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
        return queued(gate.longRuns().submit(request.getRemoteAddr(), nanos, work));
    }

    /** Columns have no room for progress, so the answer just comes when it is there; no request thread waits for it. */
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
                later.setErrorResult(failure instanceof CancellationException ? new BusyException(RETRY_SECONDS) : failure);
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
                .header(HttpHeaders.VARY, "Accept, Accept-Encoding");
    }

    /** Runs and writes; equal runs give equal bytes. */
    static FastByteArrayOutputStream encode(LabRun<?> run, TimelineForm form) {
        Timeline timeline = run.timeline();
        Map<String, String> scenario = run.scenario().values();
        FastByteArrayOutputStream bytes = new FastByteArrayOutputStream(64 * 1024);
        try (OutputStream body = form.gzip() ? form.json() ? new GZIPOutputStream(bytes) : GzipBody.of(timeline, bytes) : bytes) {
            if (form.json()) {
                JsonTimeline.write(run.lab().id(), scenario, timeline, body);
            } else {
                BinaryTimeline.write(run.lab().id(), scenario, timeline, body);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes;
    }
}
