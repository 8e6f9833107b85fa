package dev.tilab.browser;

import static org.junit.jupiter.api.Assertions.fail;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * One Chromium a thread for all the browser's stories: the machine's own, else one that Playwright can install. Where there is neither,
 * the stories are skipped and say so; with {@code CI=true} that is a failure, so that a gate never turns green without them.
 */
final class Chromium {

    private static final List<String> USUAL_PLACES = List.of(
            "/usr/bin/chromium",
            "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome",
            "/usr/bin/google-chrome-stable",
            "/snap/bin/chromium",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
            "/Applications/Chromium.app/Contents/MacOS/Chromium",
            "C:/Program Files/Google/Chrome/Application/chrome.exe",
            "C:/Program Files (x86)/Google/Chrome/Application/chrome.exe",
            "C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe");

    /** Without these, a sandboxed root cannot start it and it calls its maker's hosts at every start. */
    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    /** One a thread: Playwright answers only the thread that started it. */
    private static final ThreadLocal<Browser> BROWSER = new ThreadLocal<>();

    private static String missing;

    private Chromium() {}

    /** The browser of this thread. */
    static Browser get() {
        if (BROWSER.get() == null) {
            start();
        }
        if (BROWSER.get() == null) {
            String loud = "\n*** NO CHROMIUM: the browser's stories did not run. " + missing
                    + "\n*** Install Chromium or Chrome, or name one in TILAB_CHROMIUM.\n";
            System.err.println(loud);
            if ("true".equals(System.getenv("CI"))) {
                fail(loud);
            }
            Assumptions.abort(loud);
        }
        return BROWSER.get();
    }

    private static synchronized void start() {
        if (missing != null) {
            return;
        }
        Optional<Path> own = found();
        if (own.isEmpty() && !installed()) {
            missing = "None was found and none could be installed.";
            return;
        }
        try {
            BrowserType.LaunchOptions options = new BrowserType.LaunchOptions().setArgs(ARGUMENTS);
            own.ifPresent(options::setExecutablePath);
            // One was found, or has just been installed: Playwright would fetch all that it knows at its start.
            Map<String, String> noMore = Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
            Playwright playwright = Playwright.create(new Playwright.CreateOptions().setEnv(noMore));
            BROWSER.set(playwright.chromium().launch(options));
            Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
        } catch (PlaywrightException broken) {
            missing = "It could not be started: " + broken.getMessage();
        }
    }

    private static Optional<Path> found() {
        return Stream.concat(Stream.ofNullable(System.getenv("TILAB_CHROMIUM")), USUAL_PLACES.stream())
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static boolean installed() {
        try {
            ProcessBuilder install = new ProcessBuilder(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-cp",
                    System.getProperty("java.class.path"),
                    "com.microsoft.playwright.CLI",
                    "install",
                    "chromium");
            install.environment().remove("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD");
            Process process = install.inheritIO().start();
            if (!process.waitFor(3, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                return false;
            }
            return process.exitValue() == 0;
        } catch (IOException impossible) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
