package dev.tilab.labweb;

import dev.tilab.simulation.engine.RunStoppedException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** What the lab API answers when it cannot do what was asked: problem details (RFC 9457) in the reader's language. */
@RestControllerAdvice(assignableTypes = {LabApi.class, StorySteps.class})
@Order(Ordered.HIGHEST_PRECEDENCE)
class LabProblems {

    private final LabTexts texts;

    LabProblems(LabTexts texts) {
        this.texts = texts;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> badQuery(BadQueryException bad, Locale locale) {
        List<LabTexts.ProblemRow> errors = texts.problems(bad, locale);
        return answer(
                HttpStatus.BAD_REQUEST,
                "labs.bad-query",
                locale,
                Map.of("errors", errors),
                new HttpHeaders(),
                errors.size());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unknownLab(UnknownLabException unknown, Locale locale) {
        return answer(HttpStatus.NOT_FOUND, "labs.unknown", locale, Map.of(), new HttpHeaders(), unknown.lab());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> busy(BusyException busy, Locale locale) {
        HttpHeaders headers = new HttpHeaders();
        headers.set(HttpHeaders.RETRY_AFTER, String.valueOf(busy.retryAfterSeconds()));
        return answer(HttpStatus.SERVICE_UNAVAILABLE, "labs.busy", locale, Map.of(), headers, busy.retryAfterSeconds());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> tooMany(TooManyRunsException tooMany, Locale locale) {
        HttpHeaders headers = new HttpHeaders();
        headers.set(HttpHeaders.RETRY_AFTER, String.valueOf(tooMany.retryAfterSeconds()));
        return answer(
                HttpStatus.TOO_MANY_REQUESTS,
                "labs.too-many",
                locale,
                Map.of("max", tooMany.most()),
                headers,
                tooMany.most(),
                tooMany.retryAfterSeconds());
    }

    /** The lab was wrong about what the run costs; asking again would not help. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> stopped(RunStoppedException stopped, Locale locale) {
        return answer(HttpStatus.BAD_REQUEST, "labs.stopped", locale, Map.of(), new HttpHeaders());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> notAcceptable(HttpMediaTypeNotAcceptableException unable, Locale locale) {
        return answer(
                HttpStatus.NOT_ACCEPTABLE,
                "labs.not-acceptable",
                locale,
                Map.of(
                        "allowed",
                        unable.getSupportedMediaTypes().stream()
                                .map(MediaType::toString)
                                .toList()),
                new HttpHeaders(),
                unable.getSupportedMediaTypes());
    }

    private ResponseEntity<ProblemDetail> answer(
            HttpStatus status,
            String key,
            Locale locale,
            Map<String, Object> properties,
            HttpHeaders headers,
            Object... arguments) {
        ProblemDetail problem =
                ProblemDetail.forStatusAndDetail(status, texts.text(key + ".detail", locale, arguments));
        problem.setTitle(texts.text(key + ".title", locale));
        properties.forEach(problem::setProperty);
        return ResponseEntity.status(status)
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_LANGUAGE, locale.toLanguageTag())
                .body(problem);
    }
}
