package dev.tilab.support;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;
import jakarta.servlet.http.HttpServletResponse;

/** Says that the store failed, and why: a page for people, a few words for the form that saves by itself. */
@ControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
class StoreErrors {

    private final MessageSource messages;

    StoreErrors(MessageSource messages) {
        this.messages = messages;
    }

    @ExceptionHandler
    Object failed(StoreException e, HttpServletRequest request, HttpServletResponse response, Locale locale) {
        String accepted = request.getHeader(HttpHeaders.ACCEPT);
        if (accepted != null && accepted.startsWith(MediaType.APPLICATION_JSON_VALUE)) {
            String words = messages.getMessage(e.reason().key() + ".text", null, locale);
            return ResponseEntity.status(e.reason().status())
                    .header(HttpHeaders.RETRY_AFTER, StoreException.RETRY_AFTER_SECONDS)
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(Map.of("reason", "store", "message", words));
        }
        response.setHeader(HttpHeaders.RETRY_AFTER, StoreException.RETRY_AFTER_SECONDS);
        ModelAndView page = new ModelAndView("error", e.reason().status());
        page.addObject("kind", e.reason().key().substring("error.".length()));
        page.addObject("status", e.reason().status().value());
        return page;
    }
}
