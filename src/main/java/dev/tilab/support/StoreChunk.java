package dev.tilab.support;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.h2.mvstore.DataUtils;

/**
 * A chunk of H2's file: what one version of the store changed, between a header and a footer that repeats who it is. Both are
 * texts, {@code key:value,key:value} with hexadecimal numbers; the footer ends with its own check sum.
 *
 * @param block where it begins, in blocks of the file
 * @param length in blocks
 * @param next where the chunk after it was expected when it was written; 0 when nothing was
 */
record StoreChunk(long id, long block, long length, long version, long next) {

    static final int FOOTER_BYTES = 128;

    private static final byte[] BEGINNING = "chunk:".getBytes(StandardCharsets.ISO_8859_1);

    /** Of a footer, how many bytes are as they should be when it was written here and changed later. */
    private static final int STILL_A_FOOTER = 100;

    /**
     * @param block which one of the file these bytes are; older files say it once more
     * @return what a header in these bytes says; null when there is none
     */
    static StoreChunk header(byte[] bytes, int from, int to, long block) {
        if (!begins(bytes, from)) {
            return null;
        }
        int end = from;
        while (end < to && bytes[end] != '\n') {
            end++;
        }
        StoreChunk said = of(new String(bytes, from, end - from, StandardCharsets.ISO_8859_1).trim());
        return said == null || said.block != 0 && said.block != block
                ? null
                : new StoreChunk(said.id, block, said.length, said.version, said.next);
    }

    /** @return what a footer in these bytes says, without where it begins; null when there is none or its sum is wrong */
    static StoreChunk footer(byte[] bytes, int from) {
        if (!begins(bytes, from)) {
            return null;
        }
        String text = new String(bytes, from, FOOTER_BYTES, StandardCharsets.ISO_8859_1).trim();
        return checked(text).isEmpty() ? null : of(text);
    }

    private static boolean begins(byte[] bytes, int from) {
        return Arrays.equals(bytes, from, from + BEGINNING.length, BEGINNING, 0, BEGINNING.length);
    }

    /** What is said in H2's way; null when it is not. */
    static StoreChunk of(String text) {
        try {
            Map<String, String> said = DataUtils.parseMap(text);
            return new StoreChunk(
                    number(said, "chunk"),
                    number(said, "block"),
                    number(said, "len"),
                    number(said, "version"),
                    number(said, "next"));
        } catch (RuntimeException unreadable) {
            return null;
        }
    }

    static long number(Map<String, String> said, String key) {
        return Long.parseUnsignedLong(said.getOrDefault(key, "0"), 16);
    }

    /** The keys and values of a text that ends with its check sum; empty when that is not the text's. */
    static Map<String, String> checked(String text) {
        int sum = text.indexOf(",fletcher:");
        if (sum < 0) {
            return Map.of();
        }
        try {
            byte[] summed = text.substring(0, sum).getBytes(StandardCharsets.ISO_8859_1);
            Map<String, String> said = new HashMap<>(DataUtils.parseMap(text));
            int is = DataUtils.getFletcher32(summed, 0, summed.length);
            return (int) number(said, "fletcher") == is ? said : Map.of();
        } catch (RuntimeException unreadable) {
            return Map.of();
        }
    }

    /** Whether a footer of this chunk was written into these bytes and changed since. */
    boolean leftAFooter(byte[] bytes) {
        byte[] expected = footer();
        int same = 0;
        for (int i = 0; i < Math.min(bytes.length, FOOTER_BYTES); i++) {
            same += bytes[i] == expected[i] ? 1 : 0;
        }
        return same >= STILL_A_FOOTER && same < FOOTER_BYTES;
    }

    private byte[] footer() {
        String text = "chunk:" + Long.toHexString(id) + ",len:" + Long.toHexString(length) + ",version:"
                + Long.toHexString(version);
        byte[] summed = text.getBytes(StandardCharsets.ISO_8859_1);
        String full = text + ",fletcher:" + Integer.toHexString(DataUtils.getFletcher32(summed, 0, summed.length));
        return (full + " ".repeat(FOOTER_BYTES - 1 - full.length()) + "\n").getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Whether both are of the same version of the same chunk. */
    boolean isOf(StoreChunk other) {
        return other != null && id == other.id && version == other.version && length == other.length;
    }
}
