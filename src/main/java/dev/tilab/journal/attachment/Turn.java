package dev.tilab.journal.attachment;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import net.coobird.thumbnailator.util.exif.Orientation;

/**
 * How a camera says that its picture has to be turned (Exif 2.32, tag 0x0112). Read here, because the JDK's reader, which
 * Thumbnailator asks, gives up on files whose parts stand in the order in which many telephones write them.
 */
final class Turn {

    private static final byte[] EXIF = {'E', 'x', 'i', 'f', 0, 0};
    private static final int ORIENTATION = 0x0112;
    private static final int ENTRY_BYTES = 12;
    private static final int PART = 0xFF;
    private static final int CAMERAS_PART = 0xE1;
    private static final int POINTS_BEGIN = 0xDA;

    private Turn() {}

    /** Upright where nothing is said, or nothing that makes sense. */
    static Orientation of(byte[] bytes, String type) {
        if (!type.equals("image/jpeg")) {
            return Orientation.TOP_LEFT;
        }
        try {
            return ofParts(ByteBuffer.wrap(bytes));
        } catch (IndexOutOfBoundsException | IllegalArgumentException nonsense) {
            return Orientation.TOP_LEFT;
        }
    }

    private static Orientation ofParts(ByteBuffer file) {
        int at = 2;
        while ((file.get(at) & 0xFF) == PART && (file.get(at + 1) & 0xFF) != POINTS_BEGIN) {
            int length = file.getShort(at + 2) & 0xFFFF;
            if ((file.get(at + 1) & 0xFF) == CAMERAS_PART && beginsWithExif(file, at + 4)) {
                int start = at + 4 + EXIF.length;
                return ofDirectory(file.slice(start, Math.min(length, file.capacity() - start)));
            }
            at += 2 + length;
        }
        return Orientation.TOP_LEFT;
    }

    private static boolean beginsWithExif(ByteBuffer file, int at) {
        return at + EXIF.length <= file.capacity()
                && file.slice(at, EXIF.length).equals(ByteBuffer.wrap(EXIF));
    }

    private static Orientation ofDirectory(ByteBuffer exif) {
        exif.order(exif.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = exif.getInt(4);
        int entries = exif.getShort(directory) & 0xFFFF;
        for (int i = 0; i < entries; i++) {
            int entry = directory + 2 + i * ENTRY_BYTES;
            if ((exif.getShort(entry) & 0xFFFF) == ORIENTATION) {
                Orientation said = Orientation.typeOf(exif.getShort(entry + 8));
                return said == null ? Orientation.TOP_LEFT : said;
            }
        }
        return Orientation.TOP_LEFT;
    }
}
