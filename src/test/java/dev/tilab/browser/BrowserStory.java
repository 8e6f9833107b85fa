package dev.tilab.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import dev.tilab.Disk;
import dev.tilab.labs.Labs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** What every story in a real browser shares: the application on a free port with an empty journal, and pages that may not complain. */
@Tag("slow")
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import(Disk.class)
abstract class BrowserStory {

    private static final Path DATA = temporaryFolder();

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcTemplate jdbc;

    private final List<BrowserContext> contexts = new CopyOnWriteArrayList<>();
    private final List<String> complaints = new CopyOnWriteArrayList<>();

    @DynamicPropertySource
    static void ownData(DynamicPropertyRegistry registry) {
        registry.add("tilab.data-dir", DATA::toString);
    }

    /** A page that was closed while it saved may save still: what it brings meanwhile goes with the next try. */
    @BeforeEach
    void emptyJournal() {
        await().ignoreExceptionsInstanceOf(DataIntegrityViolationException.class)
                .until(() -> {
                    for (String table : List.of("topic", "entry", "revision", "erased")) {
                        jdbc.update("delete from " + table);
                    }
                    return true;
                });
    }

    @AfterEach
    void closePages() {
        Disk.mend();
        contexts.forEach(BrowserContext::close);
        contexts.clear();
    }

    /** Where a page lies, said in full. */
    String address(String path) {
        return "http://localhost:" + port + path;
    }

    /**
     * A person with a browser of their own: cookies and storage are not shared with anybody. Has been led into every lab before,
     * and asked to see all of its stage.
     */
    Page person() {
        return person(options());
    }

    Page person(Browser.NewContextOptions options) {
        Page page = newcomer(options);
        page.context()
                .addCookies(Labs.all().stream()
                        .map(lab -> new Cookie("tilab-story-" + lab.id(), "seen").setUrl(address("/labs")))
                        .toList());
        page.context().addCookies(List.of(new Cookie("tilab-stage", "all").setUrl(address("/labs"))));
        return page;
    }

    /** A person who opens everything for the first time. */
    Page newcomer(Browser.NewContextOptions options) {
        BrowserContext context = Chromium.get().newContext(options.setBaseURL(address("")));
        context.setDefaultTimeout(15_000);
        contexts.add(context);
        Page page = context.newPage();
        page.onPageError(complaints::add);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().contains("the server responded with a status of 4")) {
                complaints.add(message.text());
            }
        });
        return page;
    }

    Browser.NewContextOptions options() {
        return new Browser.NewContextOptions()
                .setLocale("ko-KR")
                .setColorScheme(ColorScheme.LIGHT)
                .setViewportSize(1440, 900);
    }

    /** A day that is in the journal already, brought in as a program would. */
    void given(String date, String markdown) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address("/api/v1/entries")))
                .header("Content-Type", "text/markdown;charset=UTF-8")
                .POST(BodyPublishers.ofString(markdown.replace("DATE", date)))
                .build();
        HttpResponse<String> answer = send(request, BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    }

    /** The file of a day, as it would be downloaded. */
    byte[] fileOf(String date) {
        return send(
                        HttpRequest.newBuilder(URI.create(address("/journal/" + date + "/raw")))
                                .build(),
                        BodyHandlers.ofByteArray())
                .body();
    }

    /** How many days the journal has. */
    long count() {
        return jdbc.queryForObject("select count(*) from entry", Long.class);
    }

    private static <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
        try {
            return HttpClient.newHttpClient().send(request, handler);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** A blocked inline script or a module that failed to load shows itself in the console only. */
    void expectNoComplaints() {
        assertThat(complaints).isEmpty();
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("tilab-browser");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
