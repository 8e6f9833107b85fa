package dev.tilab.support;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.tomcat.util.http.InvalidParameterException;
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

    /** What a body of that size may hold, and whoever is refused is told. */
    private static final long DAY_BYTES = 1024L * 1024;

    private static final long FILES_BYTES = 64L * 1024 * 1024;

    /** The files, and what stands around each. */
    private static final long IMPORT_BYTES = FILES_BYTES + 2L * 1024 * 1024;

    private static final Set<String> IMPORTS =
            Set.of("/journal/import", "/journal/import/many", "/journal/import/many/again", "/api/v1/imports");

    /** A picture or a file. */
    private static final long FILE_BYTES = 10L * 1024 * 1024;

    /** The same with the form around it. */
    private static final long FORM_OF_FILE_BYTES = FILE_BYTES + 1024L * 1024;

    private static final Pattern FILES = Pattern.compile("/journal/[^/]+/files|/api/v1/entries/[^/]+/files/.*");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        boolean imports = IMPORTS.contains(path);
        boolean file = FILES.matcher(path).matches();
        if (request.getContentLengthLong() > (imports ? IMPORT_BYTES : file ? FORM_OF_FILE_BYTES : LIMIT_BYTES)) {
            request.setAttribute(RefusedRequest.MOST_BYTES, imports ? FILES_BYTES : file ? FILE_BYTES : DAY_BYTES);
            if (imports || file) {
                request.setAttribute(ErrorPages.KIND, imports ? "413-import" : "413-file");
            }
            response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
            return;
        }
        if (!imports && request.getHeader("Transfer-Encoding") != null && isForm(request.getContentType())) {
            response.sendError(HttpServletResponse.SC_LENGTH_REQUIRED);
            return;
        }
        try {
            chain.doFilter(request, response);
        } catch (InvalidParameterException unread) {
            // Tomcat found it to have more parts, or a larger one, than are let in; no more of it has been read.
            if (imports && unread.getErrorCode() == HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE) {
                request.setAttribute(ErrorPages.KIND, "413-import");
            }
            throw unread;
        }
    }

    private static boolean isForm(String type) {
        String known = type == null ? "" : type.strip().toLowerCase(Locale.ROOT);
        return known.startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE) || known.startsWith("multipart/");
    }
}
