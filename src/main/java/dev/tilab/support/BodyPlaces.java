package dev.tilab.support;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;

/**
 * Lets only so many requests with a body in at once, because Tomcat reads a body on the thread that answers: without a bound, as
 * many slow bodies as there are threads keep everybody out, those who only read among them. Who finds no place is told to come
 * again (503) without a byte of the body being read.
 */
final class BodyPlaces extends ValveBase {

    private static final String RETRY_AFTER_SECONDS = "1";

    private final Semaphore places;

    /** @param places bodies at once; fewer than threads */
    BodyPlaces(int places) {
        super(true);
        this.places = new Semaphore(places);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        if (!hasBody(request)) {
            getNext().invoke(request, response);
            return;
        }
        if (!places.tryAcquire()) {
            // Reading on to the end of what was refused would hold the thread after all.
            request.getCoyoteRequest().action(ActionCode.DISABLE_SWALLOW_INPUT, null);
            response.setHeader("Retry-After", RETRY_AFTER_SECONDS);
            request.setAttribute(ErrorPages.KIND, "bodies");
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            return;
        }
        try {
            getNext().invoke(request, response);
        } finally {
            places.release();
        }
    }

    private static boolean hasBody(Request request) {
        return request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
    }
}
