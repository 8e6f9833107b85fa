package dev.tilab.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.WaitUntilState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody opens a lab for the first time, in a real browser. */
class DoorBrowserTest extends LabStory {

    private static final String LAB = "/labs/load-balancing";

    /**
     * A module that the page does not name costs a round trip more; one that it names in vain is fetched for nobody; and a run
     * that its first module asks for in other words than the page is computed twice.
     */
    @ParameterizedTest
    @ValueSource(strings = {"load-balancing", "failover", "auto-scaling"})
    void fetchesWhatThePageNamesAndItsRunOnce(String lab) {
        for (String address : lab.equals("failover") ? List.of("?story=1", "?seed=11") : List.of("?seed=11")) {
            Page page = newcomer(options().setReducedMotion(ReducedMotion.REDUCE));
            List<Object> modules = new ArrayList<>();
            List<String> runs = new ArrayList<>();
            page.onRequest(request -> {
                String url = request.url();
                if (url.endsWith(".js")) {
                    modules.add(url);
                } else if (url.contains("/api/") && !url.contains("/replications")) {
                    runs.add(url);
                }
            });
            page.navigate("/labs/" + lab + address);
            ready(page);
            page.waitForLoadState(LoadState.NETWORKIDLE);
            Object named = page.evaluate(
                    "() => [...new Set([...document.querySelectorAll('link[rel=modulepreload]')].map(e => e.href)"
                            + ".concat([...document.scripts].map(e => e.src)))]");
            assertThat(modules).as(lab + address).doesNotHaveDuplicates().hasSameElementsAs((List<?>) named);
            assertThat(runs)
                    .as(lab + address)
                    .hasSize(address.contains("story") ? 2 : 1)
                    .doesNotHaveDuplicates();
            page.context().close();
        }
    }

    /**
     * Three labs' code came before the page of today stood, the page collapsed by a thousand pixels when their pictures came, and
     * those cost 66 requests and 439 KB.
     */
    @Test
    void thePageOfTodayStandsBeforeAnyLabAndDoesNotMoveWhenItsPicturesLive() {
        Page page = newcomer(options().setViewportSize(1440, 900));
        List<String> asked = new ArrayList<>();
        List<Request> came = new ArrayList<>();
        page.onRequest(request -> asked.add(request.url()));
        page.onRequestFinished(came::add);
        page.addInitScript("document.addEventListener('DOMContentLoaded', () => {"
                + " window.stood = document.documentElement.scrollHeight; });");
        page.navigate("/", new Page.NavigateOptions().setWaitUntil(WaitUntilState.DOMCONTENTLOADED));
        List<String> first = List.copyOf(asked);
        assertThat(first).hasSizeLessThan(20).noneMatch(url -> url.contains("/js/labs/") || url.contains("/api/"));
        assertThat(page.locator(".alive .still").count()).isEqualTo(4);

        page.evaluate("() => document.querySelector('.labs').scrollIntoView()");
        page.locator(".alive.drawn .still").nth(3).waitFor();
        Object before = page.evaluate(PICTURES);
        page.waitForFunction("before => (" + PICTURES + ")().every((one, i) => one !== before[i])", before);
        page.waitForLoadState(LoadState.NETWORKIDLE);
        assertThat(asked).hasSizeLessThan(20).noneMatch(url -> url.contains("/js/labs/"));
        long bytes = came.stream()
                .map(Request::sizes)
                .mapToLong(sizes -> sizes.responseHeadersSize + sizes.responseBodySize)
                .sum();
        assertThat(bytes).as("bytes of a cold visit").isLessThan(150 * 1024L);
        assertThat(page.evaluate("() => document.documentElement.scrollHeight"))
                .isEqualTo(page.evaluate("() => stood"));
        page.locator(".alive").nth(1).click();
        page.waitForURL("**/labs/failover?story=1");
    }

