package dev.tilab.support;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tilab.TilabApplication;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Bodies that come a byte now and then held every thread: nobody got so much as a style sheet. */
@SpringBootTest(
        classes = TilabApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"server.tomcat.threads.max=9", "tilab.body-pause=5m"})
@Tag("slow")
class SlowBodiesTest {

    private static final int BODIES = 30;
    private static final int PLACES = 3;

    @TempDir
    private static Path data;

    @LocalServerPort
    private int port;

    private final List<Socket> open = new ArrayList<>();
    private final HttpClient client = HttpClient.newHttpClient();

    @DynamicPropertySource
    static void dataFolder(DynamicPropertyRegistry properties) {
        properties.add("tilab.data-dir", data::toString);
    }

    @AfterEach
    void hangUp() throws IOException {
        for (Socket socket : open) {
            socket.close();
        }
    }

    /** No body here ends within five minutes, so whoever is answered was not waiting for one. */
    @Test
    void whoOnlyReadsIsAnsweredWhileMoreBodiesThanThreadsAreOnTheirWay() throws Exception {
        Map<Socket, String> answers = new ConcurrentHashMap<>();
        CountDownLatch turnedAway = new CountDownLatch(BODIES - PLACES);
        for (int i = 0; i < BODIES; i++) {
            Socket socket = slowBody();
            Thread reader = new Thread(() -> {
                answers.put(socket, statusLine(socket));
                turnedAway.countDown();
            });
            reader.setDaemon(true);
            reader.start();
        }
        assertThat(turnedAway.await(60, TimeUnit.SECONDS))
                .as("turned away: %s", answers.values())
                .isTrue();
        assertThat(answers).hasSize(BODIES - PLACES);
        assertThat(answers.values()).allMatch(answer -> answer.contains(" 503 "));
        for (String path : List.of("/css/base.css", "/actuator/health/liveness", "/journal")) {
            assertThat(get(path).statusCode()).as(path).isEqualTo(200);
        }
        HttpResponse<String> refused = post();
        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.headers().firstValue("Retry-After")).contains("1");
        assertThat(refused.body()).contains("본문이 너무 많습니다");

        hangUp();
        HttpResponse<String> taken = post();
        for (int tries = 0; taken.statusCode() == 503 && tries < 200; tries++) {
            Thread.sleep(50);
            taken = post();
        }
        assertThat(taken.statusCode()).as(taken.body()).isEqualTo(201);
    }

    private Socket slowBody() throws IOException {
        Socket socket = new Socket("127.0.0.1", port);
        open.add(socket);
        socket.getOutputStream()
                .write(
                        ("POST /api/v1/entries HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/markdown\r\nContent-Length: 1000\r\n\r\n#")
                                .getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
        return socket;
    }

    private static String statusLine(Socket socket) {
        try {
            return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))
                    .readLine();
        } catch (IOException hungUp) {
            return hungUp.getMessage();
        }
    }

    private HttpResponse<String> get(String path) throws Exception {
        return client.send(
                HttpRequest.newBuilder(uri(path))
                        .timeout(Duration.ofSeconds(30))
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpResponse<String> post() throws Exception {
        return client.send(
                HttpRequest.newBuilder(uri("/api/v1/entries"))
                        .timeout(Duration.ofSeconds(30))
                        .header("Content-Type", "text/markdown;charset=UTF-8")
                        .header("Accept-Language", "ko")
                        .POST(BodyPublishers.ofString("# TIL\n\n## 날짜: 2025-03-06\n\n### 오늘의 회고\n- 좋았다.\n"))
                        .build(),
                BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return URI.create("http://localhost:" + port + path);
    }
}
