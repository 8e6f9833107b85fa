package dev.tilab.support;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/**
 * Hands every failure of the store, wherever it was met, to the error pages with the words for it. It is nobody's mistake and
 * ends by itself; asked before any feature's own advice.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class StoreErrors implements HandlerExceptionResolver {

    private static final Logger LOG = LoggerFactory.getLogger(StoreErrors.class);

    @Override
    public ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, Object handler, Exception failure) {
        StoreException.Reason reason = StoreException.reasonOf(failure);
        if (reason == null || response.isCommitted()) {
            return null;
        }
        LOG.warn(
                "{} {} failed, the store is {}: {}",
                request.getMethod(),
                request.getRequestURI(),
                reason,
                failure.getMessage());
        request.setAttribute(ErrorPages.KIND, reason.kind());
        response.setHeader(HttpHeaders.RETRY_AFTER, StoreException.RETRY_AFTER_SECONDS);
        try {
            response.sendError(reason.status().value());
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
        return new ModelAndView();
    }
}
