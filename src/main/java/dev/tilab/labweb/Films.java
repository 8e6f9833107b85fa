package dev.tilab.labweb;

import dev.tilab.labs.Labs;
import dev.tilab.simulation.lab.Lab;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

/**
 * A lab in small as it moves: drawings of one run at one instant after the other, so that a page can show it go on without a line of
 * the lab's own code (docs/adr/0035).
 */
@RestController
class Films {

    private static final String CACHE = "public, max-age=0, must-revalidate";

    private final LabCatalogue labs;
    private final ModelVersion version;
    /** Always the same, so each is drawn once: half a megabyte of text, a few kilobytes on the way. */
    private final Map<String, Film> drawn = new ConcurrentHashMap<>();

    Films(LabCatalogue labs, ModelVersion version) {
        this.labs = labs;
        this.version = version;
    }

    /**
     * @param telling which of the frames the page's own drawing is
     * @param frames shapes of an SVG drawing each
     */
    record Film(int telling, List<String> frames) {}

    @GetMapping(LabAddress.PAGES + "/{lab}/film")
    ResponseEntity<Film> film(@PathVariable String lab, WebRequest request) {
        Lab<?> asked = labs.find(lab);
        // Weak: the same frames travel compressed and as they are.
        String tag = "W/\"" + version.tag(asked.id(), "film", "") + '"';
        ResponseEntity.BodyBuilder answer =
                ResponseEntity.ok().header(HttpHeaders.ETAG, tag).header(HttpHeaders.CACHE_CONTROL, CACHE);
        if (request.checkNotModified(tag)) {
            return ResponseEntity.status(HttpStatus.NOT_MODIFIED)
                    .header(HttpHeaders.ETAG, tag)
                    .header(HttpHeaders.CACHE_CONTROL, CACHE)
                    .build();
        }
        return answer.body(drawn.computeIfAbsent(asked.id(), id -> draw(asked)));
    }

    private static Film draw(Lab<?> lab) {
        return new Film(
                Labs.TELLING,
                Labs.film(lab).stream().map(still -> still.drawing().shapes()).toList());
    }
}
