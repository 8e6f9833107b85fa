package dev.tilab.labweb;

import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.CRC32;

/**
 * Compresses columns into the gzip format (RFC 1952), four times as fast as {@code GZIPOutputStream} and smaller. What
 * is given in one call should be alike, and more than a few bytes.
 */
final class GzipBody extends OutputStream {

    /** Magic number, deflate, no flags, no time (so that equal runs give equal bytes), no extra flags, unknown system. */
    private static final byte[] HEADER = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, (byte) 0xff};

    private final OutputStream out;
    private final DeflateBlocks blocks;
    private final CRC32 checksum = new CRC32();
    private long length;
    private boolean closed;

    GzipBody(OutputStream out) throws IOException {
        this.out = out;
        this.blocks = new DeflateBlocks(out);
        out.write(HEADER);
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int count) throws IOException {
        checksum.update(bytes, offset, count);
        length += count;
        blocks.write(bytes, offset, count);
    }

    /** Ends the compressed data; the stream below stays open. */
    @Override
    public void close() throws IOException {
        if (!closed) {
            closed = true;
            blocks.finish();
            writeLittleEndian((int) checksum.getValue());
            writeLittleEndian((int) length);
        }
    }

    private void writeLittleEndian(int number) throws IOException {
        for (int shift = 0; shift < 32; shift += 8) {
            out.write(number >>> shift);
        }
    }
}