    /** Every step waits where it must: for a press, for a guess, and at its end for its reader. */
    @Test
    void isLedThroughALabAndThenFindsTheInstrument() {
        Page page = newcomer(options().setReducedMotion(ReducedMotion.REDUCE));
        page.navigate(LAB);
        at(page, 1, 13);
        assertThat(page.url()).endsWith("?story=1");
        assertThat(page.locator("aside").isVisible()).isFalse();

        page.locator("#story-next").press("Enter");
        at(page, 2, 6);
        pressThird(page);
        at(page, 2, 26);
        assertThat(page.locator("#story").getAttribute("data-query")).endsWith("at=6s:slow:target-3:3.5");

        page.locator("#story-next").press("Enter");
        at(page, 3, 30);
        page.locator("#story-next").press("Enter");
        at(page, 4, 2);
        page.locator(".ask label").first().click();
        at(page, 4, 30);
        page.locator(".ask .on").waitFor();
        assertThat(page.locator(".ask .say").textContent()).contains("27");
        assertThat(page.locator(".ask .on").textContent()).contains("더 짧다");

        page.goBack();
        at(page, 3, 30);
        assertThat(page.locator(".ask").count()).isZero();
        page.locator("[data-story='6']").click();
        at(page, 6, 10);
        assertThat(page.locator(".ask").count())
                .as("nothing to guess before something stops")
                .isZero();
        page.locator("#story-touch").click();
        page.locator(".ask label").nth(1).click();
        at(page, 6, 30);
        page.locator(".ask .on").waitFor();
        assertThat(page.locator(".ask .on").textContent()).contains("최소 연결");

        page.locator("#story-next").press("Enter");
        at(page, 7, 60);
        String seldom = page.locator("#story .sentence").textContent();
        page.locator("#story-drag").press("Home");
        page.waitForFunction("before => document.querySelector('#story .sentence').textContent !== before", seldom);
        assertThat(page.locator("#story output").textContent()).isEqualTo("5s");

        page.locator("#story-next").click();
        ready(page);
        assertThat(page.url()).contains(LAB + "?strategies=");
        assertThat(page.locator("aside").isVisible()).isTrue();
        page.navigate(LAB);
        ready(page);
        assertThat(page.url()).as("a later visit").contains(LAB + "?strategies=");
        page.locator("#guided").click();
        at(page, 1, 13);
    }

    /** Guards against a stage, a question or a "next" that lies below the window of a phone or a laptop. */
    @Test
    void sentenceStageQuestionAndTransportStandInOneWindow() {
        for (int[] size : new int[][] {{1440, 900}, {1024, 768}, {390, 844}}) {
            Page page =
                    newcomer(options().setReducedMotion(ReducedMotion.REDUCE).setViewportSize(size[0], size[1]));
            page.navigate(LAB + "?story=4");
            at(page, 4, 2);
            double under = ((Number)
                            page.evaluate("() => Math.max(...['#story', '#stage', '.ask', '.transport'].map(each =>"
                                    + " document.querySelector(each).getBoundingClientRect().bottom))"))
                    .doubleValue();
            assertThat(under).as("%d × %d", size[0], size[1]).isLessThanOrEqualTo(size[1]);
        }
    }

    /** Guards against a cockpit for newcomers, and against a wish that has to be told to every page anew. */
    @Test
    void findsTwoLanesOnTheStageAndAllOfThemAfterAskingOnce() {
        Page page = newcomer(options().setReducedMotion(ReducedMotion.REDUCE));
        page.navigate(LAB + "?seed=11");
        ready(page);
        assertThat(page.locator("#result tbody tr").count()).isEqualTo(3);
        assertThat(lanesOfWhy(page)).isEqualTo(2);
        String run = page.url().replaceAll("#.*", "");

        page.locator("#more").click();
        assertThat(lanesOfWhy(page)).isEqualTo(3);
        assertThat(page.locator("#more").getAttribute("aria-pressed")).isEqualTo("true");
        assertThat(page.url().replaceAll("#.*", "")).isEqualTo(run);
        page.navigate("/labs/failover?seed=11");
        ready(page);
        assertThat(lanesOfWhy(page)).isEqualTo(3);
        page.locator("#more").click();
        page.reload();
        ready(page);
        assertThat(lanesOfWhy(page)).isEqualTo(2);
        expectNoComplaints();
    }

