package dev.tilab.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;

/** What the browser's stories about labs share: somebody who prefers stillness, a stage that is ready, an instant to go to. */
abstract class LabStory extends BrowserStory {

    /** The picture at an instant, without the pictures before it: its pixels are a function of run and instant. */
    static final String PICTURE = "() => document.querySelector('#stage').toDataURL()";

    Page calm() {
        return person(options().setReducedMotion(ReducedMotion.REDUCE));
    }

    static void ready(Page page) {
        page.waitForFunction("() => document.querySelector('lab-player')?.scene");
    }

    /** Answers every question of the page in some way, so that it holds nothing back any more. */
    static void guess(Page page) {
        for (Locator claim : page.locator("#claims .ask").all()) {
            claim.locator("input").first().check(new Locator.CheckOptions().setForce(true));
        }
    }

    /** Goes to an instant as a person at the bar of time would, and waits until it is painted. */
    static void seek(Page page, double micros) {
        page.evaluate(
                "micros => { const seek = document.querySelector('[data-part=seek]'); seek.value = micros;"
                        + " seek.dispatchEvent(new Event('input', { bubbles: true })); }",
                micros);
        page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
    }

    /** A picture that depended on how one got there would lie after a rewind. */
    static void rewinds(Page page, double micros, double later) {
        ready(page);
        seek(page, micros);
        Object first = page.evaluate(PICTURE);
        seek(page, later);
        assertThat(page.evaluate(PICTURE)).isNotEqualTo(first);
        seek(page, micros);
        assertThat(page.evaluate(PICTURE)).isEqualTo(first);
    }

    /** A number of the stage's arrangement, such as where its boxes begin: {@code "L => L.now0"}. */
    static double number(Page page, String lab, String read) {
        return ((Number) page.evaluate("async () => { const lab = await import('/js/labs/" + lab + ".js');"
                        + " const player = document.querySelector('lab-player'), { palette } = await import('/js/scene/palette.js');"
                        + " const frame = document.querySelector('.frame'), layout = mask => lab.layout(player.scene,"
                        + " { width: frame.clientWidth }, { palette: palette(), words: key => key }, mask);"
                        + " const { H, laneH, lanes } = layout(), L = layout({ room: frame.clientHeight - H + lanes.length * laneH });"
                        + " return (" + read + ")(L); }"))
                .doubleValue();
    }
}
