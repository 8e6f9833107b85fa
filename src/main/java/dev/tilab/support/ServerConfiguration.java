package dev.tilab.support;

import java.time.Duration;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What of Tomcat has no property of its own: how slow senders and slow readers are kept from keeping everybody out. */
@Configuration(proxyBeanMethods = false)
class ServerConfiguration {

    /** Bodies may hold one thread of this many; all others answer who only reads. */
    private static final int THREADS_PER_BODY = 3;

    /** As many as a header has room for: one more than Tomcat takes by itself, ten, would be told as a mistake of ours. */
    private static final int LANGUAGES = 8 * 1024;

    /**
     * @param threads that answer requests
     * @param pause longest time without a byte in the middle of a body; Tomcat's own would be that between two requests, 20 s.
     *     After as long a body must come steadily as well, see {@link SteadyBody}
     */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> boundedSlowness(
            @Value("${server.tomcat.threads.max:200}") int threads, @Value("${tilab.body-pause:3s}") Duration pause) {
        return server -> {
            server.setProtocol(SlowReadersProtocol.class.getName());
            server.addContextValves(new BodyPlaces(Math.max(1, threads / THREADS_PER_BODY), pause));
            server.addConnectorCustomizers(connector -> {
                connector.setMaxLocaleCount(LANGUAGES);
                if (connector.getProtocolHandler() instanceof AbstractHttp11Protocol<?> http) {
                    http.setDisableUploadTimeout(false);
                    http.setConnectionUploadTimeout((int) pause.toMillis());
                }
            });
        };
    }
}
