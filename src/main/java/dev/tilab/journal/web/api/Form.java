package dev.tilab.journal.web.api;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.util.MimeTypeUtils;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;

/** The two forms of a day. */
enum Form {
    JSON(MediaType.APPLICATION_JSON),
    MARKDOWN(MediaType.TEXT_MARKDOWN);

    private final MediaType type;

    Form(MediaType type) {
        this.type = type;
    }

    MediaType type() {
        return type;
    }

    /** The type with the encoding under a name that browsers know, too. */
    MediaType type(Charset charset) {
        String name = charset.name().equals("x-windows-949") ? "windows-949" : charset.name();
        boolean marked = charset.equals(StandardCharsets.UTF_16LE) || charset.equals(StandardCharsets.UTF_16BE);
        return new MediaType(type, Map.of("charset", marked ? "UTF-16" : name));
    }

    static List<MediaType> types() {
        return Stream.of(values()).map(Form::type).toList();
    }

    /** What the caller wants to read; JSON when it does not mind. */
    static Form accepted(HttpServletRequest request) throws HttpMediaTypeNotAcceptableException {
        List<String> headers = Collections.list(request.getHeaders(HttpHeaders.ACCEPT));
        if (headers.isEmpty()) {
            return JSON;
        }
        try {
            List<MediaType> wanted = new ArrayList<>(MediaType.parseMediaTypes(headers));
            MimeTypeUtils.sortBySpecificity(wanted);
            wanted.sort((a, b) -> Double.compare(b.getQualityValue(), a.getQualityValue()));
            for (MediaType want : wanted) {
                for (Form form : values()) {
                    if (want.getQualityValue() > 0 && want.includes(form.type)) {
                        return form;
                    }
                }
            }
        } catch (InvalidMediaTypeException unreadable) {
            // answered as any other type that the journal does not write
        }
        throw new HttpMediaTypeNotAcceptableException(types());
    }

    /** What the caller sends to a day's own address: its file, unless it says otherwise ({@code curl -T} says nothing). */
    static Form put(HttpServletRequest request) throws HttpMediaTypeNotSupportedException {
        return request.getContentType() == null ? MARKDOWN : sent(request);
    }

    /** What the caller sends. */
    static Form sent(HttpServletRequest request) throws HttpMediaTypeNotSupportedException {
        MediaType given = null;
        try {
            given = request.getContentType() == null ? null : MediaType.parseMediaType(request.getContentType());
        } catch (InvalidMediaTypeException unreadable) {
            // answered as any other type that the journal does not read
        }
        for (Form form : values()) {
            if (given != null && given.equalsTypeAndSubtype(form.type)) {
                return form;
            }
        }
        throw new HttpMediaTypeNotSupportedException(given, types());
    }
}
