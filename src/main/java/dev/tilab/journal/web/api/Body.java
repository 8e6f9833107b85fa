package dev.tilab.journal.web.api;

import dev.tilab.journal.Limits;
import dev.tilab.journal.TooLargeException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/** Reads the body of a request, never more of it than a day can be. */
final class Body {

    /** JSON may write every character as an escape of six; more than this is no day, however it is written. */
    private static final int JSON_BYTES = 4 * Limits.FILE_BYTES;

    private Body() {}

    /** The Markdown file that was sent. */
    static byte[] file(HttpServletRequest request) throws IOException {
        return read(request, Limits.FILE_BYTES);
    }

    /** The JSON that was sent, in UTF-8. */
    static byte[] json(HttpServletRequest request) throws IOException {
        byte[] body = read(request, JSON_BYTES);
        Charset charset = MediaType.parseMediaType(request.getContentType()).getCharset();
        return charset == null ? body : new String(body, charset).getBytes(StandardCharsets.UTF_8);
    }

    /** Name of the file, if the caller says one; it may tell the day. */
    static String fileName(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.CONTENT_DISPOSITION);
        try {
            return header == null ? null : ContentDisposition.parse(header).getFilename();
        } catch (IllegalArgumentException unreadable) {
            return null;
        }
    }

    private static byte[] read(HttpServletRequest request, int limit) throws IOException {
        byte[] body = request.getInputStream().readNBytes(limit + 1);
        if (body.length > limit) {
            throw new TooLargeException(Limits.FILE_BYTES, Math.max(body.length, request.getContentLengthLong()));
        }
        return body;
    }
}
