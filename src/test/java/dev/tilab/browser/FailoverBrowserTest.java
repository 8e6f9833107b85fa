package dev.tilab.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A learner takes a zone away, watches who comes back and when, and disturbs the run further. */
class FailoverBrowserTest extends BrowserStory {

    private static final String LAB = "/labs/failover";
    private static final List<String> TOPOLOGIES =
            List.of("single-az", "read-replica", "multi-az-instance", "multi-az-cluster", "multi-az-proxy");
    private static final List<String> FAULTS = List.of(
            "fail-zone:az-a",
            "cut-zone:az-a",
            "crash:instance-1",
            "fail-host:instance-1",
            "fail-storage:instance-1",
            "reboot:database",
            "reboot-with-failover:database",
            "delete-wrong:database",
            "long-transaction:database:20",
            "keep-address:client-2");

    private static final String PICTURE = "() => document.querySelector('#stage').toDataURL()";

    /** The figures of every lane at the end of the run, as the stage shows them. */
    private static final String FIGURES = "() => { const run = document.querySelector('lab-player').scene;"
            + " return run.lanes.map(lane => { const s = lane.summaryAt(run.durationMicros);"
            + " return [s.acked, s.lost].map(n => n.toLocaleString('en')).join(' '); }).join('; '); }";

    private static final String TABLE = "() => [...document.querySelectorAll('#result tbody tr')]"
            + ".map(row => [4, 5].map(cell => row.cells[cell].textContent).join(' ')).join('; ')";

    static Stream<String> faults() {
        return FAULTS.stream();
    }

    /** A picture that broke on one topology or fault would leave an empty stage behind. */
    @ParameterizedTest
    @MethodSource("faults")
    void everyFaultIsDrawnForEveryTopology(String fault) {
        Page page = calm();
        for (List<String> lanes : List.of(TOPOLOGIES.subList(0, 4), TOPOLOGIES.subList(4, 5))) {
            page.navigate(LAB + "?duration=100s&topologies=" + String.join(",", lanes) + "&at=20s:" + fault);
            ready(page);
            for (int seconds : new int[] {10, 20, 21, 60, 100}) {
                seek(page, seconds * 1e6);
            }
            assertThat(page.evaluate(FIGURES)).isEqualTo(page.evaluate(TABLE));
        }
        expectNoComplaints();
    }

    @Test
    void rewindingShowsTheSamePictureAgain() {
        Page page = calm();
        page.navigate(LAB + "#t=75");
        ready(page);
        seek(page, 75e6);
        Object first = page.evaluate(PICTURE);
        seek(page, 170e6);
        assertThat(page.evaluate(PICTURE)).isNotEqualTo(first);
        seek(page, 75e6);
        assertThat(page.evaluate(PICTURE)).isEqualTo(first);
    }

    @Test
    void aRepairedZoneChangesTheFutureAndTheAddressAndCanBeTakenBack() {
        Page page = calm();
        page.navigate(LAB);
        ready(page);
        String figures = page.locator("#result tbody").textContent();
        seek(page, 60e6);
        page.locator("#subjects [data-subject=az-a]").click();
        page.locator("[data-touch=repair-zone]").click();

        assertThat(page).hasURL(Pattern.compile("60s(:|%3A)repair-zone(:|%3A)az-a"));
        assertThat(page.locator("#interventions li")).hasCount(2);
        assertThat(page.locator("#result tbody")).not().hasText(figures);

        page.locator("#interventions [data-remove='60s:repair-zone:az-a']").click();
        assertThat(page.locator("#interventions li")).hasCount(1);
        page.waitForFunction("text => document.querySelector('#result tbody').textContent.replace(/\\s/g, '')"
                + " === text.replace(/\\s/g, '')", figures);
        expectNoComplaints();
    }

    @Test
    void aMachinePressedOnTheStageOffersWhatCanBeDoneToIt() {
        Page page = calm();
        page.navigate(LAB);
        ready(page);
        seek(page, 20e6);
        page.locator("#stage").click(new com.microsoft.playwright.Locator.ClickOptions().setPosition(
                number(page, "L => L.from + L.box + 20"), number(page, "L => L.top + L.head + L.rowH / 2")));
        assertThat(page.locator("#touch")).isVisible();
        assertThat(page.locator("[data-touch=crash]")).isVisible();
        assertThat(page.locator("[data-touch=fail-zone]")).isHidden();
    }

    @Test
    void theMomentOfFailureIsWatchedAHundredTimesSlower() {
        Page page = person();
        page.navigate(LAB);
        ready(page);
        page.locator("#slow").click();
        assertThat(page.locator("[data-part=clock]")).hasText(Pattern.compile("^(29\\.9\\d\\d|30\\.\\d\\d\\d)$"));
        assertThat(page.locator("[name=speed]:checked")).hasValue("0.01");
        expectNoComplaints();
    }

    @Test
    void withoutJavaScriptTheConditionsAndTheResultAreThere() {
        Page page = person(options().setJavaScriptEnabled(false));
        page.navigate(LAB);
        assertThat(page.locator("#result tbody tr")).hasCount(3);
        String figures = page.locator("#result tbody").innerText();
        page.locator("#p-writeRate").fill("3");
        page.locator("#run").click();
        assertThat(page).hasURL(Pattern.compile("writeRate=3"));
        assertThat(page.locator("#result tbody").innerText()).isNotEqualTo(figures);
        page.locator("#interventions a").first().click();
        assertThat(page.locator("#interventions li")).hasCount(0);
    }

    private Page calm() {
        return person(options().setReducedMotion(ReducedMotion.REDUCE));
    }

    /** A number of the stage's arrangement, such as where its machines begin. */
    private static double number(Page page, String read) {
        return ((Number) page.evaluate("async () => { const lab = await import('/js/labs/failover.js');"
                        + " const player = document.querySelector('lab-player'), { palette } = await import('/js/scene/palette.js');"
                        + " const L = lab.layout(player.scene, { width: document.querySelector('#stage').clientWidth },"
                        + " { palette: palette(), words: key => key }); return (" + read + ")(L); }"))
                .doubleValue();
    }

    private static void ready(Page page) {
        page.waitForFunction("() => document.querySelector('lab-player')?.scene");
    }

    private static void seek(Page page, double micros) {
        page.evaluate(
                "micros => { const seek = document.querySelector('[data-part=seek]'); seek.value = micros;"
                        + " seek.dispatchEvent(new Event('input', { bubbles: true })); }",
                micros);
        page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
    }
}
