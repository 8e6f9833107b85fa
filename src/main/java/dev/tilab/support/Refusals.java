package dev.tilab.support;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.context.MessageSource;
import org.springframework.http.MediaType;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;

/**
 * Answers what the firewall rejects. A host name that is not ours is rejected once more on the way to the error page, and the
 * reader would see nothing at all: then a plain sentence says what to do. It repeats nothing of what was sent.
 */
@Component
class Refusals implements RequestRejectedHandler {

    private final MessageSource messages;
    private final LocaleResolver locales;

    Refusals(MessageSource messages, LocaleResolver locales) {
        this.messages = messages;
        this.locales = locales;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, RequestRejectedException rejected)
            throws IOException {
        if (request.getDispatcherType() != DispatcherType.ERROR) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        String here = "http://localhost:" + request.getLocalPort();
        String words = messages.getMessage("error.host", new Object[] {here}, locales.resolveLocale(request));
        response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        response.setContentType(MediaType.TEXT_PLAIN_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.getWriter().println(words);
    }
}
