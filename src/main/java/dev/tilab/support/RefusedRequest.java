package dev.tilab.support;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** What of a request its refusal is about, where nothing but the status of the answer says why. */
final class RefusedRequest {

    private RefusedRequest() {}

    /** @param message the same as the answer's as a whole: there is one thing wrong */
    static List<ProblemRow> wrong(
            HttpServletRequest request, HttpServletResponse response, HttpStatus status, String message) {
        String field;
        String value;
        Map<String, Object> allowed = new LinkedHashMap<>();
        switch (status) {
            case METHOD_NOT_ALLOWED -> {
                field = "method";
                value = original(request, RequestDispatcher.ERROR_METHOD, request.getMethod());
                put(allowed, "options", response.getHeader(HttpHeaders.ALLOW));
            }
            case UNSUPPORTED_MEDIA_TYPE -> {
                field = HttpHeaders.CONTENT_TYPE;
                value = request.getContentType();
                put(allowed, "options", response.getHeader(HttpHeaders.ACCEPT));
            }
            case NOT_ACCEPTABLE -> {
                field = HttpHeaders.ACCEPT;
                value = request.getHeader(HttpHeaders.ACCEPT);
            }
            case CONTENT_TOO_LARGE -> {
                field = "";
                value = request.getHeader(HttpHeaders.CONTENT_LENGTH);
                put(allowed, "max", BodySizeFilter.Bound.of(ErrorPages.pathOf(request)).bytes);
            }
            case LENGTH_REQUIRED -> {
                field = HttpHeaders.CONTENT_LENGTH;
                value = null;
            }
            case FORBIDDEN -> {
                boolean told = request.getHeader("Sec-Fetch-Site") != null;
                field = told ? "Sec-Fetch-Site" : HttpHeaders.ORIGIN;
                value = request.getHeader(field);
                put(allowed, "options", told ? "same-origin, none" : null);
            }
            case NOT_FOUND -> {
                field = "path";
                value = ErrorPages.pathOf(request);
            }
            default -> {
                field = "";
                value = original(request, RequestDispatcher.ERROR_QUERY_STRING, request.getQueryString());
            }
        }
        return List.of(new ProblemRow(field, value, code(status), allowed, message));
    }

    private static String code(HttpStatus status) {
        return switch (status) {
            case METHOD_NOT_ALLOWED -> "method";
            case UNSUPPORTED_MEDIA_TYPE -> "media-type";
            case NOT_ACCEPTABLE -> "not-acceptable";
            case CONTENT_TOO_LARGE -> "too-large";
            case LENGTH_REQUIRED -> "required";
            case FORBIDDEN -> "foreign";
            case NOT_FOUND -> "unknown";
            case BAD_REQUEST -> "unreadable";
            default -> "refused";
        };
    }

    private static void put(Map<String, Object> allowed, String name, Object value) {
        if (value != null) {
            allowed.put(name, value);
        }
    }

    /** What the request was before it was sent on to the error page. */
    private static String original(HttpServletRequest request, String attribute, String now) {
        return request.getAttribute(attribute) instanceof String before ? before : now;
    }
}
