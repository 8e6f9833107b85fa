package dev.tilab.support;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Turns away bodies that no page of ours can have sent, before anything reads them. An entry holds up to 1 MB of text, which a
 * form carries percent-encoded at up to three times its size. An import of many brings more; its decisions bring the files once
 * more, packed, which {@code server.tomcat.max-http-form-post-size} has room for; a picture of a day has its own limit. A form that does not say how long it is could
 * be as long as that anywhere: browsers always say.
 */
final class BodySizeFilter extends OncePerRequestFilter {

    static final long LIMIT_BYTES = 4L * 1024 * 1024;

    private static final long MEGABYTE = 1024L * 1024;

    private static final Set<String> IMPORTS =
            Set.of("/journal/import", "/journal/import/many", "/journal/import/many/again", "/api/v1/imports");

    private static final Pattern FILES = Pattern.compile("/journal/[^/]+/files|/api/v1/entries/[^/]+/files/.*");

    /**
     * How much may come to an address, whoever finds that it is more: this filter by what a request says of itself, or Tomcat by what
     * it reads.
     */
    enum Bound {
        DAY("413", MEGABYTE, LIMIT_BYTES),
        /** Up to 5,000 files; the body has what stands around each, too. */
        IMPORT("413-import", 64 * MEGABYTE, 66 * MEGABYTE),
        /** A picture or a file, and the form around it. */
        FILE("413-file", 10 * MEGABYTE, 11 * MEGABYTE);

        /** Which words explain it. */
        final String kind;

        /** Bytes of what a person sends, as they are told. */
        final long bytes;

        private final long body;

        Bound(String kind, long bytes, long body) {
            this.kind = kind;
            this.bytes = bytes;
            this.body = body;
        }

        static Bound of(String path) {
            return IMPORTS.contains(path) ? IMPORT : FILES.matcher(path).matches() ? FILE : DAY;
        }
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Bound bound = Bound.of(
                request.getRequestURI().substring(request.getContextPath().length()));
        if (request.getContentLengthLong() > bound.body) {
            response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
            return;
        }
        if (bound != Bound.IMPORT
                && request.getHeader("Transfer-Encoding") != null
                && isForm(request.getContentType())) {
            response.sendError(HttpServletResponse.SC_LENGTH_REQUIRED);
            return;
        }
        chain.doFilter(request, response);
    }

    private static boolean isForm(String type) {
        String known = type == null ? "" : type.strip().toLowerCase(Locale.ROOT);
        return known.startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE) || known.startsWith("multipart/");
    }
}
