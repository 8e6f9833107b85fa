package dev.tilab.support;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses headers that cannot be read before anybody asks for them. The firewall rejects a value ({@code If-Match: "\x85"})
 * only at its first reading, wherever that is, and a feature would take it for a mistake of its own; behind the security
 * filters, where this one stands, the rejection is answered by {@link Refusals}. Spring sorts at most {@link #TYPES} types of
 * {@code Accept} and fails at more.
 */
@Component
final class HeadersFilter extends OncePerRequestFilter {

    /** As {@code MimeTypeUtils.sortBySpecificity} has it. */
    private static final int TYPES = 50;

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        for (String name : Collections.list(request.getHeaderNames())) {
            Collections.list(request.getHeaders(name));
        }
        if (!isWritable(Collections.list(request.getHeaders(HttpHeaders.ACCEPT)))
                || isPattern(request.getContentType())) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        chain.doFilter(request, response);
    }

    /** Not where there are too many types, nor where one asks for an encoding that can only be read. */
    private static boolean isWritable(List<String> accept) {
        long types = accept.stream()
                .mapToLong(value -> 1 + value.chars().filter(c -> c == ',').count())
                .sum();
        try {
            return types <= TYPES
                    && MediaType.parseMediaTypes(accept).stream()
                            .allMatch(type -> type.getCharset() == null
                                    || type.getCharset().canEncode());
        } catch (InvalidMediaTypeException unreadable) {
            return true; // answered as a type that nobody writes
        }
    }

    /** Nothing can be of the type {@code *}, and Spring does not expect it. */
    private static boolean isPattern(String contentType) {
        try {
            return contentType != null && !MediaType.parseMediaType(contentType).isConcrete();
        } catch (InvalidMediaTypeException unreadable) {
            return false; // answered as a type that nobody reads
        }
    }
}
