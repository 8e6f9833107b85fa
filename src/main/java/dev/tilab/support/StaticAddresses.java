package dev.tilab.support;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Templates write {@code @{/js/base.js}}; what they answer with names the content of that file as well. */
@Component
final class StaticAddresses extends OncePerRequestFilter {

    private final StaticFiles files;

    StaticAddresses(StaticFiles files) {
        this.files = files;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String context = request.getContextPath();
        chain.doFilter(request, new HttpServletResponseWrapper(response) {
            @Override
            public String encodeURL(String url) {
                return super.encodeURL(
                        url.startsWith(context + "/")
                                ? context + files.addressOf(url.substring(context.length()))
                                : url);
            }
        });
    }

    /** Pages that say what went wrong look like all others. */
    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }
}
