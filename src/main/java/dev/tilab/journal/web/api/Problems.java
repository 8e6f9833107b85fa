package dev.tilab.journal.web.api;

import dev.tilab.journal.DateTakenException;
import dev.tilab.journal.FieldProblem;
import dev.tilab.journal.InvalidEntryException;
import dev.tilab.journal.StaleEntryException;
import dev.tilab.journal.TooLargeException;
import dev.tilab.journal.UnknownEntryException;
import dev.tilab.journal.search.SearchAwayException;
import dev.tilab.journal.search.SearchBusyException;
import dev.tilab.journal.template.NotTextException;
import dev.tilab.support.ProblemRow;
import dev.tilab.support.StoreException;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MimeType;
import org.springframework.web.HttpMediaTypeException;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.multipart.MultipartException;

/** Explains what the API refuses, as problem details (RFC 9457) in the reader's language. */
@RestControllerAdvice(basePackageClasses = EntriesApi.class)
@Order(Ordered.HIGHEST_PRECEDENCE) // the pages' own advice covers this package too, because it lies in theirs
class Problems {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    private final MessageSource messages;

    Problems(MessageSource messages) {
        this.messages = messages;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> invalid(InvalidEntryException e, Locale locale) {
        List<FieldProblem> found = e.problems();
        ProblemDetail problem = problem(HttpStatus.BAD_REQUEST, "invalid", locale, found.size());
        problem.setProperty(
                "errors", found.stream().map(row -> row(row, locale)).toList());
        return answer(problem, new HttpHeaders());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> notText(NotTextException e, Locale locale) {
        FieldProblem row = new FieldProblem("", null, e.reason().code(), Map.of("line", e.line()));
        return invalid(new InvalidEntryException(List.of(row)), locale);
    }

    private ProblemRow row(FieldProblem problem, Locale locale) {
        String value = problem.value();
        FieldProblem worded = problem;
        if (problem.code().equals("wrong-type")) {
            String type = messages.getMessage("entry.type." + problem.allowed().get("type"), null, locale);
            worded = new FieldProblem(problem.field(), value, problem.code(), Map.of("type", type));
        }
        return new ProblemRow(
                problem.field(), value, problem.code(), problem.allowed(), worded.message(messages, locale));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unknown(UnknownEntryException e, Locale locale) {
        Wrong wrong = new Wrong("date", e.what(), Map.of());
        return answer(problem(HttpStatus.NOT_FOUND, "unknown", wrong, locale, e.what()), new HttpHeaders());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> notInTrash(NotInTrashException e, Locale locale) {
        String date = e.date().toString();
        Wrong wrong = new Wrong("date", date, Map.of());
        return answer(problem(HttpStatus.NOT_FOUND, "not-in-trash", wrong, locale, date), new HttpHeaders());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> taken(DateTakenException e, Locale locale) {
        HttpHeaders headers = new HttpHeaders();
        String date = e.date().toString();
        headers.setLocation(URI.create(EntriesApi.PATH + "/" + date));
        return answer(problem(HttpStatus.CONFLICT, "taken", new Wrong("date", date, Map.of()), locale, date), headers);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> exists(ExistsException e, HttpServletRequest request, Locale locale) {
        HttpHeaders headers = new HttpHeaders();
        headers.setETag(Versions.eTag(e.existing()));
        String date = e.existing().date().toString();
        headers.setLocation(URI.create(EntriesApi.PATH + "/" + date));
        Wrong wrong = new Wrong(
                HttpHeaders.IF_NONE_MATCH,
                request.getHeader(HttpHeaders.IF_NONE_MATCH),
                Map.of("current", headers.getETag()));
        return answer(problem(HttpStatus.PRECONDITION_FAILED, "taken", wrong, locale, date), headers);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> stale(StaleEntryException e, HttpServletRequest request, Locale locale) {
        HttpHeaders headers = new HttpHeaders();
        headers.setETag(Versions.eTag(e.current()));
        String version = Long.toString(e.current().version());
        Wrong wrong = new Wrong(
                HttpHeaders.IF_MATCH, request.getHeader(HttpHeaders.IF_MATCH), Map.of("current", headers.getETag()));
        return answer(
                problem(
                        HttpStatus.PRECONDITION_FAILED,
                        "stale",
                        wrong,
                        locale,
                        e.current().date().toString(),
                        version),
                headers);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> versionRequired(VersionRequiredException e, Locale locale) {
        Wrong wrong = new Wrong(HttpHeaders.IF_MATCH, null, Map.of());
        return answer(problem(HttpStatus.PRECONDITION_REQUIRED, "precondition", wrong, locale), new HttpHeaders());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> tooLarge(TooLargeException e, Locale locale) {
        Wrong wrong = new Wrong("", Long.toString(e.actual()), Map.of("max", e.limit()));
        ProblemDetail problem = problem(HttpStatus.CONTENT_TOO_LARGE, "too-large", wrong, locale, e.limit());
        problem.setProperty("limit", e.limit());
        return answer(problem, new HttpHeaders());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> searchAway(SearchAwayException e, Locale locale) {
        HttpHeaders headers = new HttpHeaders();
        headers.set(HttpHeaders.RETRY_AFTER, StoreException.RETRY_AFTER_SECONDS);
        return answer(problem(HttpStatus.SERVICE_UNAVAILABLE, "search-away", locale), headers);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> searchBusy(SearchBusyException e, Locale locale) {
        HttpHeaders headers = new HttpHeaders();
        headers.set(HttpHeaders.RETRY_AFTER, SearchBusyException.RETRY_AFTER_SECONDS);
        return answer(problem(HttpStatus.SERVICE_UNAVAILABLE, "search-busy", locale), headers);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> mediaType(HttpMediaTypeNotSupportedException e, Locale locale) {
        HttpHeaders headers = new HttpHeaders();
        headers.setAccept(e.getSupportedMediaTypes());
        String sent = e.getContentType() == null ? null : e.getContentType().toString();
        Wrong wrong = new Wrong(HttpHeaders.CONTENT_TYPE, sent, Map.of("options", names(e)));
        return answer(problem(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "media-type", wrong, locale, names(e)), headers);
    }

    /** Says it is a form with files, and cannot even be read as one. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> multipart(MultipartException e, Locale locale) {
        return mediaType(new HttpMediaTypeNotSupportedException((MediaType) null, Form.types()), locale);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> notAcceptable(
            HttpMediaTypeNotAcceptableException e, HttpServletRequest request, Locale locale) {
        Wrong wrong = new Wrong(HttpHeaders.ACCEPT, request.getHeader(HttpHeaders.ACCEPT), Map.of("options", names(e)));
        return answer(problem(HttpStatus.NOT_ACCEPTABLE, "not-acceptable", wrong, locale, names(e)), new HttpHeaders());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> method(HttpRequestMethodNotSupportedException e, Locale locale) {
        HttpHeaders headers = e.getHeaders();
        String known = String.join(", ", e.getSupportedMethods());
        Wrong wrong = new Wrong("method", e.getMethod(), Map.of("options", known));
        return answer(problem(HttpStatus.METHOD_NOT_ALLOWED, "method", wrong, locale, known), headers);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> failed(RuntimeException e, Locale locale) {
        LOG.error("A request to the journal's API could not be answered", e);
        return answer(problem(HttpStatus.INTERNAL_SERVER_ERROR, "failed", locale), new HttpHeaders());
    }

    /** What a refusal as a whole is about. */
    private record Wrong(String field, String value, Map<String, Object> allowed) {}

    private ProblemDetail problem(HttpStatus status, String key, Wrong wrong, Locale locale, Object... arguments) {
        ProblemDetail problem = problem(status, key, locale, arguments);
        problem.setProperty(
                "errors",
                List.of(new ProblemRow(wrong.field(), wrong.value(), key, wrong.allowed(), problem.getDetail())));
        return problem;
    }

    private ProblemDetail problem(HttpStatus status, String key, Locale locale, Object... arguments) {
        ProblemDetail problem = ProblemDetail.forStatus(status);
        problem.setTitle(messages.getMessage("entry.api." + key + ".title", null, locale));
        problem.setDetail(messages.getMessage("entry.api." + key + ".detail", arguments, locale));
        return problem;
    }

    /** The type is fixed, so that a caller who accepts Markdown only can read the refusal, too. */
    private static ResponseEntity<ProblemDetail> answer(ProblemDetail problem, HttpHeaders headers) {
        return ResponseEntity.status(problem.getStatus())
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    private static String names(HttpMediaTypeException e) {
        return e.getSupportedMediaTypes().stream().map(MimeType::toString).collect(Collectors.joining(", "));
    }
}
