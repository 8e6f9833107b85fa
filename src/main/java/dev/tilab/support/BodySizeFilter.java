package dev.tilab.support;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Turns away bodies that no page of ours can have sent, before anything reads them. An entry holds up to 1 MB of text, which a
 * form carries percent-encoded at up to three times its size; {@code server.tomcat.max-http-form-post-size} is the same number.
 */
final class BodySizeFilter extends OncePerRequestFilter {

    static final long LIMIT_BYTES = 4L * 1024 * 1024;

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getContentLengthLong() > LIMIT_BYTES) {
            response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
            return;
        }
        chain.doFilter(request, response);
    }
}
