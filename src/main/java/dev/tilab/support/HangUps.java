package dev.tilab.support;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.DisconnectedClientHelper;

/**
 * A reader who left before the answer was written is no mistake of ours, and there is nobody to explain it to: one line for
 * those who look closely, asked before any feature's own advice.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class HangUps implements HandlerExceptionResolver {

    private static final Logger LOG = LoggerFactory.getLogger(HangUps.class);

    /** Whether it says that the connection is gone; then it is told, in one line. */
    static boolean told(HttpServletRequest request, Throwable failure) {
        if (!DisconnectedClientHelper.isClientDisconnectedException(failure)) {
            return false;
        }
        LOG.debug("The caller of {} hung up", request.getRequestURI());
        return true;
    }

    @Override
    public ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, Object handler, Exception failure) {
        return told(request, failure) ? new ModelAndView() : null;
    }
}
