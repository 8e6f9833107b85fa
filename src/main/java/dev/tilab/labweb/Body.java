package dev.tilab.labweb;

import java.io.IOException;
import java.io.OutputStream;

/** The body of an answer on its way out: as it is, or compressed. */
abstract class Body extends OutputStream {

    /** What the bytes to come look like, so that no time is spent on looking for what is not there. */
    enum Texture {
        /** Words, or a column that mostly repeats itself. */
        REPETITIVE,
        /** Measured times and random draws: some byte values are more frequent than others, but nothing comes twice. */
        NOISE
    }

    /** Announces what the bytes written from now on look like; the bytes that arrive are the same whatever is announced. */
    void expect(Texture texture) {}

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    /** A body that hands everything on unchanged. */
    static Body plain(OutputStream out) {
        return new Body() {
            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                out.write(bytes, offset, length);
            }

            @Override
            public void flush() throws IOException {
                out.flush();
            }
        };
    }
}
