package dev.tilab.support;

import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.net.NioEndpoint.NioSocketWrapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * HTTP whose slow readers cannot keep everybody out. Tomcat writes an answer on the thread that made it, and the thread waits
 * as long as the reader takes a piece now and then: as many who ask for much and read nothing as there are threads, and
 * nobody got so much as a style sheet. A slow reader is nobody's fault, so as long as threads are free all are waited for; when
 * they run out, who has taken nothing for longest is cut off, until a share of the threads is all that waits.
 *
 * <p>Public because Tomcat makes it by its name.
 */
public final class SlowReadersProtocol extends Http11NioProtocol {

    private static final Logger LOG = LoggerFactory.getLogger(SlowReadersProtocol.class);

    /** Threads are short when more than two of three are busy; then one of three may wait for readers. */
    private static final int SHARES = 3;

    private static final long BETWEEN_LOOKS_MILLIS = 100;

    private Future<?> looks;

    @Override
    public void start() throws Exception {
        super.start();
        looks = getUtilityExecutor()
                .scheduleWithFixedDelay(this::look, BETWEEN_LOOKS_MILLIS, BETWEEN_LOOKS_MILLIS, TimeUnit.MILLISECONDS);
    }

    @Override
    public void stop() throws Exception {
        if (looks != null) {
            looks.cancel(false);
        }
        super.stop();
    }

    /** One look that fails must not be the last one. */
    private void look() {
        try {
            cutOffTooMany();
        } catch (RuntimeException failed) {
            LOG.warn("Slow readers could not be looked for", failed);
        }
    }

    /** Threads that are not Tomcat's own, virtual ones for example, have no number to run out of. */
    private void cutOffTooMany() {
        int threads = getMaxThreads();
        if (threads <= 0 || getEndpoint().getCurrentThreadsBusy() <= threads - threads / SHARES) {
            return;
        }
        List<Reader> waitedFor = getEndpoint().getConnections().stream()
                .map(NioSocketWrapper.class::cast)
                .filter(socket -> socket.interestOpsHas(SelectionKey.OP_WRITE))
                .map(socket -> new Reader(socket, socket.getLastWrite()))
                .sorted(Comparator.comparingLong(Reader::lastTookMillis))
                .toList();
        int tooMany = waitedFor.size() - Math.max(1, threads / SHARES);
        if (tooMany > 0) {
            waitedFor.subList(0, tooMany).forEach(Reader::cutOff);
            LOG.debug(
                    "{} slow readers were cut off: {} of {} threads waited for readers",
                    tooMany,
                    waitedFor.size(),
                    threads);
        }
    }

    /** @param lastTookMillis when it took something for the last time; copied, since it changes while they are sorted */
    private record Reader(NioSocketWrapper socket, long lastTookMillis) {

        /** The thread that waits wakes up and finds that it cannot write; what lies in the system's buffers goes as well. */
        void cutOff() {
            SocketChannel channel = socket.getSocket().getIOChannel();
            if (channel == null || socket.isClosed()) {
                return; // it left meanwhile
            }
            try {
                channel.setOption(StandardSocketOptions.SO_LINGER, 0);
                channel.shutdownOutput();
            } catch (IOException left) {
                LOG.trace("A slow reader left before it was cut off", left);
            }
        }
    }
}
