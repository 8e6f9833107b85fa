package dev.tilab.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A learner guesses, watches policies through a day, disturbs them, draws a day of their own and sweeps the target. */
class AutoScalingBrowserTest extends LabStory {

    private static final String LAB = "/labs/auto-scaling";
    private static final double NOON = 12 * 3600e6;

    private static final List<String> POLICIES = List.of(
            "fixed,manual,scheduled,simple",
            "simple-no-cooldown,step,step-no-warmup,target-tracking",
            "requests-per-target,predictive,combined,warm-pool",
            "scale-up");

    /** What the stage says every lane cost and failed, at the end of the run. */
    private static final String FIGURES = "() => { const run = document.querySelector('lab-player').scene;"
            + " return run.lanes.map(lane => { const s = lane.summaryAt(run.durationMicros);"
            + " return [s.cost.toFixed(2), ...[Math.round(s.outside), s.failed].map(n => n.toLocaleString('en'))].join(' ');"
            + " }).join('; '); }";

    private static final String TABLE = "() => [...document.querySelectorAll('#result tbody tr:not(.bound)')]"
            + ".map(row => [1, 7, 8].map(cell => row.cells[cell].textContent.trim()).join(' ')).join('; ')";

    private static final String DRAWN = "() => document.querySelector('#state').textContent.trim() === ''";

    /** A picture that broke on one policy would leave an empty stage behind, and one that counts otherwise would mislead. */
    @Test
    void everyPolicyIsDrawnAndItsFiguresAreThoseOfTheTable() {
        Page page = calm();
        for (String policies : POLICIES) {
            page.navigate(
                    LAB + "?policies=" + policies
                            + "&rushAt=2h&duration=5h&at=8400s:fail-zone:az-a,9600s:slow-version:group:2,"
                            + "10800s:repair-zone:az-a,11400s:no-capacity:az-b,12000s:suspend:launch,13200s:stop-instance:group");
            ready(page);
            for (int minutes : new int[] {0, 121, 128, 141, 170, 205, 300}) {
                seek(page, minutes * 60e6);
            }
            assertThat(page.evaluate(FIGURES)).isEqualTo(page.evaluate(TABLE));
        }
        expectNoComplaints();
    }

    @Test
    void everySituationIsDrawn() {
        Page page = calm();
        page.navigate(LAB);
        ready(page);
        List<?> situations =
                (List<?>) page.evaluate("() => [...document.querySelectorAll('.presets a')].map(a => a.href)");
        assertThat(situations).hasSizeGreaterThan(10);
        for (Object situation : situations) {
            page.navigate(situation.toString());
            ready(page);
            Number length = (Number) page.evaluate("() => document.querySelector('lab-player').scene.durationMicros");
            for (double share : new double[] {0.3, 0.6, 1}) {
                seek(page, length.doubleValue() * share);
            }
            assertThat(page.locator(".presets [aria-current]")).hasCount(1);
        }
        expectNoComplaints();
    }

    @Test
    void rewindingShowsTheSamePictureAgain() {
        Page page = calm();
        page.navigate(LAB + "#t=44100");
        rewinds(page, NOON + 15 * 60e6, NOON + 9 * 3600e6);
    }

    @Test
    void theResultOpensOnlyAfterAGuess() {
        Page page = calm();
        page.navigate(LAB);
        ready(page);
        String flashCrowd = page.locator("[data-preset=flash-crowd]").getAttribute("href");
        page.navigate(flashCrowd);
        ready(page);
        assertThat(page.locator("#result")).isHidden();
        assertThat(page.locator("#sweep")).isHidden();
        page.locator("#claims input").first().check();
        assertThat(page.locator("#result")).isVisible();
        seek(page, 4 * 3600e6);
        assertThat(page.locator("#claims .on")).hasCount(1);
        assertThat(page.locator("#claims .say")).not().isEmpty();
        expectNoComplaints();
    }

