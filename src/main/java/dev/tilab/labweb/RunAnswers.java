package dev.tilab.labweb;

import dev.tilab.simulation.engine.RunStoppedException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.stereotype.Component;

/**
 * Answers with figures: at once where they are short to compute, else when their turn has come, on the same connection. So
 * there is nothing to ask for later and nothing to keep for anybody: any server may have the connection, and whoever hangs
 * up has cancelled (docs/adr/0010).
 */
@Component
final class RunAnswers {

    private final RunGate gate;
    private final LabTexts texts;

    RunAnswers(RunGate gate, LabTexts texts) {
        this.gate = gate;
        this.texts = texts;
    }

    /**
     * @param nanos what the figures are expected to cost
     * @param figures computes them and writes them as JSON
     * @return something that Spring MVC answers with
     */
    Object answer(long nanos, Supplier<String> figures, HttpServletRequest request, HttpServletResponse response) {
        boolean lines = wantsLines(request);
        if (nanos <= RunGate.SHORT_NANOS) {
            try {
                String json = gate.runShort(figures);
                return ResponseEntity.ok()
                        .contentType(lines ? MediaType.APPLICATION_NDJSON : MediaType.APPLICATION_JSON)
                        .cacheControl(CacheControl.noCache())
                        .header(HttpHeaders.VARY, "Accept, Accept-Language")
                        .body(lines ? StreamedAnswer.done(json) : json);
            } catch (RunStoppedException longAfterAll) {
                // It stands in the queue like any other.
            }
        }
        LongRun<byte[]> run = gate.longRuns().submit(request.getRemoteAddr(), nanos, () -> {
            String json = figures.get();
            return (lines ? StreamedAnswer.done(json) : json).getBytes(StandardCharsets.UTF_8);
        });
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
        response.setHeader(HttpHeaders.VARY, "Accept, Accept-Language");
        StreamedAnswer.Form form = lines ? StreamedAnswer.Form.LINES : StreamedAnswer.Form.JSON;
        return new StreamedAnswer(run, form, texts, LocaleContextHolder.getLocale()).begin(response);
    }

    private static boolean wantsLines(HttpServletRequest request) {
        try {
            List<MediaType> accepted =
                    new ServletServerHttpRequest(request).getHeaders().getAccept();
            return accepted.stream().anyMatch(MediaType.APPLICATION_NDJSON::equalsTypeAndSubtype);
        } catch (InvalidMediaTypeException unreadable) {
            return false;
        }
    }
}
