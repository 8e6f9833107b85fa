package dev.tilab.support;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.h2.mvstore.MVStore;

/**
 * Which versions of the store a file of H2's holds. When the newest one cannot be read, H2 opens an older one without a word, and
 * what was confirmed since is gone; that is right for a version that a kill cut short, and wrong for one that stood there whole.
 * A chunk is written from its beginning to its end: what has a footer was written whole.
 */
final class StoreVersions {

    private static final int BLOCK = 4096;
    private static final int BLOCKS_AT_ONCE = 256;

    /** By the block in which they begin. */
    private final Map<Long, StoreChunk> headers = new HashMap<>();

    /** By the block before which they end. */
    private final Map<Long, StoreChunk> footers = new HashMap<>();

    private long newestInStoreHeader;
    private boolean closed;
    private long blocks;

    private StoreVersions() {}

    /** Whether the version that H2 opens is the newest one that was ever whole, with all that it needs. */
    static boolean newestIsWhole(Path file) throws IOException {
        long opened;
        List<StoreChunk> needed = new ArrayList<>();
        try (MVStore store =
                new MVStore.Builder().fileName(file.toString()).readOnly().open()) {
            opened = store.getCurrentVersion();
            store.getLayoutMap().forEach((key, said) -> {
                if (key.startsWith("chunk.") && !said.contains(",livePages:0")) {
                    needed.add(StoreChunk.of(said));
                }
            });
        }
        StoreVersions versions = new StoreVersions();
        versions.read(file);
        return versions.allThere(needed) && versions.isNewest(opened, file);
    }

    private void read(Path file) throws IOException {
        byte[] buffer = new byte[BLOCKS_AT_ONCE * BLOCK];
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            blocks = in.length() / BLOCK;
            for (long block = 0; block < blocks; block += BLOCKS_AT_ONCE) {
                int count = (int) Math.min(BLOCKS_AT_ONCE, blocks - block);
                in.readFully(buffer, 0, count * BLOCK);
                for (int i = 0; i < count; i++) {
                    take(buffer, i * BLOCK, block + i);
                }
            }
        }
    }

    private void take(byte[] buffer, int from, long block) {
        if (block < 2) {
            takeStoreHeader(new String(buffer, from, BLOCK, StandardCharsets.ISO_8859_1).trim());
            return;
        }
        StoreChunk header = StoreChunk.header(buffer, from, from + BLOCK, block);
        if (header != null) {
            headers.put(block, header);
        }
        StoreChunk footer = StoreChunk.footer(buffer, from + BLOCK - StoreChunk.FOOTER_BYTES);
        if (footer != null) {
            footers.put(block + 1, footer);
        }
    }

    /** There are two copies, so that one is whole whenever a kill comes. */
    private void takeStoreHeader(String text) {
        Map<String, String> said = StoreChunk.checked(text);
        long version = StoreChunk.number(said, "version");
        if (!said.isEmpty() && version >= newestInStoreHeader) {
            newestInStoreHeader = version;
            closed = StoreChunk.number(said, "clean") != 0;
        }
    }

    private boolean allThere(List<StoreChunk> needed) {
        for (StoreChunk chunk : needed) {
            if (!chunk.isOf(headers.get(chunk.block())) || !chunk.isOf(footers.get(chunk.block() + chunk.length()))) {
                return false;
            }
        }
        return true;
    }

    private boolean isNewest(long opened, Path file) throws IOException {
        if (opened < newestInStoreHeader) {
            return false;
        }
        if (closed && opened == newestInStoreHeader) {
            // It was closed in order at this version; what begins behind it is the first change since, cut short.
            return true;
        }
        for (Map.Entry<Long, StoreChunk> footer : footers.entrySet()) {
            StoreChunk chunk = footer.getValue();
            long begin = footer.getKey() - chunk.length();
            // Whole and yet not found by H2: the kill came before its place was noted, so it was never confirmed.
            if (chunk.version() > opened && (!chunk.isOf(headers.get(begin)) || isFound(begin, footer.getKey()))) {
                return false;
            }
        }
        for (StoreChunk chunk : headers.values()) {
            long end = chunk.block() + chunk.length();
            if (chunk.version() > opened && !footers.containsKey(end) && chunk.leftAFooter(bytesBefore(end, file))) {
                return false;
            }
        }
        return true;
    }

    /** H2 follows the chunks from one to the next, and looks at the end of the file. */
    private boolean isFound(long begin, long end) {
        return footers.keySet().stream().noneMatch(other -> other > end)
                || headers.values().stream().anyMatch(chunk -> chunk.next() == begin);
    }

    private byte[] bytesBefore(long block, Path file) throws IOException {
        byte[] bytes = new byte[StoreChunk.FOOTER_BYTES];
        if (block <= blocks) {
            try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
                in.seek(block * BLOCK - bytes.length);
                in.readFully(bytes);
            }
        }
        return bytes;
    }
}
