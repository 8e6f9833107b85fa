package dev.tilab.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.tilab.TilabApplication;
import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/**
 * Walks every address that anything answers, the health check's among them, with every method that changes something: a handler
 * that is added tomorrow is walked too.
 */
@SpringBootTest(classes = TilabApplication.class)
@AutoConfigureMockMvc
class EveryHandlerIsGuardedTest {

    private static final List<HttpMethod> UNSAFE =
            List.of(HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH, HttpMethod.DELETE);

    /** What a browser says of a page that is not ours; the last one is what it says of a framed or redirected one. */
    private static final List<Map.Entry<String, String>> FOREIGN = List.of(
            Map.entry("Sec-Fetch-Site", "cross-site"),
            Map.entry("Sec-Fetch-Site", "same-site"),
            Map.entry("Sec-Fetch-Site", "whatever-comes-next"),
            Map.entry("Origin", "https://evil.example"),
            Map.entry("Origin", "http://localhost:9999"),
            Map.entry("Origin", "https://localhost"),
            Map.entry("Origin", "null"));

    private static final List<Map.Entry<String, String>> OURS =
            List.of(Map.entry("Sec-Fetch-Site", "same-origin"), Map.entry("Origin", "http://localhost"));

    private static final String TOKEN = "a-token-that-somebody-else-has-set";

    @TempDir
    private static Path data;

    @Autowired
    private MockMvc mvc;

    @Autowired
    private JdbcTemplate database;

    @Autowired
    private List<RequestMappingInfoHandlerMapping> mappings;

    @DynamicPropertySource
    static void dataFolder(DynamicPropertyRegistry properties) {
        properties.add("tilab.data-dir", data::toString);
    }

    /** A day with an earlier version, and one in the trash: something to change, throw away and bring back. */
    @BeforeEach
    void someDays() throws Exception {
        for (String table : List.of("section_name", "settings", "topic", "entry", "revision", "erased")) {
            database.update("delete from " + table);
        }
        for (String day : List.of("2025-03-06", "2025-03-07")) {
            mvc.perform(post("/api/v1/entries")
                            .contentType(MediaType.parseMediaType("text/markdown;charset=UTF-8"))
                            .content("# TIL\n\n## 날짜: " + day + "\n\n### 오늘의 회고\n- 좋았다.\n"))
                    .andExpect(status().isCreated());
        }
        mvc.perform(request(HttpMethod.DELETE, "/api/v1/entries/2025-03-07").header("If-Match", "\"0\""))
                .andExpect(status().is2xxSuccessful());
    }

    @Test
    void nothingForeignChangesAnything() throws Exception {
        List<String> before = everything();
        List<String> letThrough = new ArrayList<>();
        for (String path : paths()) {
            for (HttpMethod method : UNSAFE) {
                for (Map.Entry<String, String> header : FOREIGN) {
                    // A page on another port of this host can make the browser send any cookie, and the token that
                    // belongs to it.
                    note(
                            letThrough,
                            method,
                            path,
                            header,
                            tossed(method, path).header(header.getKey(), header.getValue()));
                }
            }
        }
        assertThat(letThrough).isEmpty();
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void noFormOfAnUntoldSenderIsTakenWithoutItsToken() throws Exception {
        List<String> before = everything();
        List<String> letThrough = new ArrayList<>();
        for (String path : paths()) {
            for (HttpMethod method : UNSAFE) {
                if (!path.startsWith("/api/")) {
                    note(letThrough, method, path, Map.entry("no", "token"), filled(method, path));
                    note(
                            letThrough,
                            method,
                            path,
                            Map.entry("no", "cookie"),
                            filled(method, path).param("_csrf", masked(TOKEN)));
                }
            }
        }
        assertThat(letThrough).isEmpty();
        assertThat(everything()).isEqualTo(before);
    }

    /** Else the other two would be satisfied by a server that refuses everybody. */
    @Test
    void whatIsSentFromHereIsNotRefusedAnywhere() throws Exception {
        List<String> refused = new ArrayList<>();
        for (String path : paths()) {
            for (HttpMethod method : UNSAFE) {
                for (Map.Entry<String, String> header : OURS) {
                    if (statusOf(filled(method, path)
                                    .header("Host", "localhost")
                                    .header(header.getKey(), header.getValue()))
                            == 403) {
                        refused.add(method + " " + path + " " + header);
                    }
                }
                assertThat(statusOf(tossed(method, path)))
                        .as("the tossed token is a right one")
                        .isNotEqualTo(403);
            }
        }
        assertThat(refused).isEmpty();
        assertThat(everything()).as("something was written").anyMatch(row -> row.contains("written by the walk"));
    }

    private void note(
            List<String> letThrough,
            HttpMethod method,
            String path,
            Map.Entry<String, String> what,
            MockHttpServletRequestBuilder request)
            throws Exception {
        int status = statusOf(request);
        if (status != 403) {
            letThrough.add(status + " " + method + " " + path + " " + what);
        }
    }

    private int statusOf(MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request).andReturn().getResponse().getStatus();
    }