    /** Of the lanes that the stage shows, and of no other, stands below it why something happened. */
    private static long lanesOfWhy(Page page) {
        page.evaluate(PAINTED);
        return page.locator("#why > li").all().stream()
                .filter(Locator::isVisible)
                .count();
    }

    /**
     * Guards against a page that jumps under its reader's eyes when the picture arrives, which here comes after everything else
     * was painted: nothing moves by itself but by a hair.
     */
    @ParameterizedTest
    @ValueSource(strings = {"load-balancing", "failover", "auto-scaling"})
    void nothingJumpsWhenThePictureArrives(String lab) {
        for (int[] size : new int[][] {{1440, 900}, {390, 844}}) {
            Page page = newcomer(options().setViewportSize(size[0], size[1]));
            page.context().addCookies(List.of(new Cookie("tilab-story-" + lab, "seen").setUrl(address("/labs"))));
            page.addInitScript(
                    "window.moved = 0; new PerformanceObserver(list => { for (const each of list.getEntries())"
                            + " if (!each.hadRecentInput) window.moved += each.value; }).observe({ type: 'layout-shift', buffered: true });");
            List<Route> held = new ArrayList<>();
            page.route("**/timeline?*", held::add);
            for (String view : size[0] < 720 ? List.of("", "?story=4") : List.of("")) {
                page.navigate("/labs/" + lab + view);
                page.evaluate(PAINTED);
                held.forEach(Route::resume);
                held.clear();
                ready(page);
                page.evaluate(PAINTED);
                page.evaluate(PAINTED);
                assertThat(((Number) page.evaluate("() => window.moved")).doubleValue())
                        .as("%s at %d px", view, size[0])
                        .isLessThan(0.02);
            }
        }
    }

    /** Guards against keys, links and fields that a finger misses: every one of a lab's page is 40 px wide and high. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/labs/load-balancing?seed=11",
                "/labs/failover?seed=11",
                "/labs/auto-scaling?seed=7",
                LAB + "?story=7"
            })
    void aFingerHitsWhatItMeans(String address) {
        Page page = person(options().setReducedMotion(ReducedMotion.REDUCE).setViewportSize(390, 844));
        page.navigate(address);
        ready(page);
        assertThat((List<?>) page.evaluate(SMALL)).isEmpty();
    }

    /** Guards against a transport that hides the stage: with the question open, the last lane can be seen whole above it. */
    @Test
    void thePhonesTransportHidesNoLane() {
        Page page = person(options().setReducedMotion(ReducedMotion.REDUCE));
        for (String lab : List.of("load-balancing", "failover", "auto-scaling")) {
            page.navigate("/labs/" + lab);
            ready(page);
            for (int[] size : new int[][] {{390, 844}, {360, 640}}) {
                page.setViewportSize(size[0], size[1]);
                page.evaluate(PAINTED);
                assertThat(page.locator("#claims").isVisible()).isTrue();
                double lane = number(page, lab, "L => L.laneH");
                page.evaluate(
                        "() => { const bottom = name => document.querySelector(name).getBoundingClientRect().bottom;"
                                + " scrollBy(0, bottom('.frame') - document.querySelector('.dock').getBoundingClientRect().top); }");
                double seen = ((Number)
                                page.evaluate(
                                        "() => document.querySelector('.dock').getBoundingClientRect().top"
                                                + " - Math.max(0, document.querySelector('#stage').getBoundingClientRect().top)"))
                        .doubleValue();
                assertThat(seen).as("%s at %d px", lab, size[0]).isGreaterThanOrEqualTo(lane);
            }
        }
    }

