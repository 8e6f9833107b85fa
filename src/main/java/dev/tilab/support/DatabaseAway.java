package dev.tilab.support;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/**
 * Answers 503 while the database cannot be reached. It is nobody's mistake and ends by itself, which the page says; the cause is
 * looked for in the whole chain, because every layer wraps it in an exception of its own.
 */
@Component
class DatabaseAway implements HandlerExceptionResolver, Ordered {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseAway.class);

    private static final String RETRY_AFTER_SECONDS = "5";

    /** Before the features' own advice. */
    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, Object handler, Exception failure) {
        SQLException cause = cause(failure);
        if (cause == null || response.isCommitted()) {
            return null;
        }
        LOG.warn("The database cannot be reached: {}", cause.getMessage());
        response.setHeader("Retry-After", RETRY_AFTER_SECONDS);
        try {
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ModelAndView();
    }

    private static SQLException cause(Throwable failure) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof SQLException sql && isAway(sql)) {
                return sql;
            }
        }
        return null;
    }

    /** Classes of SQLSTATE: 08 is the connection; 57P is PostgreSQL going down or coming up; 53 is no room for another client. */
    private static boolean isAway(SQLException sql) {
        String state = sql.getSQLState() == null ? "" : sql.getSQLState();
        return sql instanceof SQLTransientConnectionException
                || sql instanceof SQLRecoverableException
                || state.startsWith("08")
                || state.startsWith("57P")
                || state.startsWith("53");
    }
}
