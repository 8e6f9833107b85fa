package dev.tilab.labweb;

import dev.tilab.simulation.lab.Lab;
import dev.tilab.simulation.lab.Problem;
import dev.tilab.simulation.lab.Seeds;
import dev.tilab.simulation.lab.Values;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The lab API: what labs there are, the figures of a run, the columns of a run. */
@RestController
@RequestMapping(LabAddress.API)
class LabApi {

    private final LabCatalogue labs;
    private final LabTexts texts;
    private final RunAnswers answers;
    private final TimelineAnswer timelines;

    LabApi(LabCatalogue labs, LabTexts texts, RunAnswers answers, TimelineAnswer timelines) {
        this.labs = labs;
        this.texts = texts;
        this.answers = answers;
        this.timelines = timelines;
    }

    /** All labs with parameters, actions and presets, in the reader's language. */
    record LabList(List<LabDescription> labs) {}

    @GetMapping
    ResponseEntity<String> list(Locale locale) {
        return json(new LabList(labs.all().stream()
                .map(lab -> LabDescription.of(lab, texts, locale))
                .toList()));
    }

    /**
     * The figures of the run that the query describes; what it leaves out takes its default. Whoever accepts
     * {@code application/x-ndjson} is told how a long one comes on, a line each time, and has the figures in the last line.
     */
    @GetMapping("/{lab}/run")
    Object run(@PathVariable String lab, HttpServletRequest request, HttpServletResponse response) {
        LabRun<?> run = read(lab, request);
        return answers.answer(run.summaryNanos(), () -> LabJson.write(run.summary()), request, response);
    }

    /**
     * The columns of the run that the query describes, for the player. Whoever accepts {@value
     * BinaryTimeline#AWAITED_MEDIA_TYPE} is told how a long one comes on before they come.
     */
    @GetMapping("/{lab}/timeline")
    Object timeline(@PathVariable String lab, HttpServletRequest request, HttpServletResponse response)
            throws HttpMediaTypeNotAcceptableException {
        return timelines.answer(read(lab, request), request, response);
    }

    /**
     * Figures of the same run with {@code runs} other seeds, {@code from} the how-manieth on. Whoever asks for a thousand in
     * parts sees progress, and stops by not asking on.
     */
    @GetMapping("/{lab}/replications")
    Object replications(@PathVariable("lab") String id, HttpServletRequest request, HttpServletResponse response) {
        Lab<?> lab = labs.find(id);
        Map<String, String[]> query = new LinkedHashMap<>(request.getParameterMap());
        int from = number(lab, "from", query.remove("from"), 0, 0, Seeds.MOST_FROM);
        int runs = number(lab, "runs", query.remove("runs"), Seeds.MOST_RUNS, 1, Seeds.MOST_RUNS);
        LabRun<?> run = LabQuery.of(lab, query).read(lab);
        Function<Seeds, Record> replications =
                run.replications().orElseThrow(() -> new UnknownLabException(id + "/replications"));
        Seeds seeds = new Seeds(from, runs);
        return answers.answer(
                run.replicationsNanos(runs), () -> LabJson.write(replications.apply(seeds)), request, response);
    }

    private static int number(Lab<?> lab, String name, String @Nullable [] given, int otherwise, int min, int max) {
        if (given == null) {
            return otherwise;
        }
        String text = given[0].strip();
        if (text.matches("[0-9]{1,6}") && Integer.parseInt(text) >= min && Integer.parseInt(text) <= max) {
            return Integer.parseInt(text);
        }
        Map<String, String> allowed = Values.of("min", Integer.toString(min), "max", Integer.toString(max));
        throw new BadQueryException(lab, List.of(new Problem(name, text, "out-of-range", allowed)));
    }

    private LabRun<?> read(String id, HttpServletRequest request) {
        Lab<?> lab = labs.find(id);
        return LabQuery.of(lab, request.getParameterMap()).read(lab);
    }

    private static ResponseEntity<String> json(Object value) {
        return ResponseEntity.status(HttpStatus.OK)
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.noCache())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .body(LabJson.write(value));
    }
}
