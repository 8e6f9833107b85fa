package dev.tilab.support;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.apache.coyote.InputBuffer;
import org.apache.coyote.Request;
import org.apache.tomcat.util.net.ApplicationBufferHandler;

/**
 * A body that is given up when it comes too slowly as a whole. Tomcat's own bound is that of a pause, and a byte in every pause
 * would keep the thread that reads it for as long as somebody has bytes.
 */
final class SteadyBody implements InputBuffer {

    /** The poorest mobile line sends faster; the longest form takes nine minutes at this rate. */
    static final int LEAST_BYTES_PER_SECOND = 8 * 1024;

    private final Request request;
    private final InputBuffer body;
    private final long patienceNanos;

    /** Time spent waiting for bytes; what was done with them in between is not the sender's. */
    private long waitedNanos;

    private long bytes;
    private boolean givenUp;

    private SteadyBody(Request request, Duration patience) {
        this.request = request;
        this.body = request.getInputBuffer();
        this.patienceNanos = patience.toNanos();
    }

    /**
     * Lets whoever reads the body of a request read this one, until {@link #letGo}.
     *
     * @param patience how long a body may take however slow it is
     */
    static SteadyBody of(Request request, Duration patience) {
        SteadyBody steady = new SteadyBody(request, patience);
        request.setInputBuffer(steady);
        return steady;
    }

    /** @throws SocketTimeoutException if it is too slow; Tomcat answers that with 408, as it does after a pause */
    @Override
    public int doRead(ApplicationBufferHandler handler) throws IOException {
        long began = System.nanoTime();
        int read;
        try {
            read = body.doRead(handler);
        } catch (IOException broken) {
            givenUp = true;
            throw broken;
        }
        waitedNanos += System.nanoTime() - began;
        bytes += Math.max(0, read);
        if (read > 0 && waitedNanos > patienceNanos && bytes < waitedNanos / 1e9 * LEAST_BYTES_PER_SECOND) {
            givenUp = true;
            throw new SocketTimeoutException("a body of less than " + LEAST_BYTES_PER_SECOND + " bytes a second");
        }
        return read;
    }

    @Override
    public int available() {
        return body.available();
    }

    /**
     * Reads what nobody asked for: a browser shows no answer to a body that it could not send. Tomcat does the same when the
     * request is over, but then nothing bounds how long it takes.
     *
     * @param most bytes that are read for nothing; -1 for any number
     * @return whether it has ended
     */
    boolean readToItsEnd(int most) {
        if (request.hasExpectation() && request.getBytesRead() == 0) {
            return request.isFinished(); // its sender waits to be asked for it
        }
        Nowhere nowhere = new Nowhere();
        long unread = 0;
        try {
            while (!givenUp && !request.isFinished() && (most < 0 || unread <= most)) {
                unread += Math.max(0, request.doRead(nowhere));
            }
        } catch (IOException slowOrGone) {
            return false;
        }
        return request.isFinished();
    }

    /** Tomcat reads the next request of the connection with the same object, which has its own body again. */
    void letGo() {
        request.setInputBuffer(body);
    }

    /** Takes what was read, as Tomcat wants somebody to, and keeps nothing. */
    private static final class Nowhere implements ApplicationBufferHandler {

        private ByteBuffer last;

        @Override
        public void setByteBuffer(ByteBuffer buffer) {
            last = buffer;
        }

        @Override
        public ByteBuffer getByteBuffer() {
            return last;
        }

        @Override
        public void expand(int size) {
            // Tomcat reads into a buffer of its own.
        }
    }
}
