package dev.tilab.support;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses parameters that cannot be read ({@code ?date=%FF}) before anybody asks for them: Tomcat tells of them by an exception
 * at the first reading, wherever that is, and a feature would take it for a mistake of its own.
 */
final class ReadableFilter extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            request.getParameterMap();
        } catch (InvalidParameterException unreadable) {
            if (!response.isCommitted()) { // a body that breaks off has been answered by Tomcat already
                response.sendError(unreadable.getErrorCode());
            }
            return;
        }
        chain.doFilter(request, response);
    }
}
