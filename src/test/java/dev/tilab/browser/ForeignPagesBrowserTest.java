package dev.tilab.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Cookies know no ports: every program that somebody develops on this host can set ours. */
class ForeignPagesBrowserTest extends BrowserStory {

    private static final String DAY = "# TIL Template\n\n## 날짜: DATE\n\n### 오늘의 회고\n- 어려웠다.\n";

    private HttpServer foreign;

    @AfterEach
    void stop() {
        if (foreign != null) {
            foreign.stop(0);
        }
    }

    /** The token that a form carries is the cookie under a mask; with a mask of zeros anybody can write one. */
    @Test
    void aPageOnAnotherPortThatSetsTheCookieAndPostsAFormWritesNothing() throws IOException {
        given("2025-03-06", DAY);
        byte[] before = fileOf("2025-03-06");
        Page page = person();
        page.navigate("/journal/2025-03-06");
        serve("""
                <!doctype html><title>foreign</title><script>
                const token = 'a'.repeat(36), masked = btoa('\\0'.repeat(36) + token);
                for (const name of ['XSRF-TOKEN', 'tilab-csrf']) document.cookie = `${name}=${token}; path=/`;
                const form = document.body.appendChild(document.createElement('form'));
                form.method = 'post';
                form.action = '%s';
                for (const [name, value] of [['_csrf', masked], ['date', '2025-03-06'], ['version', '1'], ['retrospective', 'foreign']]) {
                  const field = form.appendChild(document.createElement('input'));
                  Object.assign(field, { name, value });
                }
                form.submit();
                </script>""".formatted(address("/journal/2025-03-06")).replace("<script>", "<body><script>"));

        page.navigate(foreignAddress());
        page.waitForURL(address("/journal/2025-03-06"));

        assertThat(page.locator("main")).containsText("403");
        assertThat(page.context().cookies().stream().map(cookie -> cookie.name)).contains("XSRF-TOKEN");
        assertThat(fileOf("2025-03-06")).isEqualTo(before);
    }

    /** Autosave, and the form after it, ended in 403 until the page was opened anew. */
    @Test
    void aForeignProgramThatSetsACookieOfOurNameStopsNobodyFromWriting() {
        given("2025-03-06", DAY);
        Page page = person();
        page.navigate("/journal/2025-03-06/edit");
        page.context().clearCookies();
        page.context().addCookies(List.of(new Cookie("tilab-csrf", "set-by-somebody-else").setUrl(address("/"))));

        retrospective(page).fill("- 그래도 저장된다.");
        assertThat(page.locator(".saved")).hasAttribute("data-state", "saved");
        retrospective(page).fill("- 그래도 보내진다.");
        done(page);

        assertThat(page).hasURL(Pattern.compile("/journal/2025-03-06$"));
        assertThat(page.locator("main")).containsText("그래도 보내진다.");
        expectNoComplaints();
    }

    /** What a browser of 2019 sends: neither Sec-Fetch-Site nor Origin. */
    @Test
    void anOldBrowserWithAStaleTokenSendsTheSamePageOnceMore() throws IOException {
        given("2025-03-06", DAY);
        try (OldBrowsersLine line = new OldBrowsersLine(address("/"))) {
            Page page = person(options().setJavaScriptEnabled(false));
            page.navigate(line.address("/journal/2025-03-06/edit"));
            page.context().clearCookies();
            retrospective(page).fill("- 두 번째\n- <b>줄</b>도 그대로");
            done(page);

            assertThat(page.locator("h1")).hasText("한 번 더 보내 주세요");
            page.locator("details summary").click();
            assertThat(page.locator("main")).containsText("<b>줄</b>도 그대로");
            page.locator("main button").click();

            assertThat(page).hasURL(Pattern.compile("/journal/2025-03-06$"));
            assertThat(new String(fileOf("2025-03-06"), StandardCharsets.UTF_8)).contains("두 번째\n- <b>줄</b>도 그대로");
        }
    }

    @Test
    void anOldBrowsersPageFetchesAStaleTokenAnewByItself() throws IOException {
        given("2025-03-06", DAY);
        try (OldBrowsersLine line = new OldBrowsersLine(address("/"))) {
            Page page = person();
            page.navigate(line.address("/journal/2025-03-06/edit"));
            page.context().clearCookies();
            retrospective(page).fill("- 혼자 저장된다.");
            assertThat(page.locator(".saved")).hasAttribute("data-state", "saved");

            assertThat(new String(fileOf("2025-03-06"), StandardCharsets.UTF_8)).contains("혼자 저장된다.");
        }
    }

    private void serve(String html) throws IOException {
        foreign = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        foreign.createContext("/", exchange -> {
            byte[] bytes = html.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/html;charset=UTF-8");
            exchange.sendResponseHeaders(200, bytes.length);
            try (exchange) {
                exchange.getResponseBody().write(bytes);
            }
        });
        foreign.start();
    }

    private String foreignAddress() {
        return "http://localhost:" + foreign.getAddress().getPort() + "/";
    }

    private static Locator retrospective(Page page) {
        return page.locator("[id='retrospective']");
    }

    private static void done(Page page) {
        page.locator("button[name=action][value=save]").first().click();
    }
}