    /** Whatever a handler of ours would take: a form, or for the API a day. */
    private static MockHttpServletRequestBuilder filled(HttpMethod method, String path) {
        return path.startsWith("/api/")
                ? request(method, path)
                        .contentType(MediaType.parseMediaType("text/markdown;charset=UTF-8"))
                        .content("# TIL\n\n## 날짜: 2025-03-08\n\n### 오늘의 회고\n- written by the walk\n")
                : request(method, path)
                        .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                        .accept(MediaType.TEXT_HTML)
                        .param("date", "2025-03-09")
                        .param("retrospective", "- written by the walk");
    }

    private static MockHttpServletRequestBuilder tossed(HttpMethod method, String path) {
        return filled(method, path).cookie(new Cookie("tilab-csrf", TOKEN)).param("_csrf", masked(TOKEN));
    }

    /** As a form carries it: a mask, here of zeros, and the token under it. */
    private static String masked(String token) {
        byte[] bytes = new byte[2 * token.length()];
        System.arraycopy(token.getBytes(StandardCharsets.US_ASCII), 0, bytes, token.length(), token.length());
        return Base64.getUrlEncoder().encodeToString(bytes);
    }

    private Set<String> paths() {
        Set<String> paths = new TreeSet<>();
        for (RequestMappingInfoHandlerMapping mapping : mappings) {
            mapping.getHandlerMethods()
                    .keySet()
                    .forEach(info -> info.getPatternValues().forEach(pattern -> paths.add(filledIn(pattern))));
        }
        assertThat(paths)
                .as("the walk goes everywhere")
                .contains(
                        "/journal",
                        "/journal/2025-03-06/delete",
                        "/api/v1/entries/2025-03-06",
                        "/preferences",
                        "/actuator/health");
        // Nothing answers these, and what answers every address must not come before the guard.
        paths.addAll(List.of("/css/base.css", "/nothing-here"));
        return paths;
    }

    private String filledIn(String pattern) {
        Object revision = database.queryForObject("select max(id) from revision", Object.class);
        return pattern.replace("{date}", "2025-03-06")
                .replace("{id}", String.valueOf(revision))
                .replaceAll("\\{[^}]*}|\\*+", "x");
    }

    /** Every row of the journal, in words. */
    private List<String> everything() {
        return Stream.of("entry", "topic", "revision", "erased")
                .flatMap(table -> database.queryForList("select * from " + table).stream()
                        .map(row -> table + words(row))
                        .sorted())
                .toList();
    }

    private static String words(Map<String, Object> row) {
        return row.values().stream()
                .map(value -> value instanceof byte[] bytes
                        ? new String(bytes, StandardCharsets.UTF_8)
                        : String.valueOf(value))
                .toList()
                .toString();
    }
}
