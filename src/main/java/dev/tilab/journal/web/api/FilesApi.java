package dev.tilab.journal.web.api;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.tilab.journal.Attachment;
import dev.tilab.journal.Attachments;
import dev.tilab.journal.Journal;
import dev.tilab.journal.UnknownEntryException;
import dev.tilab.journal.attachment.AttachmentPath;
import dev.tilab.journal.attachment.Content;
import dev.tilab.journal.attachment.RefusedFileException;
import dev.tilab.journal.attachment.RefusedFileException.Reason;
import dev.tilab.support.ProblemRow;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriUtils;

/**
 * Pictures and files of a day for programs, each under the path by which the day's text calls it. One whose path begins with
 * {@code ..} has no address of its own, because no client sends such a one; the list shows it, and a page deletes it.
 */
@RestController
@RequestMapping(FilesApi.PATH)
class FilesApi {

    static final String PATH = EntriesApi.PATH + "/{date}/files";

    private final Journal journal;
    private final Attachments attachments;
    private final MessageSource messages;

    FilesApi(Journal journal, Attachments attachments, MessageSource messages) {
        this.journal = journal;
        this.attachments = attachments;
        this.messages = messages;
    }

    /**
     * One of them.
     *
     * @param type found by its content
     * @param width of a picture in pixels, 0 for what is none or does not say
     */
    @JsonPropertyOrder({"path", "type", "size", "width", "height", "sha256", "addedAt"})
    record FileJson(String path, String type, long size, int width, int height, String sha256, Instant addedAt) {

        static FileJson of(Attachment file) {
            Content content = file.content();
            return new FileJson(
                    file.path().value(),
                    content.mediaType(),
                    file.size(),
                    content.width(),
                    content.height(),
                    file.sha256(),
                    file.addedAt());
        }
    }

    @GetMapping
    ResponseEntity<Map<String, List<FileJson>>> list(@PathVariable String date) {
        LocalDate day = existing(date);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache().cachePrivate())
                .body(Map.of(
                        "files", attachments.of(day).stream().map(FileJson::of).toList()));
    }

    @GetMapping("/{*path}")
    ResponseEntity<byte[]> read(@PathVariable String date, @PathVariable String path) {
        Attachment file = there(existing(date), path);
        byte[] bytes = attachments.bytes(file).orElseThrow(() -> gone(file.path()));
        return ResponseEntity.ok()
                .eTag('"' + file.sha256() + '"')
                .cacheControl(CacheControl.noCache().cachePrivate())
                .contentType(MediaType.parseMediaType(file.content().mediaType()))
                .headers(headers -> {
                    // A browser that comes here by an address opens nothing of it.
                    headers.set("Content-Security-Policy", "default-src 'none'; sandbox");
                    headers.setContentDisposition(ContentDisposition.attachment()
                            .filename(file.path().name(), StandardCharsets.UTF_8)
                            .build());
                })
                .body(bytes);
    }

    @PutMapping("/{*path}")
    ResponseEntity<FileJson> attach(@PathVariable String date, @PathVariable String path, HttpServletRequest request)
            throws IOException {
        LocalDate day = existing(date);
        AttachmentPath exactly = pathOf(path);
        if (request.getContentLengthLong() > Content.FILE_BYTES) {
            throw RefusedFileException.tooLarge(exactly.name(), request.getContentLengthLong());
        }
        byte[] bytes = request.getInputStream().readNBytes(Content.FILE_BYTES + 1);
        boolean isNew = attachments.find(day, exactly).isEmpty();
        Attachment file = attachments.attach(day, exactly, bytes);
        URI location = URI.create(
                EntriesApi.PATH + "/" + day + "/files/" + UriUtils.encodePath(exactly.value(), StandardCharsets.UTF_8));
        ResponseEntity.BodyBuilder answer =
                isNew ? ResponseEntity.created(location) : ResponseEntity.status(HttpStatus.OK);
        return answer.eTag('"' + file.sha256() + '"').body(FileJson.of(file));
    }

    @DeleteMapping("/{*path}")
    ResponseEntity<Void> remove(@PathVariable String date, @PathVariable String path) {
        LocalDate day = existing(date);
        AttachmentPath exactly = pathOf(path);
        if (!attachments.remove(day, exactly)) {
            throw gone(exactly);
        }
        return ResponseEntity.noContent().build();
    }

    @RequestMapping
    ResponseEntity<Void> otherOfList(HttpServletRequest request) throws HttpRequestMethodNotSupportedException {
        return EntriesApi.other(request, HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
    }

    @RequestMapping("/{*path}")
    ResponseEntity<Void> otherOfFile(HttpServletRequest request) throws HttpRequestMethodNotSupportedException {
        return EntriesApi.other(
                request, HttpMethod.GET, HttpMethod.HEAD, HttpMethod.PUT, HttpMethod.DELETE, HttpMethod.OPTIONS);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(RefusedFileException refused, Locale locale) {
        Reason reason = refused.reason();
        ProblemDetail problem = ProblemDetail.forStatus(reason.status());
        String title = reason == Reason.GONE ? "attachment.api.gone" : "attachment.api.refused";
        problem.setTitle(messages.getMessage(title, null, locale));
        problem.setDetail(messages.getMessage("attachment.refused." + reason.code(), refused.arguments(), locale));
        problem.setProperty("code", reason.code());
        boolean ofPath = reason == Reason.GONE || reason == Reason.PATH;
        problem.setProperty(
                "errors",
                List.of(new ProblemRow(
                        ofPath ? "path" : "", refused.name(), reason.code(), refused.allowed(), problem.getDetail())));
        return ResponseEntity.status(reason.status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    private LocalDate existing(String date) {
        LocalDate day = Days.of("date", date);
        return journal.file(day)
                .orElseThrow(() -> new UnknownEntryException(day))
                .date();
    }

    private Attachment there(LocalDate day, String path) {
        AttachmentPath exactly = pathOf(path);
        return attachments.find(day, exactly).orElseThrow(() -> gone(exactly));
    }

    private static AttachmentPath pathOf(String path) {
        String relative = path.startsWith("/") ? path.substring(1) : path;
        return AttachmentPath.of(relative).orElseThrow(() -> new RefusedFileException(Reason.PATH, relative));
    }

    private static RefusedFileException gone(AttachmentPath path) {
        return new RefusedFileException(Reason.GONE, path.value());
    }
}
