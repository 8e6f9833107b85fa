package dev.tilab.support;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * A start whose only purpose is that the JVM writes down which classes a start and the first pages need ({@code bin/tilab},
 * Dockerfile): asks for some pages as a browser would and ends. A page that fails ends the program with an error, so that
 * no archive of a broken start is kept.
 */
@Component
@ConditionalOnProperty("tilab.rehearsal")
class Rehearsal {

    /** What is opened first; each brings a part of the program with it. */
    private static final List<String> PAGES =
            List.of("/", "/journal", "/journal/new", "/labs/load-balancing", "/actuator/health/liveness");

    private static final int TIMEOUT_MILLIS = 60_000;

    @EventListener
    void rehearse(ApplicationReadyEvent ready) throws IOException {
        var context = (WebServerApplicationContext) ready.getApplicationContext();
        for (String page : PAGES) {
            ask(context.getWebServer().getPort(), page);
        }
        // Closed in order: only then is the archive written.
        System.exit(SpringApplication.exit(ready.getApplicationContext()));
    }

    private static void ask(int port, String page) throws IOException {
        var connection = (HttpURLConnection)
                URI.create("http://127.0.0.1:" + port + page).toURL().openConnection();
        connection.setConnectTimeout(TIMEOUT_MILLIS);
        connection.setReadTimeout(TIMEOUT_MILLIS);
        if (connection.getResponseCode() != HttpURLConnection.HTTP_OK) {
            throw new IOException("Rehearsal: " + page + " answered " + connection.getResponseCode() + ".");
        }
        connection.getInputStream().readAllBytes();
    }
}
