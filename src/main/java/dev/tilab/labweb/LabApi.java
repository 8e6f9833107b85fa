package dev.tilab.labweb;

import dev.tilab.simulation.lab.Lab;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
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