    @Test
    void anInstanceStoppedOnTheStageIsReplacedAndTheAddressTellsIt() {
        Page page = calm();
        page.navigate(LAB);
        ready(page);
        seek(page, 6 * 3600e6);
        page.locator("#stage")
                .click(new Locator.ClickOptions()
                        .setPosition(
                                number(page, "auto-scaling", "L => L.now0 + L.nowW / 2"),
                                number(page, "auto-scaling", "L => L.top + L.head + L.chart - L.u / 2")));
        assertThat(page.locator("[data-touch=fail-zone]")).isVisible();
        assertThat(page.locator("[data-touch=slow-version]")).isHidden();
        page.locator("[data-touch=stop-instance]").click();

        assertThat(page).hasURL(Pattern.compile("21600s(:|%3A)stop-instance(:|%3A)group"));
        page.waitForFunction("() => document.querySelector('lab-player').scene.lanes.every(lane =>"
                + " lane.changes.some(change => change.cause === 'replaced-dead'))");
        assertThat(page.locator("#interventions li")).hasCount(1);
        assertThat(page.locator("#interventions")).containsText("06:00");
        seek(page, 6.2 * 3600e6);
        Object serving = page.evaluate(
                "() => document.querySelector('lab-player').scene.lanes[0].summaryAt(6.2 * 3600e6).serving");
        assertThat(serving).isEqualTo(12);
        page.locator("#interventions [data-remove]").click();
        assertThat(page.locator("#interventions li")).hasCount(0);
        expectNoComplaints();
    }

    @Test
    void aZoneFailsFromItsButtonAndIsRepairedFromTheSameOne() {
        Page page = calm();
        page.navigate(LAB);
        ready(page);
        seek(page, NOON);
        page.locator("#subjects [data-subject=az-a]").click();
        assertThat(page.locator("[data-touch=repair-zone]")).isHidden();
        page.locator("[data-touch=fail-zone]").click();
        assertThat(page.locator("#subjects [data-subject=az-a].stop")).isVisible();
        seek(page, NOON + 3600e6);
        page.locator("#subjects [data-subject=az-a]").click();
        page.locator("[data-touch=repair-zone]").click();
        assertThat(page.locator("#interventions li")).hasCount(2);
    }

    @Test
    void aCurveIsDrawnByKeyboardAndIsTheRun() {
        Page page = calm();
        page.navigate(LAB);
        ready(page);
        page.locator("#curve circle[tabindex='0']").focus();
        page.keyboard().press("End");
        for (int i = 0; i < 5; i++) {
            page.keyboard().press("Shift+ArrowUp");
        }
        String last = page.locator("#curve circle[tabindex='0']").getAttribute("aria-valuenow");
        assertThat(page).hasURL(Pattern.compile("traffic=curve.*curve=[0-9.,]+," + last + "(&|$)"));
        assertThat(page.locator("#p-traffic")).hasValue("curve");
        page.waitForFunction(
                "last => Math.abs(document.querySelector('lab-player').scene.rateAt(24 * 3600e6) - last) < last / 4",
                Integer.valueOf(last));
        expectNoComplaints();
    }

    @Test
    void aCurveIsDrawnByAPointer() {
        Page page = calm();
        page.navigate(LAB);
        ready(page);
        page.locator("#curve svg").scrollIntoViewIfNeeded();
        var box = page.locator("#curve svg").boundingBox();
        page.mouse().move(box.x + 2, box.y + box.height * 0.5);
        page.mouse().down();
        page.mouse().move(box.x + box.width - 2, box.y + box.height * 0.5);
        page.mouse().up();
        assertThat(page).hasURL(Pattern.compile("traffic=curve"));
        String[] points = page.locator("#p-curve").inputValue().split(",");
        assertThat(points).hasSize(25);
        assertThat(List.of(points))
                .as("a level stroke")
                .allSatisfy(point -> assertThat(Double.parseDouble(point))
                        .isBetween(Double.parseDouble(points[0]) * 0.97, Double.parseDouble(points[0]) * 1.03));
    }

