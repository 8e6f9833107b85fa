package dev.tilab.support;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServer;

/** What TILab makes of Tomcat, alone: clients that take or give a byte now and then, with nine threads to keep busy. */
@Tag("slow")
class SlowClientsTest {

    private static final int THREADS = 9;
    private static final int SHARE = 3;
    private static final int CLIENTS = 30;

    /** More than the system keeps for a connection whose reader sleeps. */
    private static final int LARGE_BYTES = 24 * 1024 * 1024;

    private static final Duration PATIENCE = Duration.ofMillis(400);

    private final List<Socket> open = new ArrayList<>();
    private final HttpClient client = HttpClient.newHttpClient();

    /** Counted down by every request for much. */
    private volatile CountDownLatch asked;

    private WebServer server;

    /** Nobody is told to hurry by Tomcat's own write time-out: whoever is answered was not waiting for that. */
    @BeforeEach
    void start() {
        TomcatServletWebServerFactory factory = new TomcatServletWebServerFactory(0);
        new ServerConfiguration().boundedSlowness(THREADS, PATIENCE).customize(factory);
        factory.addConnectorCustomizers(connector -> {
            connector.setProperty("maxThreads", String.valueOf(THREADS));
            connector.setProperty(
                    "connectionTimeout", String.valueOf(Duration.ofMinutes(5).toMillis()));
            connector.setProperty("maxSwallowSize", "-1");
        });
        server = factory.getWebServer(
                context -> context.addServlet("any", new Any()).addMapping("/"));
        server.start();
    }

    @AfterEach
    void stop() throws IOException {
        for (Socket socket : open) {
            socket.close();
        }
        server.stop();
    }

    @Test
    void whoReadsFastIsAnsweredWhileMoreReadersThanThreadsSleep() throws Exception {
        asked = new CountDownLatch(CLIENTS);
        for (int i = 0; i < CLIENTS; i++) {
            send(connect(), "GET /large HTTP/1.1\r\nHost: localhost\r\n\r\n");
        }
        assertThat(asked.await(60, TimeUnit.SECONDS))
                .as("%d of them got no thread", asked.getCount())
                .isTrue();
        for (int i = 0; i < 20; i++) {
            assertThat(get("/small")).isEqualTo("small");
        }
    }

    /** A slow line is nobody's fault: cutting it off without need would be a fault of ours. */
    @Test
    void slowReadersAreWaitedForWhileThreadsAreFree() throws Exception {
        int readers = SHARE + 2;
        asked = new CountDownLatch(readers);
        for (int i = 0; i < readers; i++) {
            send(connect(), "GET /large HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        }
        assertThat(asked.await(60, TimeUnit.SECONDS)).isTrue();
        for (int i = 0; i < 300; i++) {
            assertThat(get("/small")).isEqualTo("small");
        }
        for (Socket socket : open) {
            assertThat(length(socket.getInputStream())).isGreaterThan(LARGE_BYTES);
        }
    }

    /** A byte in every pause that is allowed held a writer's place for ever. */
    @Test
    void aBodyThatTricklesIsGivenUp() throws Exception {
        Socket socket = connect();
        send(socket, "POST /read HTTP/1.1\r\nHost: localhost\r\nContent-Length: 60000\r\n\r\n");
        assertThat(answerToATrickle(socket)).contains(" 408 ");
    }

    /** The rest of what nobody reads was read by Tomcat when the place had been given back. */
    @Test
    void aBodyThatNobodyReadsIsGivenUpAsWellAndCostsAPlace() throws Exception {
        List<Socket> senders = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            Socket socket = connect();
            send(socket, "POST /ignored HTTP/1.1\r\nHost: localhost\r\nContent-Length: 60000\r\n\r\n");
            senders.add(socket);
        }
        assertThat(get("/small")).isEqualTo("small");
        assertThat(trickle(senders)).isEmpty();
    }

    /** A browser that could not send its whole body shows no answer to it, and the next request goes the same way. */
    @Test
    void aBodyThatNobodyReadsIsTakenFromWhoSendsItAtOnce() throws Exception {
        String body = "x".repeat(3_000_000);
        for (int i = 0; i < 3; i++) {
            HttpRequest request = HttpRequest.newBuilder(uri("/ignored"))
                    .timeout(Duration.ofSeconds(30))
                    .POST(HttpRequest.BodyPublishers.ofString(body))
                    .build();
            assertThat(client.send(request, BodyHandlers.ofString()).body()).isEqualTo("ignored");
        }
        Socket socket = connect();
        send(
                socket,
                "POST /ignored HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\n\r\nabcdeGET /small HTTP/1.0\r\nHost: localhost\r\n\r\n");
        assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII))
                .contains("ignored")
                .endsWith("small");
    }

    /** Sends bytes one by one until there is an answer, of which it returns the first line. */
    private static String answerToATrickle(Socket sender) throws Exception {
        for (int i = 0; i < 200 && sender.getInputStream().available() == 0; i++) {
            sender.getOutputStream().write('x');
            Thread.sleep(50);
        }
        assertThat(sender.getInputStream().available())
                .as("an answer within ten seconds")
                .isPositive();
        return new BufferedReader(new InputStreamReader(sender.getInputStream(), StandardCharsets.US_ASCII)).readLine();
    }

    /** Sends bytes one by one, at most for ten seconds, as long as anybody is there to take them; returns who still has. */
    private static List<Socket> trickle(List<Socket> senders) throws InterruptedException {
        List<Socket> taken = new ArrayList<>(senders);
        for (int i = 0; i < 200 && !taken.isEmpty(); i++) {
            taken.removeIf(socket -> {
                try {
                    socket.getOutputStream().write('x');
                    return false;
                } catch (IOException hungUp) {
                    return true;
                }
            });
            Thread.sleep(50);
        }
        return taken;
    }

    private static long length(InputStream answer) throws IOException {
        byte[] piece = new byte[64 * 1024];
        long length = 0;
        for (int read = answer.read(piece); read >= 0; read = answer.read(piece)) {
            length += read;
        }
        return length;
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket();
        open.add(socket);
        socket.setReceiveBufferSize(2048);
        socket.connect(new InetSocketAddress("127.0.0.1", server.getPort()));
        return socket;
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    private String get(String path) throws Exception {
        return client.send(
                        HttpRequest.newBuilder(uri(path))
                                .timeout(Duration.ofSeconds(30))
                                .build(),
                        BodyHandlers.ofString())
                .body();
    }

    private URI uri(String path) {
        return URI.create("http://localhost:" + server.getPort() + path);
    }

    private final class Any extends HttpServlet {

        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
            switch (request.getServletPath()) {
                case "/large" -> {
                    asked.countDown();
                    byte[] piece = new byte[64 * 1024];
                    for (int sent = 0; sent < LARGE_BYTES; sent += piece.length) {
                        response.getOutputStream().write(piece);
                    }
                }
                case "/read" -> {
                    try {
                        response.getWriter().print(request.getInputStream().readAllBytes().length);
                    } catch (IOException givenUp) {
                        return; // Tomcat has said why, as behind HangUpFilter
                    }
                }
                default -> response.getWriter().print(request.getServletPath().substring(1));
            }
        }
    }
}
