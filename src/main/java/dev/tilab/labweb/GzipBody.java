package dev.tilab.labweb;

import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Compresses into the gzip format (RFC 1952), changing its method with the texture of what comes.
 *
 * <p>The JDK's {@code GZIPOutputStream} compresses everything alike. A timeline is mostly measured times, in which the search
 * for repetitions finds nothing and costs three quarters of the CPU; those are only Huffman coded.
 */
final class GzipBody extends Body {

    /** Magic number, deflate, no flags, no time (so that equal runs give equal bytes), no extra flags, unknown system. */
    private static final byte[] HEADER = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, (byte) 0xff};

    private final OutputStream out;
    private final Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
    private final CRC32 checksum = new CRC32();
    private final byte[] buffer = new byte[16 * 1024];
    private long length;
    private boolean closed;

    GzipBody(OutputStream out) throws IOException {
        this.out = out;
        out.write(HEADER);
    }

    @Override
    void expect(Texture texture) {
        deflater.setStrategy(texture == Texture.NOISE ? Deflater.HUFFMAN_ONLY : Deflater.DEFAULT_STRATEGY);
    }

    @Override
    public void write(byte[] bytes, int offset, int count) throws IOException {
        if (count == 0) {
            return;
        }
        checksum.update(bytes, offset, count);
        length += count;
        deflater.setInput(bytes, offset, count);
        while (!deflater.needsInput()) {
            drain();
        }
    }

    /** Ends the compressed data and frees the compressor; the stream below stays open. */
    @Override
    public void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        try {
            deflater.finish();
            while (!deflater.finished()) {
                drain();
            }
            writeLittleEndian((int) checksum.getValue());
            writeLittleEndian((int) length);
        } finally {
            deflater.end();
        }
    }

    private void drain() throws IOException {
        out.write(buffer, 0, deflater.deflate(buffer, 0, buffer.length));
    }

    private void writeLittleEndian(int number) throws IOException {
        for (int shift = 0; shift < 32; shift += 8) {
            out.write(number >>> shift);
        }
    }
}