    @Test
    void aPastedTableNamesTheLineThatCannotBeReadAndBecomesTheRunOnceItCan() {
        Page page = calm();
        page.navigate(LAB);
        ready(page);
        String before = page.url();
        page.locator("#curve summary").click();
        page.locator("[data-csv]").fill("time,rate\n00:00,300\n01:00,many\n02:00,600");
        page.locator("[data-take]").click();
        assertThat(page.locator("[data-said]")).containsText("3");
        assertThat(page.locator("[data-said]")).containsText("many");
        assertThat(page.locator("[data-csv]")).hasValue("time,rate\n00:00,300\n01:00,many\n02:00,600");
        assertThat(page.url().replaceAll("#.*", "")).isEqualTo(before.replaceAll("#.*", ""));

        page.locator("[data-csv]").fill("time,rate\n00:00,300\n01:00,900\n02:00,600");
        page.locator("[data-take]").click();
        assertThat(page).hasURL(Pattern.compile("curve=300,900,600"));
        page.waitForFunction("() => document.querySelector('lab-player').scene.durationMicros === 7200e6");
        expectNoComplaints();
    }

    @Test
    void aSweepOfTheTargetShowsItsProgressAndStops() {
        Page page = calm();
        page.navigate(LAB + "?policies=target-tracking&duration=6h&rushAt=3h");
        ready(page);
        page.waitForFunction(DRAWN);
        Object before = page.evaluate("() => document.querySelector('#plane').toDataURL()");
        // One answer a time, and only when the test says so: stopping has to be seen in the middle.
        page.route("**/run?*", route -> {
            if (route.request().url().contains("target=50")) {
                page.evaluate("() => document.querySelector('#sweep').click()");
            }
            route.resume();
        });
        page.locator("#sweep").click();
        page.waitForFunction("() => document.querySelectorAll('#sweep-table tbody tr').length === 4");
        page.evaluate("() => new Promise(done => setTimeout(done, 0))");
        assertThat(page.locator("#sweep-table tbody tr")).hasCount(4);
        assertThat(page.locator("#sweep-known")).containsText("4");
        assertThat(page.evaluate("() => document.querySelector('#plane').toDataURL()"))
                .isNotEqualTo(before);

        page.unrouteAll();
        page.locator("#sweep").click();
        assertThat(page.locator("#sweep-table tbody tr")).hasCount(13);
        expectNoComplaints();
    }

    @Test
    void languageAndThemeChangeTheStageAndNotTheRun() {
        Page page = calm();
        page.navigate(LAB);
        ready(page);
        seek(page, NOON + 15 * 60e6);
        Object light = page.evaluate(PICTURE);
        page.locator("#theme, [data-act=theme], .spine .foot button").last().click();
        page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
        assertThat(page.evaluate(PICTURE)).isNotEqualTo(light);
        String run = page.url().replaceAll("#.*", "");
        page.locator(".spine .foot button").first().click();
        assertThat(page.locator("html")).hasAttribute("lang", "en");
        ready(page);
        assertThat(page.locator("#heading")).hasText("Demand doubles at lunch");
        assertThat(page.url().replaceAll("#.*", "")).isEqualTo(run);
        expectNoComplaints();
    }

    @Test
    void withoutJavaScriptTheConditionsAndTheResultAreThere() {
        Page page = person(options().setJavaScriptEnabled(false));
        page.navigate(LAB);
        assertThat(page.locator("#result tbody tr")).hasCount(3 + 2);
        String figures = page.locator("#result tbody").innerText();
        page.locator("details:has(#p-target)").evaluate("group => group.open = true");
        page.locator("#p-target").fill("40");
        page.locator("#run").click();
        assertThat(page).hasURL(Pattern.compile("target=40"));
        assertThat(page.locator("#result tbody").innerText()).isNotEqualTo(figures);
        page.locator("details:has(#history) > summary").click();
        assertThat(page.locator("#history tbody tr").first()).isVisible();
    }
}
