package dev.tilab.journal.attachment;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import javax.imageio.ImageReadParam;
import net.coobird.thumbnailator.Thumbnails;
import net.coobird.thumbnailator.util.exif.ExifFilterUtils;

/**
 * A picture as a page shows it: upright, no wider than a page needs, and without what a camera wrote beside it, such as where it was
 * taken.
 *
 * @param mediaType of these bytes
 */
public record PageVersion(String mediaType, byte[] bytes) {

    /** Twice the width of a page's column, for screens whose points are twice as fine. */
    public static final int WIDTH = 1520;

    /** As high as a page may scroll for one picture. */
    private static final int HEIGHT = 8000;

    private static final double QUALITY = 0.85;

    /** Names of the parts that hold what a camera or a program wrote; found by chance, they only cost a drawing. */
    private static final Map<String, List<String>> BESIDE = Map.of(
            "image/jpeg", List.of("Exif\0\0", "http://ns.adobe.com/", "Photoshop 3.0"),
            "image/png", List.of("eXIf", "tEXt", "zTXt", "iTXt"),
            "image/webp", List.of("EXIF", "XMP "));

    /** One large picture is drawn at a time: each needs tens of megabytes meanwhile. */
    private static final Semaphore TURN = new Semaphore(1, true);

    /**
     * @param content what the bytes are
     * @return empty where the picture can be shown as it is, or only as it is: a moving one, one that cannot be drawn
     */
    public static Optional<PageVersion> of(byte[] bytes, Content content) {
        List<String> beside = BESIDE.get(content.mediaType());
        if (beside == null
                || content.width() <= WIDTH
                        && content.height() <= HEIGHT
                        && beside.stream().noneMatch(part -> contains(bytes, part))) {
            return Optional.empty();
        }
        TURN.acquireUninterruptibly();
        try {
            return drawn(bytes, content);
        } finally {
            TURN.release();
        }
    }

    private static Optional<PageVersion> drawn(byte[] bytes, Content content) {
        try (Picture.Reading reading = Picture.Reading.of(bytes, content.mediaType())) {
            if (content.mediaType().equals("image/webp") && reading.reader.getNumImages(true) > 1) {
                return Optional.empty();
            }
            var turn = ExifFilterUtils.getFilterForOrientation(Turn.of(bytes, content.mediaType()));
            ImageReadParam coarse = reading.reader.getDefaultReadParam();
            // Of a large picture every second or third point is enough to draw it small.
            int step = Math.max(1, Math.min(content.width() / (2 * WIDTH), content.height() / 2));
            coarse.setSourceSubsampling(step, step, 0, 0);
            BufferedImage upright = turn.apply(reading.reader.read(0, coarse));
            double scale =
                    Math.min(1, Math.min((double) WIDTH / upright.getWidth(), (double) HEIGHT / upright.getHeight()));
            boolean png = content.mediaType().equals("image/png")
                    || upright.getColorModel().hasAlpha();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            var drawing = Thumbnails.of(upright).scale(scale).outputFormat(png ? "png" : "jpg");
            (png ? drawing : drawing.outputQuality(QUALITY).imageType(BufferedImage.TYPE_INT_RGB)).toOutputStream(out);
            return Optional.of(new PageVersion(png ? "image/png" : "image/jpeg", out.toByteArray()));
        } catch (IOException | RuntimeException cannotBeDrawn) {
            return Optional.empty();
        }
    }

    private static boolean contains(byte[] bytes, String part) {
        byte[] sought = part.getBytes(StandardCharsets.ISO_8859_1);
        for (int at = 0; at + sought.length <= bytes.length; at++) {
            int same = 0;
            while (same < sought.length && bytes[at + same] == sought[same]) {
                same++;
            }
            if (same == sought.length) {
                return true;
            }
        }
        return false;
    }
}
