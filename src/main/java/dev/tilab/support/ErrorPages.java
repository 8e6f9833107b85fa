package dev.tilab.support;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * What is shown when nothing more special answers: a page in the reader's language for people, a problem detail (RFC 9457) for
 * programs. Neither tells what broke inside.
 */
@Controller
class ErrorPages implements ErrorController {

    private static final Set<Integer> EXPLAINED = Set.of(400, 403, 404, 405, 413, 415);

    private static final Pattern DAY = Pattern.compile("/journal/([0-9]{4}-[0-9]{2}-[0-9]{2})(/.*)?");

    /** Request attribute: which words explain an answer whose status alone does not. */
    static final String KIND = ErrorPages.class.getName() + ".kind";

    /** Request attribute: what is wrong with the request, as {@link ProblemRow}s, where whoever refuses it knows. */
    static final String WRONG = ErrorPages.class.getName() + ".wrong";

    /** Request attribute: the address without what is wrong with it. */
    static final String WITHOUT = ErrorPages.class.getName() + ".without";

    /** The kind of a form whose token is not the reader's: the page holds the form, to be sent once more. */
    static final String STALE = "stale";

    private final MessageSource messages;

    ErrorPages(MessageSource messages) {
        this.messages = messages;
    }

    @RequestMapping("/error")
    Object error(HttpServletRequest request, HttpServletResponse response, Locale locale) {
        if (response.isCommitted()) {
            // The answer had begun when it failed, mostly because its reader left: nothing can be said behind it.
            return null;
        }
        HttpStatus status = statusOf(request);
        String kind = kindOf(request, status);
        if (pathOf(request).startsWith("/api/")) {
            ProblemDetail problem = ProblemDetail.forStatus(status);
            problem.setTitle(messages.getMessage("error." + kind + ".title", null, locale));
            // Who calls the API has no form to go back to.
            String text = messages.getMessage("error." + kind + ".text", null, locale);
            problem.setDetail(messages.getMessage("error." + kind + ".api", null, text, locale));
            problem.setInstance(URI.create(pathOf(request)));
            if (status.is4xxClientError()) {
                Object known = request.getAttribute(WRONG);
                problem.setProperty(
                        "errors",
                        known != null ? known : RefusedRequest.wrong(request, response, status, problem.getDetail()));
            }
            // The type is fixed, or a caller who accepts nothing that we write would be sent an empty answer.
            return ResponseEntity.status(status)
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .body(problem);
        }
        LocalDate day = status == HttpStatus.NOT_FOUND ? dayOf(pathOf(request)) : null;
        ModelAndView page = new ModelAndView("error", status);
        page.addObject("day", day);
        page.addObject("kind", day == null ? kind : "404-day");
        page.addObject("status", status.value());
        page.addObject("wrong", request.getAttribute(WRONG));
        page.addObject("without", request.getAttribute(WITHOUT));
        if (kind.equals(STALE)) {
            page.addObject("again", pathOf(request));
            page.addObject("typed", typed(request));
        }
        return page;
    }

    /** What the form holds, but for its old token. */
    private static List<Map.Entry<String, String>> typed(HttpServletRequest request) {
        return request.getParameterMap().entrySet().stream()
                .filter(field -> !field.getKey().equals("_csrf"))
                .flatMap(field -> Arrays.stream(field.getValue()).map(value -> Map.entry(field.getKey(), value)))
                .toList();
    }

    private static String kindOf(HttpServletRequest request, HttpStatus status) {
        if (request.getAttribute(KIND) instanceof String named
                && !(named.equals(STALE) && typed(request).isEmpty())) {
            return named;
        }
        if (status == HttpStatus.CONTENT_TOO_LARGE) {
            return BodySizeFilter.Bound.of(pathOf(request)).kind;
        }
        return EXPLAINED.contains(status.value())
                ? String.valueOf(status.value())
                : status.is4xxClientError() ? "4xx" : "5xx";
    }

    /** The day that an address is about, or null: whoever asks for one that is not there may want to write it. */
    private static LocalDate dayOf(String path) {
        Matcher day = DAY.matcher(path);
        try {
            return day.matches() ? LocalDate.parse(day.group(1)) : null;
        } catch (DateTimeParseException noDay) {
            return null;
        }
    }

    private static HttpStatus statusOf(HttpServletRequest request) {
        HttpStatus status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
                ? HttpStatus.resolve(code)
                : HttpStatus.NOT_FOUND;
        return status == null ? HttpStatus.INTERNAL_SERVER_ERROR : status;
    }

    /** The address that was asked for, also where it failed. */
    static String pathOf(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String path
                ? path
                : request.getRequestURI();
    }
}
