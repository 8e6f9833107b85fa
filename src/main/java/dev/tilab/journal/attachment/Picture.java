package dev.tilab.journal.attachment;

import dev.tilab.journal.attachment.RefusedFileException.Reason;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import net.coobird.thumbnailator.util.exif.Orientation;

/**
 * What the head of a picture says; nothing of it is drawn. A few bytes can stand for a picture that fills the memory.
 *
 * @param orientation how it has to be turned to stand upright
 * @param width upright, in pixels
 * @param height the same
 */
record Picture(Orientation orientation, int width, int height) {

    /** More than any camera's: 40 million pixels, 160 MB when drawn. */
    static final long MOST_PIXELS = 40_000_000;

    static Picture of(byte[] bytes, String type, String name) {
        try (Reading reading = Reading.of(bytes, type)) {
            int width = reading.reader.getWidth(0);
            int height = reading.reader.getHeight(0);
            if ((long) width * height > MOST_PIXELS) {
                throw new RefusedFileException(Reason.TOO_MANY_PIXELS, name, width, height, MOST_PIXELS / 1_000_000);
            }
            Orientation upright = Turn.of(bytes, type);
            boolean turned = upright.ordinal() >= Orientation.LEFT_TOP.ordinal();
            return new Picture(upright, turned ? height : width, turned ? width : height);
        } catch (IOException
                | IllegalArgumentException
                | IndexOutOfBoundsException
                | IllegalStateException unreadable) {
            throw new RefusedFileException(Reason.DAMAGED, name, type);
        }
    }

    /** A reader of the kind that was found, whatever others would also read the bytes. */
    static final class Reading implements AutoCloseable {

        final ImageReader reader;
        private final ImageInputStream input;

        private Reading(ImageReader reader, ImageInputStream input) {
            this.reader = reader;
            this.input = input;
        }

        static Reading of(byte[] bytes, String type) throws IOException {
            Iterator<ImageReader> readers = ImageIO.getImageReadersByMIMEType(type);
            if (!readers.hasNext()) {
                throw new IOException("no reader for " + type);
            }
            ImageReader reader = readers.next();
            ImageInputStream input = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes));
            reader.setInput(input);
            return new Reading(reader, input);
        }

        @Override
        public void close() throws IOException {
            reader.dispose();
            input.close();
        }
    }
}
