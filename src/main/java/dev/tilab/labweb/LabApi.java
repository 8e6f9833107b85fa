package dev.tilab.labweb;

import dev.tilab.simulation.lab.Lab;
import dev.tilab.simulation.lab.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

    private static final int MOST_SEEDS = 100_000;
    private static final int SEEDS_AT_ONCE = 100;

    private final LabCatalogue labs;
    private final LabTexts texts;
    private final RunGate gate;
    private final TimelineAnswer timelines;

    LabApi(LabCatalogue labs, LabTexts texts, RunGate gate, TimelineAnswer timelines) {
        this.labs = labs;
        this.texts = texts;
        this.gate = gate;
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

    /** The figures of the run that the query describes; what it leaves out takes its default. */
    @GetMapping("/{lab}/run")
    ResponseEntity<String> run(@PathVariable String lab, HttpServletRequest request) {
        LabRun<?> run = read(lab, request);
        return json(gate.run(run.expectedRequests(), run::summary));
    }

    /** The columns of the run that the query describes, for the player. */
    @GetMapping("/{lab}/timeline")
    void timeline(@PathVariable String lab, HttpServletRequest request, HttpServletResponse response)
            throws IOException, HttpMediaTypeNotAcceptableException {
        timelines.answer(read(lab, request), request, response);
    }

    /**
     * Figures of the same run with {@code runs} other seeds, {@code from} the how-manieth on. Whoever asks for a thousand in
     * parts sees progress, and stops by not asking on.
     */
    @GetMapping("/{lab}/replications")
    ResponseEntity<String> replications(@PathVariable("lab") String id, HttpServletRequest request) {
        Lab<?> lab = labs.find(id);
        Map<String, String[]> query = new LinkedHashMap<>(request.getParameterMap());
        int from = number(lab, "from", query.remove("from"), 0, 0, MOST_SEEDS);
        int runs = number(lab, "runs", query.remove("runs"), SEEDS_AT_ONCE, 1, SEEDS_AT_ONCE);
        LabRun<?> run = LabQuery.of(lab, query).read(lab);
        return gate.run(run.expectedRequests() * runs, () -> run.replications(from, runs))
                .map(LabApi::json)
                .orElseThrow(() -> new UnknownLabException(id + "/replications"));
    }

    private static int number(Lab<?> lab, String name, String[] given, int otherwise, int min, int max) {
        if (given == null) {
            return otherwise;
        }
        String text = given[0].strip();
        if (text.matches("[0-9]{1,6}") && Integer.parseInt(text) >= min && Integer.parseInt(text) <= max) {
            return Integer.parseInt(text);
        }
        Map<String, String> allowed = Map.of("min", Integer.toString(min), "max", Integer.toString(max));
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
