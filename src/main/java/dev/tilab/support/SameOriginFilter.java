package dev.tilab.support;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses what changes something and that a browser sends on behalf of another site, whatever the path. Browsers say where a
 * request comes from ({@code Sec-Fetch-Site}, {@code Origin}) and no page can change what they say; another port of the same
 * host is another site's page, too. Programs say nothing and pass: the API takes them, a form asks them for its token.
 */
final class SameOriginFilter extends OncePerRequestFilter {

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    /**
     * Whether no token is asked for: the API has programs for callers, and where the browser vouches for the sender a token
     * would add nothing but a way to fail, since any program on this host may overwrite the cookie that holds it.
     */
    static boolean needsNoToken(HttpServletRequest request) {
        return request.getRequestURI().startsWith(request.getContextPath() + "/api/") || sender(request) == Sender.OURS;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!SAFE.contains(request.getMethod()) && sender(request) == Sender.FOREIGN) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        chain.doFilter(request, response);
    }

    private enum Sender {
        OURS,
        FOREIGN,
        UNTOLD
    }

    private static Sender sender(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return switch (site) {
                case "same-origin" -> Sender.OURS;
                // Typed, or sent again by the reader: no page's doing, and no page of ours either.
                case "none" -> Sender.UNTOLD;
                default -> Sender.FOREIGN;
            };
        }
        String origin = request.getHeader("Origin");
        if (origin == null) {
            return Sender.UNTOLD;
        }
        return names(request).anyMatch(origin::equalsIgnoreCase) ? Sender.OURS : Sender.FOREIGN;
    }

    /**
     * What the reader's browser may call this server: as it says in {@code Host}, which knows of ports that a proxy or a
     * container publishes under another number; and as a proxy says that rewrites {@code Host}. A page of another origin can
     * set neither.
     */
    private static Stream<String> names(HttpServletRequest request) {
        String scheme = request.getScheme();
        boolean usual = request.getServerPort() == (scheme.equals("https") ? 443 : 80);
        return Stream.of(
                        request.getHeader("Host"),
                        request.getServerName() + (usual ? "" : ":" + request.getServerPort()))
                .map(host -> scheme + "://" + host);
    }
}
