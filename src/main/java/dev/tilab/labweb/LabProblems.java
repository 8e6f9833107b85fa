package dev.tilab.labweb;

import dev.tilab.simulation.engine.RunStoppedException;
import dev.tilab.simulation.lab.InvalidScenarioException;
import dev.tilab.simulation.lab.Lab;
import dev.tilab.support.ProblemRow;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
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
@RestControllerAdvice(assignableTypes = {LabApi.class, StorySteps.class, DiagnosisApi.class})
@Order(Ordered.HIGHEST_PRECEDENCE)
class LabProblems {

    private final LabCatalogue labs;
    private final LabTexts texts;

    LabProblems(LabCatalogue labs, LabTexts texts) {
        this.labs = labs;
        this.texts = texts;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> badQuery(BadQueryException bad, Locale locale) {
        List<LabTexts.ProblemRow> errors = texts.problems(bad, locale);
        ProblemDetail problem = problem(HttpStatus.BAD_REQUEST, "labs.bad-query", locale, errors.size());
        problem.setProperty("errors", errors);
        return answer(problem, locale, new HttpHeaders());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> badDiagnosis(InvalidScenarioException bad, Locale locale) {
        List<LabTexts.ProblemRow> errors = DoctorQuery.problems(bad, texts, locale);
        ProblemDetail problem = problem(HttpStatus.BAD_REQUEST, "diagnosis.bad-query", locale, errors.size());
        problem.setProperty("errors", errors);
        return answer(problem, locale, new HttpHeaders());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unknownLab(UnknownLabException unknown, Locale locale) {
        ProblemDetail problem = problem(HttpStatus.NOT_FOUND, "labs.unknown", locale, unknown.lab());
        String labs = this.labs.all().stream().map(Lab::id).collect(Collectors.joining(", "));
        return answer(
                wrong(problem, "lab", unknown.lab(), "unknown", Map.of("options", labs)), locale, new HttpHeaders());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> busy(BusyException busy, Locale locale) {
        HttpHeaders headers = new HttpHeaders();
        headers.set(HttpHeaders.RETRY_AFTER, String.valueOf(busy.retryAfterSeconds()));
        return answer(
                problem(HttpStatus.SERVICE_UNAVAILABLE, "labs.busy", locale, busy.retryAfterSeconds()),
                locale,
                headers);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> tooMany(TooManyRunsException tooMany, Locale locale) {
        HttpHeaders headers = new HttpHeaders();
        headers.set(HttpHeaders.RETRY_AFTER, String.valueOf(tooMany.retryAfterSeconds()));
        ProblemDetail problem = problem(
                HttpStatus.TOO_MANY_REQUESTS, "labs.too-many", locale, tooMany.most(), tooMany.retryAfterSeconds());
        problem.setProperty("max", tooMany.most());
        return answer(wrong(problem, "", null, "too-many", Map.of("max", tooMany.most())), locale, headers);
    }

    /** The lab was wrong about what the run costs; asking again would not help. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> stopped(RunStoppedException stopped, Locale locale) {
        ProblemDetail problem = problem(HttpStatus.BAD_REQUEST, "labs.stopped", locale);
        return answer(wrong(problem, "", null, "too-long", Map.of()), locale, new HttpHeaders());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> notAcceptable(
            HttpMediaTypeNotAcceptableException unable, HttpServletRequest request, Locale locale) {
        ProblemDetail problem =
                problem(HttpStatus.NOT_ACCEPTABLE, "labs.not-acceptable", locale, unable.getSupportedMediaTypes());
        List<String> allowed = unable.getSupportedMediaTypes().stream()
                .map(MediaType::toString)
                .toList();
        problem.setProperty("allowed", allowed);
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        Map<String, Object> options = Map.of("options", String.join(", ", allowed));
        return answer(wrong(problem, HttpHeaders.ACCEPT, accept, "not-acceptable", options), locale, new HttpHeaders());
    }

    private ProblemDetail problem(HttpStatus status, String key, Locale locale, Object... arguments) {
        ProblemDetail problem =
                ProblemDetail.forStatusAndDetail(status, texts.text(key + ".detail", locale, arguments));
        problem.setTitle(texts.text(key + ".title", locale));
        return problem;
    }

    /** The one thing that is wrong, in the shape of every refusal of the API. */
    private static ProblemDetail wrong(
            ProblemDetail problem, String field, @Nullable String value, String code, Map<String, Object> allowed) {
        problem.setProperty("errors", List.of(new ProblemRow(field, value, code, allowed, problem.getDetail())));
        return problem;
    }

    private static ResponseEntity<ProblemDetail> answer(ProblemDetail problem, Locale locale, HttpHeaders headers) {
        return ResponseEntity.status(problem.getStatus())
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_LANGUAGE, locale.toLanguageTag())
                .body(problem);
    }
}
