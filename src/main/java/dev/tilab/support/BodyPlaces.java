package dev.tilab.support;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.apache.coyote.http11.AbstractHttp11Protocol;

/**
 * Lets only so many requests with a body in at once, because Tomcat reads a body on the thread that answers: without a bound, as
 * many slow bodies as there are threads keep everybody out, those who only read among them. Who finds no place is told to come
 * again (503) without a byte of the body being read; who has one keeps it until the body has ended, also when nobody cares for
 * its content.
 */
final class BodyPlaces extends ValveBase {

    private static final String RETRY_AFTER_SECONDS = "1";

    private final Semaphore places;
    private final Duration patience;

    /**
     * @param places bodies at once; fewer than threads
     * @param patience how long a body may take however slow it is
     */
    BodyPlaces(int places, Duration patience) {
        super(true);
        this.places = new Semaphore(places);
        this.patience = patience;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        if (!hasBody(request)) {
            getNext().invoke(request, response);
            return;
        }
        if (!places.tryAcquire()) {
            // Reading on to the end of what was refused would hold the thread after all.
            leaveUnread(request.getCoyoteRequest());
            response.setHeader("Retry-After", RETRY_AFTER_SECONDS);
            request.setAttribute(ErrorPages.KIND, "bodies");
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            return;
        }
        SteadyBody body = SteadyBody.of(request.getCoyoteRequest(), patience);
        try {
            getNext().invoke(request, response);
            if (!body.readToItsEnd(mostUnread(request))) {
                // What succeeded without its body has succeeded; said later, it would be taken for a failure of ours.
                if (response.getStatus() < HttpServletResponse.SC_BAD_REQUEST) {
                    response.flushBuffer();
                }
                leaveUnread(request.getCoyoteRequest());
            }
        } finally {
            body.letGo();
            places.release();
        }
    }

    /** The connection ends with the answer. */
    private static void leaveUnread(org.apache.coyote.Request coyote) {
        coyote.action(ActionCode.DISABLE_SWALLOW_INPUT, null);
    }

    private static int mostUnread(Request request) {
        return request.getConnector().getProtocolHandler() instanceof AbstractHttp11Protocol<?> http
                ? http.getMaxSwallowSize()
                : 0;
    }

    private static boolean hasBody(Request request) {
        return request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
    }
}
