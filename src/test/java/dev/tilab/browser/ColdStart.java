package dev.tilab.browser;

import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How long somebody who has never been here waits for the first picture of a lab: a fresh browser context on an emulated line
 * whose round trip takes 40 ms and that carries 10 Mbit/s. The time runs from the question for the page to the frame after the
 * first stroke on a canvas; requests and bytes, headers and all, are counted until the page says that it is loaded, and until the line
 * has been quiet for half a second, with what a page fetches late.
 * Run by hand against a running TILab, on an idle machine: {@code java -cp … dev.tilab.browser.ColdStart http://localhost:8080}.
 */
final class ColdStart {

    private static final int TIMES = 5;

    private static final List<String> PAGES = List.of(
            "/labs/load-balancing?story=1",
            "/labs/failover?story=1",
            "/labs/auto-scaling?story=1",
            "/labs/load-balancing?seed=11",
            "/labs/failover?seed=11",
            "/labs/auto-scaling?seed=11",
            "/labs",
            "/");

    /** Notes when the page first shows a picture, how its height changes until then and after, and what moved by itself. */
    private static final String WATCH = """
            window.cold = { picture: 0, shift: 0, heights: [] };
            const drawing = CanvasRenderingContext2D.prototype;
            for (const name of ['fill', 'stroke', 'fillRect', 'drawImage']) {
              const own = drawing[name];
              drawing[name] = function (...values) {
                if (!cold.picture && this.canvas.isConnected) {
                  cold.picture = -1;
                  requestAnimationFrame(() => { cold.picture = performance.now(); });
                }
                return own.apply(this, values);
              };
            }
            new PerformanceObserver(list => { for (const each of list.getEntries()) cold.shift += each.value; })
              .observe({ type: 'layout-shift', buffered: true });
            addEventListener('DOMContentLoaded', () => {
              const look = () => {
                const height = document.documentElement.scrollHeight;
                if (cold.heights.at(-1) !== height) cold.heights.push(height);
                requestAnimationFrame(look);
              };
              look();
            });""";

    private ColdStart() {}

    public static void main(String[] arguments) {
        for (String page : PAGES) {
            List<Visit> visits = new ArrayList<>();
            for (int time = 0; time < TIMES; time++) {
                visits.add(visit(arguments[0] + page));
            }
            Visit last = visits.get(TIMES - 1);
            System.out.printf(
                    "%-30s paint %4d ms  picture %4d ms  loaded: %3d requests %4d KB  all: %3d requests %4d KB  moved %.3f  heights %s%n",
                    page,
                    median(visits.stream().map(Visit::paintMillis).toList()),
                    median(visits.stream().map(Visit::pictureMillis).toList()),
                    last.loaded.requests,
                    last.loaded.bytes / 1000,
                    last.all.requests,
                    last.all.bytes / 1000,
                    last.shift,
                    last.heights);
        }
        System.exit(0); // the browser's own threads wait for more
    }

    /**
     * @param paintMillis when the page first showed anything
     * @param pictureMillis when the first picture stood; 0 where there is none
     * @param shift how much moved by itself, as browsers count it
     * @param heights of the whole page, px, one after the other
     */
    private record Visit(
            long paintMillis, long pictureMillis, Fetched loaded, Fetched all, double shift, Object heights) {}

    private record Fetched(int requests, long bytes) {}

    private static Visit visit(String address) {
        try (BrowserContext context = Chromium.get().newContext()) {
            Page page = context.newPage();
            page.addInitScript(WATCH);
            AtomicInteger requests = new AtomicInteger();
            AtomicLong bytes = new AtomicLong();
            CDPSession line = context.newCDPSession(page);
            line.send("Network.enable");
            line.on("Network.responseReceived", each -> requests.incrementAndGet());
            line.on(
                    "Network.loadingFinished",
                    each -> bytes.addAndGet(each.get("encodedDataLength").getAsLong()));
            line.send("Network.emulateNetworkConditions", slowLine());
            page.navigate(address);
            Fetched loaded = new Fetched(requests.get(), bytes.get());
            page.waitForFunction("() => cold.picture > 0");
            page.waitForLoadState(LoadState.NETWORKIDLE);
            return new Visit(
                    number(page, "performance.getEntriesByName('first-contentful-paint')[0].startTime")
                            .longValue(),
                    number(page, "cold.picture").longValue(),
                    loaded,
                    new Fetched(requests.get(), bytes.get()),
                    number(page, "cold.shift").doubleValue(),
                    page.evaluate("() => cold.heights"));
        }
    }

    private static JsonObject slowLine() {
        JsonObject line = new JsonObject();
        line.addProperty("offline", false);
        line.addProperty("latency", 40);
        line.addProperty("downloadThroughput", 10_000_000 / 8);
        line.addProperty("uploadThroughput", 10_000_000 / 8);
        return line;
    }

    private static Number number(Page page, String expression) {
        return (Number) page.evaluate("() => " + expression);
    }

    private static long median(List<Long> values) {
        List<Long> sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        return sorted.get(sorted.size() / 2);
    }
}
