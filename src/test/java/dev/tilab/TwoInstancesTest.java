package dev.tilab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;

/**
 * Two instances on one PostgreSQL behind nginx, as compose.yaml has them: the same file for nginx, the same variables. Whoever
 * keeps something in the memory of one instance breaks a story here.
 */
@Tag("slow")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TwoInstancesTest {

    private static final String DIARY = "# TIL\n\n## 날짜: %s\n\n### 오늘의 회고\n- 둘이 함께.\n";
    private static final String API = "/api/v1/entries/";

    @TempDir
    static Path folder;

    private static EmbeddedPostgres database;
    private static RunningProcess one;
    private static RunningProcess two;
    private static Balancer balancer;

    private final HttpClient browser = HttpClient.newBuilder()
            .sslContext(balancer.trust)
            .cookieHandler(new CookieManager())
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    @BeforeAll
    static void start() throws Exception {
        boolean there = Balancer.program() != null;
        if ("true".equals(System.getenv("CI"))) {
            assertThat(there).as("nginx has to be there in CI").isTrue();
        }
        assumeTrue(there, "nginx is not installed: two instances behind it were not tried");
        PostgreSqlServer.missing().ifPresent(why -> assumeTrue(false, why));
        database = server(0);
        Map<String, String> environment = environmentOfTheExample();
        one = new RunningProcess(folder.resolve("one"), environment);
        one.uri("/");
        two = new RunningProcess(folder.resolve("two"), environment);
        balancer = new Balancer(folder, one.uri("/"), two.uri("/"));
    }

    private static EmbeddedPostgres server(int port) throws IOException {
        // What is confirmed has to survive the kill; the embedded server leaves that off.
        return EmbeddedPostgres.builder()
                .setServerConfig("synchronous_commit", "on")
                .setDataDirectory(folder.resolve("database"))
                .setCleanDataDirectory(false)
                .setPort(port)
                .start();
    }

    private static Map<String, String> environmentOfTheExample() throws IOException {
        Map<String, Object> compose = new Yaml().load(Files.readString(Path.of("compose.yaml")));
        Map<?, ?> named = (Map<?, ?>) ((Map<?, ?>) compose.get("x-tilab")).get("environment");
        Path secrets = Files.createDirectories(folder.resolve("secrets"));
        Files.writeString(secrets.resolve("spring.datasource.password"), "postgres\n");
        Map<String, String> environment = new HashMap<>();
        named.forEach((name, value) -> environment.put(
                name.toString(),
                value.toString()
                        .replace("//database:5432/tilab", "//localhost:" + database.getPort() + "/postgres")
                        .replace("/run/secrets/", secrets + "/")
                        .replace("${TILAB_HOSTS:-}", Balancer.HOST)
                        .replace("${TILAB_ZONE:-Asia/Seoul}", "Asia/Seoul")));
        environment.put("SPRING_DATASOURCE_USERNAME", "postgres");
        return environment;
    }

    @AfterAll
    static void stop() throws Exception {
        for (AutoCloseable closeable : new AutoCloseable[] {balancer, one, two, database}) {
            if (closeable != null) {
                closeable.close();
            }
        }
    }

    /** A token, a draft or a notice in one instance's memory would be unknown to the other. */
    @Test
    @Order(1)
    void aFormOpenedAtOneIsSavedByTheOtherAndLeadsToAnAddressBehindTls() throws Exception {
        bring("2025-03-01");
        HttpResponse<String> page = get("/journal/2025-03-01/edit");
        Map<String, String> form = form(page.body());
        form.put("retrospective", "다른 쪽에서 저장한 글");

        HttpResponse<String> autosaved = postAtAnother(page, "/journal/2025-03-01", form, "application/json");
        assertThat(autosaved.statusCode()).as(autosaved.body()).isEqualTo(200);
        assertThat(get("/journal/2025-03-01").body()).contains("다른 쪽에서 저장한 글");
        page = get("/journal/2025-03-01/edit");
        form = form(page.body());
        form.put("retrospective", "마지막 글");
        HttpResponse<String> saved = postAtAnother(page, "/journal/2025-03-01", form, "text/html");

        assertThat(saved.statusCode()).as(saved.body()).isBetween(302, 303);
        URI target = saved.uri().resolve(saved.headers().firstValue("Location").orElseThrow());
        assertThat(target.toString()).startsWith(balancer.uri("/").toString());
        assertThat(get(target.getPath()).body()).contains("마지막 글");
    }

    /** Without forwarded headers the origin https://… is compared with http://… and every write of a page is refused. */
    @Test
    @Order(2)
    void aWriteFromOurOwnPageBehindTlsIsTakenAndFromAnotherIsNot() throws Exception {
        String here = balancer.uri("/").toString().replaceAll("/$", "");
        assertThat(postMarkdown("2025-03-02", here)).isEqualTo(201);
        assertThat(postMarkdown("2025-03-03", here.replace("https", "http"))).isEqualTo(403);
        assertThat(postMarkdown("2025-03-03", "https://evil.example")).isEqualTo(403);
    }

    @Test
    @Order(3)
    void ofTwoEditsAtOnceAtTwoInstancesOneWins() throws Exception {
        bring("2025-03-04");
        for (int round = 0; round < 20; round++) {
            String tag = get(API + "2025-03-04").headers().firstValue("ETag").orElseThrow();
            int number = round;
            List<CompletableFuture<HttpResponse<String>>> race = Stream.of(one, two)
                    .map(instance -> browser.sendAsync(
                            put(instance, "2025-03-04", tag, "글 " + number + (instance == one ? " 하나" : " 둘")),
                            BodyHandlers.ofString()))
                    .toList();
            List<Integer> statuses = race.stream()
                    .map(answer -> answer.join().statusCode())
                    .sorted()
                    .toList();
            assertThat(statuses).containsExactly(200, 412);
        }
    }

    @Test
    @Order(4)
    void whatIsThrownAwayAtOneIsBroughtBackAtTheOtherWithItsVersions() throws Exception {
        bring("2025-03-05");
        String tag = get(API + "2025-03-05").headers().firstValue("ETag").orElseThrow();
        assertThat(send(put(one, "2025-03-05", tag, "새 글")).statusCode()).isEqualTo(200);
        assertThat(two.client
                        .send(
                                HttpRequest.newBuilder(two.uri("/journal/2025-03-05/versions"))
                                        .build(),
                                BodyHandlers.ofString())
                        .body())
                .contains("/journal/2025-03-05/versions/");
        tag = get(API + "2025-03-05").headers().firstValue("ETag").orElseThrow();
        HttpRequest delete = HttpRequest.newBuilder(one.uri(API + "2025-03-05"))
                .header("If-Match", tag)
                .DELETE()
                .build();
        assertThat(send(delete).statusCode()).isEqualTo(204);
        HttpRequest restore = HttpRequest.newBuilder(two.uri(API + "2025-03-05/restore"))
                .POST(BodyPublishers.noBody())
                .build();
        assertThat(send(restore).statusCode()).isEqualTo(200);
        assertThat(get(API + "2025-03-05").statusCode()).isEqualTo(200);
    }

    /** A page that waits for minutes, or a stack trace, would be the answer to a database that is restarted. */
    @Test
    @Order(5)
    void pagesSayThatTheDatabaseIsGoneAndGoOnWhenItIsBack() throws Exception {
        bring("2025-03-06");
        int port = database.getPort();
        List<String> pid = Files.readAllLines(folder.resolve("database").resolve("postmaster.pid"));
        ProcessHandle postmaster =
                ProcessHandle.of(Long.parseLong(pid.get(0).strip())).orElseThrow();
        postmaster.destroyForcibly();
        postmaster.onExit().join();
        // Lets go of the folder; there is nothing left to stop.
        database.close();

        try {
            // each waits as long as one waits for a database: abreast
            ExecutorService readers = Executors.newFixedThreadPool(4);
            List<Callable<HttpResponse<String>>> asked = List.of(
                    () -> get("/journal/2025-03-06"),
                    () -> get("/journal"),
                    () -> get("/"),
                    () -> get(API + "2025-03-06"));
            for (Future<HttpResponse<String>> answered : readers.invokeAll(asked)) {
                HttpResponse<String> answer = answered.get();
                assertThat(answer.statusCode()).as(answer.uri() + answer.body()).isEqualTo(503);
                assertThat(answer.body()).contains("데이터베이스가 응답하지 않").doesNotContain("Exception");
            }
            readers.shutdown();
            assertThat(postMarkdown("2025-03-07", null)).isEqualTo(503);
            assertThat(get("/actuator/health/readiness").statusCode()).isEqualTo(503);
            assertThat(get("/actuator/health/liveness").statusCode()).isEqualTo(200);
        } finally {
            database = server(port);
        }
        assertThat(eventually("/journal/2025-03-06").body()).contains("둘이 함께");
        assertThat(postMarkdown("2025-03-07", null)).isIn(201, 409);
        assertThat(eventually("/actuator/health/readiness").statusCode()).isEqualTo(200);
    }

    @Test
    @Order(6)
    void oneInstanceIsKilledAmongWritersAndNothingConfirmedIsLost() throws Exception {
        Queue<String> confirmed = new ConcurrentLinkedQueue<>();
        AtomicInteger next = new AtomicInteger();
        AtomicInteger refused = new AtomicInteger();
        List<CompletableFuture<Void>> writers = IntStream.range(0, 4)
                .mapToObj(writer -> CompletableFuture.runAsync(() -> {
                    for (int day = next.getAndIncrement(); day < 240; day = next.getAndIncrement()) {
                        String date = LocalDate.of(2024, 1, 1).plusDays(day).toString();
                        try {
                            if (postMarkdown(date, null) == 201) {
                                confirmed.add(date);
                            } else {
                                refused.incrementAndGet();
                            }
                        } catch (Exception unanswered) {
                            refused.incrementAndGet();
                        }
                    }
                }))
                .toList();
        while (confirmed.size() < 60 && !writers.stream().allMatch(CompletableFuture::isDone)) {
            Thread.sleep(5);
        }
        one.kill();
        writers.forEach(CompletableFuture::join);

        assertThat(confirmed.size()).as("the other one went on").isGreaterThan(180);
        Set<String> lost = new HashSet<>();
        for (String date : confirmed) {
            HttpRequest read = HttpRequest.newBuilder(balancer.uri(API + date))
                    .header("Accept", "text/markdown")
                    .build();
            if (!send(read).body().equals(DIARY.formatted(date))) {
                lost.add(date);
            }
        }
        assertThat(lost).isEmpty();
    }

    private void bring(String date) throws Exception {
        assertThat(postMarkdown(date, null)).isEqualTo(201);
    }

    private int postMarkdown(String date, String origin) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(balancer.uri(API.replaceAll("/$", "")))
                .timeout(Duration.ofSeconds(20))
                .header("Content-Type", "text/markdown;charset=UTF-8")
                .POST(BodyPublishers.ofString(DIARY.formatted(date)));
        if (origin != null) {
            request.header("Origin", origin);
        }
        return send(request.build()).statusCode();
    }

    private static HttpRequest put(RunningProcess instance, String date, String tag, String text) {
        try {
            return HttpRequest.newBuilder(instance.uri(API + date))
                    .header("If-Match", tag)
                    .header("Content-Type", "text/markdown;charset=UTF-8")
                    .PUT(BodyPublishers.ofString(DIARY.formatted(date) + text + "\n"))
                    .build();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** Sent as often as it takes to reach the instance that did not show the form; nothing is saved twice on the way. */
    private HttpResponse<String> postAtAnother(
            HttpResponse<String> page, String path, Map<String, String> form, String accept) throws Exception {
        String opened = page.headers().firstValue("X-TILab-Instance").orElseThrow();
        while (!instanceOf(get("/css/base.css")).equals(opened)) {
            // Round robin: the one after it is the other.
        }
        StringBuilder body = new StringBuilder();
        form.forEach((name, value) -> body.append(body.isEmpty() ? "" : "&")
                .append(URLEncoder.encode(name, StandardCharsets.UTF_8))
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        HttpResponse<String> answer = send(HttpRequest.newBuilder(balancer.uri(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", accept)
                .POST(BodyPublishers.ofString(body.toString()))
                .build());
        assertThat(instanceOf(answer)).isNotEqualTo(opened);
        return answer;
    }

    private static String instanceOf(HttpResponse<String> answer) {
        return answer.headers().firstValue("X-TILab-Instance").orElseThrow();
    }

    private HttpResponse<String> get(String path) throws Exception {
        return send(HttpRequest.newBuilder(balancer.uri(path))
                .timeout(Duration.ofSeconds(30))
                .header("Accept-Language", "ko")
                .build());
    }

    private HttpResponse<String> eventually(String path) throws Exception {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        HttpResponse<String> answer = get(path);
        while (answer.statusCode() != 200 && System.nanoTime() < end) {
            Thread.sleep(100);
            answer = get(path);
        }
        return answer;
    }

    private HttpResponse<String> send(HttpRequest request) throws Exception {
        return browser.send(request, BodyHandlers.ofString());
    }

    /** The fields of the page's form as a browser would send them. */
    private static Map<String, String> form(String html) {
        Map<String, String> form = new LinkedHashMap<>();
        Matcher inputs = Pattern.compile("<input[^>]*>").matcher(html);
        while (inputs.find()) {
            Matcher name = Pattern.compile(" name=\"([^\"]*)\"").matcher(inputs.group());
            Matcher value = Pattern.compile(" value=\"([^\"]*)\"").matcher(inputs.group());
            if (name.find() && !Set.of("lang", "theme").contains(name.group(1))) {
                form.put(name.group(1), value.find() ? value.group(1) : "");
            }
        }
        return form;
    }
}
