package dev.tilab.journal.web;

import dev.tilab.journal.Attachment;
import dev.tilab.journal.Attachments;
import dev.tilab.journal.attachment.PageVersion;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.request.ServletWebRequest;

/**
 * Hands out pictures and files. What a person attached may be made by anybody: a browser gets it as what it is, guesses nothing, runs
 * nothing, and opens nothing but colours.
 */
@Controller
class FileController {

    /** Nothing in it does anything, even where a browser opens it by itself. */
    private static final String POLICY = "default-src 'none'; sandbox";

    private static final Duration FOR_GOOD = Duration.ofDays(365);

    private final Attachments attachments;
    private final KeptPictures pictures;

    FileController(Attachments attachments, KeptPictures pictures) {
        this.attachments = attachments;
        this.pictures = pictures;
    }

    /**
     * @param name for whoever saves it; the key alone says which one it is
     * @param size {@code page} for a picture as pages show it, nothing for the file as it was given
     */
    @GetMapping("/journal/{date}/files/{key:[0-9a-f]{32}}/{name}")
    ResponseEntity<byte[]> file(
            @PathVariable String date,
            @PathVariable String key,
            @PathVariable String name,
            @RequestParam(required = false) String size,
            ServletWebRequest request) {
        Attachment file = attachments.of(Days.of(date)).stream()
                .filter(one -> one.sha256().startsWith(key))
                .findFirst()
                .orElseThrow(Days.NothingHere::new);
        if (size != null && !(size.equals("page") && file.content().isPicture())) {
            throw new Days.NothingHere();
        }
        String eTag = '"' + key + (size == null ? "" : "-" + size) + '"';
        HttpHeaders headers = headers(file, eTag);
        if (request.checkNotModified(eTag)) {
            return ResponseEntity.status(304).headers(headers).build();
        }
        Optional<PageVersion> body = size == null
                ? attachments
                        .bytes(file)
                        .map(bytes -> new PageVersion(file.content().mediaType(), bytes))
                : pictures.of(file);
        PageVersion found = body.orElseThrow(Days.NothingHere::new);
        headers.setContentType(MediaType.parseMediaType(found.mediaType()));
        return ResponseEntity.ok().headers(headers).body(found.bytes());
    }

    private static HttpHeaders headers(Attachment file, String eTag) {
        HttpHeaders headers = new HttpHeaders();
        headers.setETag(eTag);
        headers.setCacheControl(CacheControl.maxAge(FOR_GOOD).cachePrivate().immutable());
        headers.set("Content-Security-Policy", POLICY);
        headers.set("X-Content-Type-Options", "nosniff");
        // A page elsewhere must not show it either.
        headers.set("Cross-Origin-Resource-Policy", "same-origin");
        headers.setContentDisposition(
                (file.content().isRaster() ? ContentDisposition.inline() : ContentDisposition.attachment())
                        .filename(file.path().name(), StandardCharsets.UTF_8)
                        .build());
        return headers;
    }
}
