package dev.tilab.journal.attachment;

import dev.tilab.journal.attachment.RefusedFileException.Reason;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MimeTypes;

/**
 * What a file is, found by looking at its bytes. Its name only tells one kind of text, or of archive, from another.
 *
 * @param mediaType without parameters
 * @param width of a picture in pixels, as it stands upright; 0 when it is none, or does not say
 * @param height the same
 */
public record Content(String mediaType, int width, int height) {

    /** Bytes of one file: 10 MiB. */
    public static final int FILE_BYTES = 10 * 1_048_576;

    /** What the message of a refusal says is taken. */
    static final String ALLOWED = "PNG, JPEG, GIF, WebP, SVG, PDF, text, ZIP, Office, HWP";

    static final String SVG = "image/svg+xml";

    private static final Set<String> RASTER = Set.of("image/png", "image/jpeg", "image/gif", "image/webp");

    private static final List<MediaType> DOCUMENTS = List.of(
            MediaType.application("pdf"),
            MediaType.application("zip"),
            MediaType.application("gzip"),
            MediaType.application("x-tika-msoffice"));

    /** A browser or a machine would run them. */
    private static final List<MediaType> RUN = List.of(
            MediaType.TEXT_HTML,
            MediaType.application("xhtml+xml"),
            MediaType.application("java-archive"),
            MediaType.application("vnd.android.package-archive"));

    /** Reads a long list of kinds, once, when the first file comes. */
    private static final class Kinds {
        static final MimeTypes ALL = MimeTypes.getDefaultMimeTypes();
    }

    /**
     * @param name the file's, with its ending
     * @throws RefusedFileException when it is none that is kept
     */
    public static Content of(byte[] bytes, String name) {
        if (bytes.length == 0) {
            throw new RefusedFileException(Reason.EMPTY, name);
        }
        if (bytes.length > FILE_BYTES) {
            throw RefusedFileException.tooLarge(name, bytes.length);
        }
        MediaType found = detected(bytes, name);
        String type = found.toString();
        if (RASTER.contains(type)) {
            Picture picture = Picture.of(bytes, type, name);
            return new Content(type, picture.width(), picture.height());
        }
        if (type.equals(SVG)) {
            Svg drawing = Svg.of(bytes, name);
            return new Content(SVG, drawing.width(), drawing.height());
        }
        if (isRun(found) || !isDocument(found)) {
            throw new RefusedFileException(Reason.TYPE, name, type, ALLOWED);
        }
        if (isCalledPicture(name)) {
            throw new RefusedFileException(Reason.NO_PICTURE, name, type, ALLOWED);
        }
        return new Content(type, 0, 0);
    }

    /** Whether a page can show it where it stands; all else is handed out for download. */
    public boolean isPicture() {
        return isRaster() || mediaType.equals(SVG);
    }

    /** Whether it is nothing but colours, whoever opens it. */
    public boolean isRaster() {
        return RASTER.contains(mediaType);
    }

    private static MediaType detected(byte[] bytes, String name) {
        Metadata known = new Metadata();
        known.set(TikaCoreProperties.RESOURCE_NAME_KEY, name);
        try {
            return Kinds.ALL.detect(new ByteArrayInputStream(bytes), known).getBaseType();
        } catch (IOException fromMemory) {
            throw new UncheckedIOException(fromMemory);
        }
    }

    private static boolean isCalledPicture(String name) {
        return detected(new byte[0], name).getType().equals("image");
    }

    private static boolean isDocument(MediaType type) {
        return is(type, MediaType.TEXT_PLAIN) || DOCUMENTS.stream().anyMatch(known -> is(type, known));
    }

    private static boolean isRun(MediaType type) {
        return RUN.stream().anyMatch(known -> is(type, known));
    }

    private static boolean is(MediaType type, MediaType known) {
        return Kinds.ALL.getMediaTypeRegistry().isInstanceOf(type, known);
    }
}
