package dev.tilab.support;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tilab.TilabApplication;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whatever stands in a request, a caller's mistake is never told as ours; byte by byte, as no client library would send it. */
@SpringBootTest(classes = TilabApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ExtendWith(OutputCaptureExtension.class)
class OddRequestsTest {

    private static final List<String> PATHS = List.of(
            "/",
            "/journal",
            "/journal/2025-03-06",
            "/journal/preview",
            "/journal/import",
            "/api/v1/entries",
            "/api/v1/entries/2025-03-06",
            "/api/v1/labs",
            "/actuator/health",
            "/actuator/health/x",
            "/css/base.css",
            "/img/mark.svg",
            "/preferences",
            "/error",
            "/nothing",
            "/%zz",
            "/journal/%C2%85",
            "/?date=%FF");

    private static final List<String> HEADERS = List.of(
            "If-Match",
            "If-None-Match",
            "If-Modified-Since",
            "If-Range",
            "Range",
            "Accept",
            "Accept-Language",
            "Accept-Charset",
            "Content-Type",
            "Content-Disposition",
            "Origin",
            "Referer",
            "Cookie",
            "Host",
            "Forwarded",
            "X-Forwarded-Host",
            "Content-Length",
            "Transfer-Encoding",
            "Access-Control-Request-Method");

    private static final List<String> VALUES = List.of(
            "",
            ",",
            ",".repeat(3000),
            "\u0085",
            "\"\u0085\"",
            "\u0080\u00ff",
            "*",
            "*/*",
            "*/json",
            "text/",
            "/html",
            ";",
            "text/html;q=2",
            "text/html;q=NaN",
            "a/b;x=y,".repeat(400),
            "text/html;charset=nope",
            "application/json;charset=x-JISAutoDetect",
            "text/markdown;charset=../x",
            "application/x-www-form-urlencoded",
            "application/x-www-form-urlencoded;charset=nope",
            "multipart/form-data",
            "multipart/form-data;boundary=",
            "multipart/form-data;boundary=\"\u0085\"",
            "multipart/form-data;boundary=x;charset=nope",
            "bytes=9-1",
            "bytes=" + "0-1,".repeat(900),
            "bytes=99999999999999999999-",
            "attachment; filename*=nope''a",
            "attachment; filename=\"=?nope?B?a?=\"",
            "http://[::1",
            "http://%zz",
            "tilab-lang=%;tilab-theme=\u0085",
            "a=b;".repeat(500),
            "ko,".repeat(500),
            "zz-ZZ-u-" + "x".repeat(90),
            "ko;q=x",
            "-1",
            "99999999999999999999",
            "chunked, chunked",
            "Thu, 99 Jan 1970",
            "[::1]:x");

    private static final List<String> METHODS =
            List.of("GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "get");

    private static final List<String> BODIES = List.of(
            "",
            "{",
            "[]",
            "null",
            "\u00ff",
            "date=%ff",
            "date=%",
            "date=%zz&%=\u0000",
            "topics[999999999].title=x",
            "topics[-1].title=x",
            "topics=x",
            "--x\r\n\r\n\r\n--x--",
            "[".repeat(3000),
            "zz\r\n");

    @TempDir
    private static Path data;

    @Autowired
    private List<RequestMappingInfoHandlerMapping> mappings;

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void dataFolder(DynamicPropertyRegistry properties) {
        properties.add("tilab.data-dir", data::toString);
    }

    /** A C1 byte in If-Match and commas in Accept of the health check were 500. */
    @Test
    void theTwoThatWereFoundFirstAreTheCallersMistake() throws Exception {
        assertThat(status("PUT", "/api/v1/entries/2025-03-06", "If-Match: \"\u0085\"\r\n", "{}"))
                .isEqualTo("400");
        assertThat(status("GET", "/actuator/health", "Accept: " + ",".repeat(3000) + "\r\n", ""))
                .isEqualTo("400");
        assertThat(status("GET", "/actuator/health", "Accept: ,\r\n", "")).isEqualTo("400");
        assertThat(status("GET", "/actuator/health", "Accept: application/json\r\n", ""))
                .isEqualTo("200");
    }

    /** A form that cannot be read was 500, at whatever address, when it came by another method than POST. */
    @Test
    void aFormThatCannotBeReadIsTheCallersMistake() throws Exception {
        for (String method : METHODS) {
            for (String path : PATHS) {
                String form = "Content-Type: application/x-www-form-urlencoded\r\nSec-Fetch-Site: same-origin\r\n";
                assertThat(status(method, path, form, "date=%zz"))
                        .as(method + " " + path)
                        .doesNotStartWith("5");
            }
        }
    }

    @Test
    void noHeaderMakesTheServerFail() throws Exception {
        List<String> failed = new ArrayList<>();
        for (String header : HEADERS) {
            for (String value : VALUES) {
                String line = header + ": " + value + "\r\n";
                note(failed, "GET", "/actuator/health", line, "");
                note(failed, "GET", "/img/mark.svg", line, "");
                note(failed, "PUT", "/api/v1/entries/2025-03-06", line, "{}");
            }
        }
        assertThat(failed).isEmpty();
    }

    @Test
    void noMixtureOfThemMakesTheServerFail() throws Exception {
        Random random = new Random(8);
        List<String> failed = new ArrayList<>();
        for (int i = 0; i < 1500; i++) {
            StringBuilder lines = new StringBuilder();
            for (int n = random.nextInt(3); n >= 0; n--) {
                lines.append(any(HEADERS, random))
                        .append(": ")
                        .append(any(VALUES, random))
                        .append("\r\n");
            }
            note(failed, any(METHODS, random), any(PATHS, random), lines.toString(), any(BODIES, random));
        }
        assertThat(failed).isEmpty();
    }

    /** A list that ignored {@code ?mnth=2025-03} showed another month than was asked for, without a word. */
    @Test
    void noListIgnoresAParameterThatItDoesNotKnow() throws Exception {
        List<String> walked = new ArrayList<>();
        for (RequestMappingInfoHandlerMapping mapping : mappings) {
            for (var one : mapping.getHandlerMethods().entrySet()) {
                boolean reads = one.getKey().getMethodsCondition().getMethods().contains(RequestMethod.GET);
                boolean ours = one.getValue().getBeanType().getPackageName().startsWith("dev.tilab");
                for (String pattern : reads && ours ? one.getKey().getPatternValues() : List.<String>of()) {
                    String path = pattern.replace("{date}", "2025-03-06").replace("{lab}", "load-balancing");
                    if (path.equals("/")
                            || path.endsWith("2025-03-06")
                            || path.contains("{")
                            || path.endsWith("/step")) {
                        continue; // the first page and those of one thing, which other sites append to
                    }
                    walked.add(path);
                    HttpResponse<String> answer = ask("GET", path + "?no-such=x&month=2025-03", "", null);
                    assertThat(answer.statusCode()).as(path).isEqualTo(400);
                    assertThat(answer.body()).as(path).contains("no-such");
                }
            }
        }
        assertThat(walked)
                .contains(
                        "/journal",
                        "/journal/trash",
                        "/journal/2025-03-06/versions",
                        "/journal/feed.atom",
                        "/search",
                        "/labs",
                        "/api/v1/entries",
                        "/api/v1/search",
                        "/api/v1/labs");
        assertThat(ask("GET", "/journal?mnth=2025-03&month=2025-03", "", null).body())
                .contains("mnth")
                .contains("month, trashed")
                .contains("href=\"/journal?month=2025-03\"");
        assertThat(ask("GET", "/journal/2025-03-06?utm_source=x", "", null).statusCode())
                .isEqualTo(404);
        assertThat(ask("GET", "/?utm_source=x", "", null).statusCode()).isEqualTo(200);
    }

    /** Tomcat stops reading at so many parts; what a day may hold has nothing to do with it. */
    @Test
    void anImportOfTooManyFilesIsToldWhatAnImportMayHave() throws Exception {
        String part = "--x\r\nContent-Disposition: form-data; name=\"files\"; filename=\"a.md\"\r\n\r\na\r\n";
        String form = part.repeat(5_200) + "--x--\r\n";
        HttpResponse<String> answer = ask("POST", "/api/v1/imports", form, "multipart/form-data; boundary=x");
        assertThat(answer.statusCode()).isEqualTo(413);
        JsonNode row =
                JsonMapper.shared().readTree(answer.body()).path("errors").path(0);
        assertThat(row.path("allowed").path("max").asLong()).isEqualTo(67_108_864);
        assertThat(row.path("message").asString()).contains("5,000");
        assertThat(ask("POST", "/journal/import", form, "multipart/form-data; boundary=x")
                        .body())
                .contains("5,000");
    }

    /** Whoever reads {@code errors} of one refusal reads them of all: which field, what it had, what is allowed. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            GET    | /api/v1/nothing                      |                  |         | 404 | path         |
            GET    | /api/v1/entries/2025-03-06           |                  |         | 404 | date         |
            GET    | /api/v1/entries/morgen               |                  |         | 400 | date         | example
            GET    | /api/v1/entries?seite=1              |                  |         | 400 | seite        | page
            GET    | /api/v1/labs?seite=1                 |                  |         | 400 | seite        | options
            GET    | /api/v1/labs/nothing/run             |                  |         | 404 | lab          | load-balancing
            GET    | /api/v1/labs/load-balancing/run?x=1  |                  |         | 400 | x            | options
            GET    | /api/v1/search?q=%00%ff              |                  |         | 400 |              |
            GET    | /api/v1/search?q=*                   |                  |         | 400 | q            |
            POST   | /api/v1/labs                         |                  |         | 405 | method       | GET
            POST   | /api/v1/openapi                      |                  |         | 405 | method       | GET
            DELETE | /api/v1/search                       |                  |         | 405 | method       | GET
            PATCH  | /api/v1/entries/2025-03-06           |                  |         | 405 | method       | PUT
            GET    | /api/v1/imports                      |                  |         | 405 | method       | POST
            POST   | /api/v1/entries                      | application/xml  | <a/>    | 415 | Content-Type | text/markdown
            POST   | /api/v1/imports                      | application/json | {}      | 415 | Content-Type | multipart/form-data
            POST   | /api/v1/entries                      | application/json | {       | 400 |              |
            PUT    | /api/v1/entries/2025-03-06           | text/markdown    | NUL     | 400 |              | line
            PUT    | /api/v1/entries/2025-03-06           | text/markdown    | 2300000 | 413 |              | max
            PUT    | /api/v1/entries/2025-03-06           | text/markdown    | 4300000 | 413 |              | max
            DELETE | /api/v1/entries/2025-03-06/trash     |                  |         | 404 | date         |
            """)
    void everyRefusalOfTheApiHasOneShape(
            String method, String path, String type, String body, int status, String field, String allowed)
            throws Exception {
        String sent = body == null ? "" : body.matches("\\d+") ? "x".repeat(Integer.parseInt(body)) : body;
        HttpResponse<String> answer = ask(method, path, sent.equals("NUL") ? "a\0b" : sent, type);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        JsonNode row =
                JsonMapper.shared().readTree(answer.body()).path("errors").path(0);
        assertThat(row.path("field").asString("-")).isEqualTo(field == null ? "" : field);
        assertThat(row.has("value")).isTrue();
        assertThat(row.path("code").asString("")).isNotEmpty();
        assertThat(row.path("message").asString("")).isNotEmpty().doesNotContain("{0}");
        assertThat(row.path("allowed").toString()).contains(allowed == null ? "" : allowed);
    }

    private HttpResponse<String> ask(String method, String path, String body, String type) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        if (type != null) {
            request.header("Content-Type", type);
        }
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** Each was an error of 190 lines in the log. */
    @Test
    void aCallerWhoHangsUpIsNoError(CapturedOutput output) throws Exception {
        for (int i = 0; i < 5; i++) {
            hangUp(request("GET", "/api/v1/labs", "", ""));
            hangUp(request("GET", "/labs/failover", "", ""));
            hangUp(request("GET", "/api/v1/labs/load-balancing/timeline?rate=500&duration=60s", "", ""));
            hangUp(request(
                    "POST",
                    "/journal",
                    "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 99\r\n",
                    "a"));
            hangUp(request("POST", "/api/v1/entries", "Content-Type: application/json\r\nContent-Length: 99\r\n", "{"));
            hangUp(request("POST", "/journal", "Transfer-Encoding: chunked\r\n", "5\r\nab"));
        }
        // What hung up is behind us as soon as as many answers as there are threads have been given.
        for (int i = 0; i < 250; i++) {
            assertThat(status("GET", "/actuator/health", "", "")).isEqualTo("200");
        }
        assertThat(output.getAll()).doesNotContain(" ERROR ").doesNotContain("Broken pipe");
    }

    private void note(List<String> failed, String method, String path, String lines, String body) throws IOException {
        String status = status(method, path, lines, body);
        if (status.startsWith("5") && !status.equals("501")) { // 501 is Tomcat's for a coding that it does not know
            failed.add(status + " " + method + " " + path + " " + lines);
        }
    }

    private String status(String method, String path, String lines, String body) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request(method, path, lines, body));
            socket.shutdownOutput();
            String answer = new String(socket.getInputStream().readNBytes(12), StandardCharsets.ISO_8859_1);
            return answer.length() < 12 ? "" : answer.substring(9, 12);
        } catch (java.net.SocketException closed) {
            return ""; // the server may close while we still send
        }
    }

    private byte[] request(String method, String path, String lines, String body) {
        boolean hosted = lines.contains("Host:") && !lines.contains("X-Forwarded-Host:");
        boolean sized = lines.contains("Content-Length:") || lines.contains("Transfer-Encoding:");
        String text = method + " " + path + " HTTP/1.1\r\n"
                + (hosted ? "" : "Host: localhost:" + port + "\r\n")
                + "Connection: close\r\n"
                + (sized ? "" : "Content-Length: " + body.length() + "\r\n")
                + lines + "\r\n" + body;
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private void hangUp(byte[] request) throws IOException {
        try (Socket socket = new Socket()) {
            socket.setReceiveBufferSize(2048);
            socket.connect(new java.net.InetSocketAddress("127.0.0.1", port));
            socket.getOutputStream().write(request);
            socket.setSoLinger(true, 0); // a reset, as of a browser that was closed
        }
    }

    private static String any(List<String> of, Random random) {
        return of.get(random.nextInt(of.size()));
    }
}
