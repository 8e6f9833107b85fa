package dev.tilab.journal.web.api;

import dev.tilab.journal.Query;
import dev.tilab.journal.transfer.Decision;
import dev.tilab.journal.transfer.ImportRefusedException;
import dev.tilab.journal.transfer.Imports;
import dev.tilab.journal.transfer.PlannedFile;
import dev.tilab.journal.transfer.SentFile;
import dev.tilab.journal.transfer.Step;
import dev.tilab.support.ProblemRow;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.util.WebUtils;

/** Many files at once for programs: looked at, or taken as well where {@code dryRun=false} says so. */
@RestController
class ImportsApi {

    private static final String PATH = "/api/v1/imports";

    private final Imports imports;
    private final MessageSource messages;

    ImportsApi(Imports imports, MessageSource messages) {
        this.imports = imports;
        this.messages = messages;
    }

    @PostMapping(PATH)
    ImportJson take(HttpServletRequest request, Locale locale) throws IOException, HttpMediaTypeNotSupportedException {
        MultipartHttpServletRequest form = WebUtils.getNativeRequest(request, MultipartHttpServletRequest.class);
        if (form == null) {
            throw noForm();
        }
        Map<String, String> given = new TreeMap<>();
        List<SentFile> sent = new ArrayList<>();
        try {
            form.getParameterMap().forEach((name, values) -> given.put(name, values[0]));
            form.getMultiFileMap().keySet().stream()
                    .filter(name -> !name.equals("files"))
                    .forEach(name -> given.put(name, ""));
            for (MultipartFile file : form.getFiles("files")) {
                String name = file.getOriginalFilename();
                sent.add(new SentFile(name == null ? "" : name, file.getBytes()));
            }
        } catch (MultipartException unreadable) {
            throw noForm();
        }
        Query query = new Query(given, "dryRun", "existing");
        boolean dryRun = query.oneOf("dryRun", List.of("true", "false")).equals("true");
        Step taken = Step.valueOf(
                query.oneOf("existing", List.of("skip", "replace", "add")).toUpperCase(Locale.ROOT));
        if (sent.isEmpty()) {
            query.missing("files");
        }
        query.check();
        List<PlannedFile> files = imports.look(sent);
        if (dryRun) {
            return ImportJson.of(files, taken, messages, locale);
        }
        Imports.Taken done = imports.take(
                files.stream().map(file -> Decision.of(file, taken)).toList());
        if (done.failed() != null) {
            throw done.failed(); // what was taken is there; sent again, it changes nothing
        }
        return ImportJson.of(files, done.files(), messages, locale);
    }

    @RequestMapping(PATH)
    ResponseEntity<Void> other(HttpServletRequest request) throws HttpRequestMethodNotSupportedException {
        return EntriesApi.other(request, HttpMethod.POST, HttpMethod.OPTIONS);
    }

    private static HttpMediaTypeNotSupportedException noForm() {
        return new HttpMediaTypeNotSupportedException((MediaType) null, List.of(MediaType.MULTIPART_FORM_DATA));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(ImportRefusedException e, Locale locale) {
        ProblemDetail problem = ProblemDetail.forStatus(HttpStatus.CONTENT_TOO_LARGE);
        problem.setTitle(messages.getMessage("transfer.refused.title", null, locale));
        Object[] arguments = {e.file(), e.value(), e.allowed()};
        problem.setDetail(messages.getMessage("transfer.refused." + e.code(), arguments, locale));
        Map<String, Object> allowed = Map.of("max", e.allowed(), "actual", e.value());
        problem.setProperty(
                "errors", List.of(new ProblemRow("files", e.file(), e.code(), allowed, problem.getDetail())));
        problem.setProperty("code", e.code());
        problem.setProperty("file", e.file());
        problem.setProperty("value", e.value());
        problem.setProperty("allowed", e.allowed());
        return ResponseEntity.status(HttpStatus.CONTENT_TOO_LARGE)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
