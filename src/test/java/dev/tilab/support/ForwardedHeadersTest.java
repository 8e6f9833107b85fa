package dev.tilab.support;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tilab.TilabApplication;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Behind a proxy everybody could say to be anybody: only the proxy that the settings name is believed. */
@SpringBootTest(
        classes = TilabApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "server.forward-headers-strategy=native",
            "server.tomcat.remoteip.internal-proxies=127\\.0\\.0\\.2",
            "tilab.hosts=til.example.org"
        })
@Import(ForwardedHeadersTest.Mirror.class)
class ForwardedHeadersTest {

    private static final String TRUSTED = "127.0.0.2";
    private static final String UNTRUSTED = "127.0.0.1";

    private static final String FORWARDED = "X-Forwarded-Proto: https\r\nX-Forwarded-Host: til.example.org\r\n"
            + "X-Forwarded-Port: 443\r\nX-Forwarded-For: 203.0.113.7\r\n"
            + "Forwarded: for=203.0.113.7;proto=https;host=til.example.org\r\n";

    @TempDir
    private static Path data;

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void dataFolder(DynamicPropertyRegistry properties) {
        properties.add("tilab.data-dir", data::toString);
    }

    /** Says what the application believes of a request. */
    @TestConfiguration(proxyBeanMethods = false)
    @RestController
    static class Mirror {

        @GetMapping(path = "/mirror", produces = "text/plain")
        String believed(HttpServletRequest request) {
            return request.getRequestURL() + " for " + request.getRemoteAddr();
        }
    }

    @Test
    void theProxyThatTheSettingsNameIsBelieved() throws Exception {
        assertThat(from(TRUSTED, "GET /mirror", FORWARDED, ""))
                .endsWith("https://til.example.org/mirror for 203.0.113.7");
    }

    @Test
    void nobodyElseIs() throws Exception {
        assertThat(from(UNTRUSTED, "GET /mirror", FORWARDED, ""))
                .endsWith("http://localhost:" + port + "/mirror for 127.0.0.1");
    }

    /** Whoever can name this server can make a foreign page look like ours. */
    @Test
    void aForeignPageIsForeignWhateverIsSaidToBeForwarded() throws Exception {
        String page = FORWARDED + "Origin: https://til.example.org\r\nContent-Type: text/markdown\r\n";
        String day = "# TIL\n\n## 2025-03-06\n\n- a day\n";
        assertThat(from(UNTRUSTED, "POST /api/v1/entries?date=2025-03-06", page, day))
                .startsWith("HTTP/1.1 403 ");
        assertThat(from(TRUSTED, "POST /api/v1/entries?date=2025-03-06", page, day))
                .startsWith("HTTP/1.1 201 ");
    }

    /** A name that is not ours is refused also when a proxy passes it on. */
    @Test
    void theProxyIsNotBelievedANameThatIsNotOurs() throws Exception {
        String other = FORWARDED.replace("til.example.org", "evil.example");
        assertThat(from(TRUSTED, "GET /mirror", other, "")).startsWith("HTTP/1.1 400 ");
        assertThat(from(UNTRUSTED, "GET /mirror", other, "")).startsWith("HTTP/1.1 200 ");
    }

    private String from(String address, String line, String headers, String body) throws IOException {
        try (Socket socket = new Socket()) {
            try {
                socket.bind(new InetSocketAddress(InetAddress.getByName(address), 0));
            } catch (BindException unknown) {
                Assumptions.abort("this system has no " + address);
            }
            socket.setSoTimeout(20_000);
            socket.connect(new InetSocketAddress("127.0.0.1", port));
            String request = line + " HTTP/1.1\r\nHost: localhost:" + port + "\r\nConnection: close\r\n" + headers
                    + "Content-Length: " + body.length() + "\r\n\r\n" + body;
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
