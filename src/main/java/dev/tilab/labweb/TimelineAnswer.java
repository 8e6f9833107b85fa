package dev.tilab.labweb;

import dev.tilab.simulation.timeline.Timeline;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.util.FastByteArrayOutputStream;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.context.request.ServletWebRequest;

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

    private final RunGate gate;
    private final ModelVersion version;

    TimelineAnswer(RunGate gate, ModelVersion version) {
        this.gate = gate;
        this.version = version;
    }

    /**
     * @throws HttpMediaTypeNotAcceptableException if the reader takes neither form
     * @throws BadQueryException if the run is too long to be kept
     */
    void answer(LabRun<?> run, HttpServletRequest request, HttpServletResponse response)
            throws IOException, HttpMediaTypeNotAcceptableException {
        TimelineForm form = TimelineForm.preferred(new ServletServerHttpRequest(request).getHeaders())
                .orElseThrow(() -> new HttpMediaTypeNotAcceptableException(List.of(
                        new TimelineForm(false, false).mediaType(), MediaType.APPLICATION_JSON)));
        String tag = '"' + version.tag(run.lab().id(), run.query(), form.suffix()) + '"';
        if (has(tag, request)) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            describe(tag, response);
            return;
        }
        // Written while the place is held but sent afterwards: a slow line must not keep others from computing.
        FastByteArrayOutputStream bytes = gate.run(run.expectedRequests(), () -> encode(run, form));
        describe(tag, response);
        response.setContentType(form.mediaType().toString());
        if (form.gzip()) {
            response.setHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
        }
        response.setContentLength(bytes.size());
        bytes.writeTo(response.getOutputStream());
    }

    /** Asked without the response, which must stay untouched in case that the run turns out to be too long. */
    private static boolean has(String tag, HttpServletRequest request) {
        return new ServletWebRequest(request).checkNotModified(tag);
    }

    private static void describe(String tag, HttpServletResponse response) {
        response.setHeader(HttpHeaders.ETAG, tag);
        response.setHeader(HttpHeaders.CACHE_CONTROL, CACHE);
        response.setHeader(HttpHeaders.VARY, "Accept, Accept-Encoding");
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
