package dev.tilab.labweb;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/**
 * In which form a reader takes a timeline.
 *
 * @param json whether as JSON; otherwise as {@link BinaryTimeline#MEDIA_TYPE}
 * @param gzip whether compressed
 * @param awaited whether the reader of a long run takes lines about how it comes on before the columns; a short one is sent as
 *     to everybody
 */
record TimelineForm(boolean json, boolean gzip, boolean awaited) {

    private static final MediaType BINARY = MediaType.parseMediaType(BinaryTimeline.MEDIA_TYPE);
    private static final MediaType AWAITED = MediaType.parseMediaType(BinaryTimeline.AWAITED_MEDIA_TYPE);

    /**
     * The form that the reader's {@code Accept} and {@code Accept-Encoding} ask for (RFC 9110 §12.5). The binary form is the
     * default; JSON has to be named, and not less liked than the binary form.
     *
     * @return empty if the reader takes neither form
     */
    static Optional<TimelineForm> preferred(HttpHeaders headers) {
        List<MediaType> accepted = accepted(headers);
        boolean awaited = named(accepted, AWAITED);
        double binary = Math.max(quality(accepted, BINARY), awaited ? quality(accepted, AWAITED) : 0);
        double json = quality(accepted, MediaType.APPLICATION_JSON);
        if (binary == 0 && json == 0) {
            return Optional.empty();
        }
        boolean jsonNamed = named(accepted, MediaType.APPLICATION_JSON);
        boolean binaryNamed = awaited || named(accepted, BINARY);
        boolean jsonPreferred = json > binary || json == binary && !binaryNamed;
        boolean asJson = binary == 0 || jsonNamed && jsonPreferred;
        return Optional.of(new TimelineForm(asJson, acceptsGzip(headers), awaited && !asJson));
    }

    MediaType mediaType() {
        return json ? MediaType.APPLICATION_JSON : BINARY;
    }

    /** What tells the tags of the forms apart: strong tags promise equal bytes. */
    String suffix() {
        return (json ? "json" : "tilt") + (gzip ? "+gzip" : "") + (awaited ? "+awaited" : "");
    }

    private static boolean named(List<MediaType> accepted, MediaType type) {
        return accepted.stream().anyMatch(range -> range.equalsTypeAndSubtype(type));
    }

    private static List<MediaType> accepted(HttpHeaders headers) {
        try {
            List<MediaType> accepted = headers.getAccept();
            return accepted.isEmpty() ? List.of(MediaType.ALL) : accepted;
        } catch (InvalidMediaTypeException unreadable) {
            return List.of(MediaType.ALL);
        }
    }

    /** The quality of the most specific range that the type falls into; 0 if it falls into none. */
    private static double quality(List<MediaType> accepted, MediaType type) {
        MediaType closest = null;
        for (MediaType range : accepted) {
            if (range.includes(type) && (closest == null || specificity(range) > specificity(closest))) {
                closest = range;
            }
        }
        return closest == null ? 0 : closest.getQualityValue();
    }

    /** {@code MediaType.isMoreSpecific} will not do: it looks at the quality first. */
    private static int specificity(MediaType range) {
        return range.isWildcardType() ? 0 : range.isWildcardSubtype() ? 1 : 2;
    }

    private static boolean acceptsGzip(HttpHeaders headers) {
        List<String> codings = new ArrayList<>();
        for (String line : headers.getOrEmpty(HttpHeaders.ACCEPT_ENCODING)) {
            codings.addAll(
                    List.of(line.toLowerCase(Locale.ROOT).replace(" ", "").split(",")));
        }
        for (String name : List.of("gzip", "x-gzip", "*")) {
            for (String coding : codings) {
                if (coding.equals(name) || coding.startsWith(name + ";")) {
                    return !coding.matches(".*;q=0(\\.0*)?");
                }
            }
        }
        return false;
    }
}