    /** Guards against a heading that slips under its own buttons where there is room for either, as it did at 768. */
    @Test
    void theHeadingLiesUnderNothing() {
        Page page = person(options().setReducedMotion(ReducedMotion.REDUCE).setLocale("en"));
        page.navigate("/labs/failover");
        ready(page);
        for (int width : new int[] {360, 390, 600, 768, 836, 1024, 1440}) {
            page.setViewportSize(width, 900);
            assertThat((List<?>) page.evaluate(OVERLAPPING)).as("at %s", width).isEmpty();
        }
    }

    /** What the small pictures of the page of today show. */
    private static final String PICTURES =
            "() => [...document.querySelectorAll('.alive .still g')].map(each => each.innerHTML)";

    /** What stands in a lab's heading and lies on something else of it. */
    private static final String OVERLAPPING = """
            () => {
              const shown = [...document.querySelectorAll('.top > *, .edge > *')].map(each => [each, each.getBoundingClientRect()])
                .filter(([, { width, height }]) => width && height),
                ink = ([each, box]) => { const range = document.createRange(); range.selectNodeContents(each);
                  return each.matches('h1, p') ? range.getBoundingClientRect() : box; };
              return shown.flatMap((one, i) => shown.slice(i + 1).filter(other => {
                const a = ink(one), b = ink(other);
                return a.left < b.right && b.left < a.right && a.top + 8 < b.bottom && b.top + 8 < a.bottom;
              }).map(other => `${one[0].id || one[0].className} ${other[0].id || other[0].className}`));
            }""";

    private static final String PAINTED =
            "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 0))))";

    /** What can be pressed and is smaller than a finger. The button of a sign is for keys: a finger stays on the picture itself. */
    private static final String SMALL = """
            () => {
              for (const group of document.querySelectorAll('main details')) group.open = true;
              const pressed = 'main :is(a[href], button, input:not([type=hidden]), select, textarea, summary), .spine :is(a, button)';
              return [...document.querySelectorAll(pressed)].filter(each => each.checkVisibility({ visibilityProperty: true }))
                .map(each => [each, [each, ...(each.labels ?? [])].map(area => area.getBoundingClientRect())])
                .filter(([each, areas]) => !each.matches('.skip, .mark') && areas[0].width && !areas.some(({ width, height }) => width >= 40 && height >= 40))
                .map(([each, [area]]) => `${each.outerHTML.slice(0, 90)}: ${area.width} × ${area.height}`);
            }""";

    /** The step is on the stage, at the instant at which it waits. */
    private static void at(Page page, int step, int seconds) {
        page.waitForFunction(
                "([step, seconds]) => document.querySelector('#story')?.dataset.step == step"
                        + " && document.querySelector('lab-player').player?.tMicros === seconds * 1e6",
                List.of(step, seconds));
    }

    /** A press on the third of five things that stand one below the other, wherever the stage draws them. */
    private static void pressThird(Page page) {
        Object place = page.evaluate(
                "() => { const stage = document.querySelector('#stage'), box = stage.getBoundingClientRect();"
                        + " const over = (x, y) => { stage.dispatchEvent(new PointerEvent('pointermove',"
                        + " { clientX: box.left + x, clientY: box.top + y, bubbles: true })); return stage.classList.contains('over'); };"
                        + " for (let x = box.width - 4; x > 0; x -= 8) { const ys = [];"
                        + " for (let y = 1; y < box.height; y += 2) if (over(x, y)) ys.push(y);"
                        + " if (ys.length) return { x: x, y: (ys[0] + ys.at(-1)) / 2 }; } return null; }");
        Map<?, ?> point = (Map<?, ?>) place;
        page.locator("#stage")
                .click(new Locator.ClickOptions()
                        .setPosition(((Number) point.get("x")).doubleValue(), ((Number) point.get("y")).doubleValue()));
    }
}
