package dev.tilab.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.ReducedMotion;
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
        assertThat(page.locator(".ask .on").textContent()).contains("짧아진다");

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
