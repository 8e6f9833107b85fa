package dev.tilab.journal.web.api;

import dev.tilab.journal.Query;
import dev.tilab.journal.transfer.Export;
import dev.tilab.journal.transfer.Layout;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The whole journal as a ZIP, for programs and for the buttons of pages. */
@RestController
class ExportApi {

    private static final String PATH = "/api/v1/export";

    private final Export export;
    private final Clock clock;

    ExportApi(Export export, Clock clock) {
        this.export = export;
        this.clock = clock;
    }

    @GetMapping(PATH)
    void all(@RequestParam Map<String, String> parameters, HttpServletResponse response) throws IOException {
        Query query = new Query(parameters, "layout");
        Layout layout = Layout.of(query.oneOf("layout", Layout.ids())).orElseThrow();
        query.check();
        Export.Archive archive = export.archive(layout);
        response.setContentType("application/zip");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename("tilab-" + LocalDate.now(clock) + ".zip") // of several, the newest is found
                        .build()
                        .toString());
        try {
            export.write(archive, response.getOutputStream());
        } catch (RuntimeException broken) {
            // Nothing can be said behind half an archive: the connection ends, and the caller sees that it did.
            if (response.isCommitted()) {
                throw new IOException("the archive broke off", broken);
            }
            response.reset();
            throw broken;
        }
    }

    @RequestMapping(PATH)
    ResponseEntity<Void> other(HttpServletRequest request) throws HttpRequestMethodNotSupportedException {
        return EntriesApi.other(request, HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
    }
}
