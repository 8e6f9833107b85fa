package dev.tilab.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A learner watches the strategies, disturbs the run, rewinds it and sends its address to somebody else. */
class LabBrowserTest extends LabStory {

    private static final String LAB = "/labs/load-balancing";

    @Test
    void theRunPlaysPausesAndIsSteppedByKeyboard() {
        Page page = person();
        page.navigate(LAB);
        page.waitForFunction("() => parseFloat(document.querySelector('[data-part=clock]').textContent) > 1");
        page.keyboard().press("Space");
        assertThat(page.locator("[data-part=play]"))
                .hasAttribute("aria-label", page.locator("[data-part=play]").getAttribute("data-play"));
        page.keyboard().press("Home");
        assertThat(page.locator("[data-part=clock]")).hasText(Pattern.compile("^0(\\.0+)?$"));
        page.keyboard().press("ArrowRight");
        assertThat(page.locator("[data-part=clock]")).not().hasText(Pattern.compile("^0(\\.0+)?$"));
        page.keyboard().press("?");
        assertThat(page.locator("dialog[open]")).isVisible();
        expectNoComplaints();
    }

    /** Guards against a page that leaves somebody without figures, or with a wait that cannot be ended. */
    @Test
    void theFiguresOfALongRunComeByThemselvesAndTheWaitCanBeCancelled() {
        Page page = calm();
        page.navigate(LAB + "?rate=1000&duration=10000s&strategies=round-robin,hash,random,least-connections");
        assertThat(page.locator("#progress")).isVisible();
        page.locator("#cancel").click();
        assertThat(page.locator("#progress")).isHidden();
        assertThat(page.locator("#notice")).isVisible();

        page.navigate(LAB + "?rate=1000&duration=1500s&strategies=round-robin,hash");
        assertThat(page.locator("#result tbody tr")).hasCount(2);
        assertThat(page.locator("#without-figures")).hasCount(0);
        assertThat(page.locator("#progress")).isHidden();
        expectNoComplaints();
    }

    /** Guards against a stage that stays empty without a word while its run waits, and against a wait that nobody can end. */
    @Test
    void aLongRunsPictureSaysWhereItStandsInTheQueueAndCanBeCancelled() throws Exception {
        String picture = LAB + "?rate=100&duration=1900s&strategies=round-robin,random,hash,least-connections";
        Page page = calm();
        List<InputStream> others = longRunsOfOthers();
        page.navigate(picture);
        assertThat(page.locator("#progress")).isVisible();
        assertThat(page.locator("#progress-text")).not().isEmpty();
        assertThat(page.locator("#without-figures")).hasCount(0);
        page.locator("#cancel").click();
        assertThat(page.locator("#progress")).isHidden();
        assertThat(page.locator("#notice")).isVisible();
        for (InputStream each : others) {
            each.close();
        }

        page.navigate(picture);
        ready(page);
        assertThat(page.locator("#progress")).isHidden();
        assertThat(page.locator("#notice")).isHidden();
        expectNoComplaints();
    }

    /** They take every worker for a minute, unless they are closed. */
    private List<InputStream> longRunsOfOthers() throws Exception {
        String run = "/api/v1/labs/load-balancing/run?rate=1000&duration=10000s"
                + "&strategies=round-robin,hash,random,least-connections&seed=";
        List<InputStream> runs = new ArrayList<>();
        for (int seed = 1; seed <= Math.min(7, Runtime.getRuntime().availableProcessors()); seed++) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(address(run + seed)))
                    .header("Accept", "application/x-ndjson")
                    .build();
            runs.add(HttpClient.newHttpClient()
                    .send(request, HttpResponse.BodyHandlers.ofInputStream())
                    .body());
        }
        return runs;
    }

    @Test
    void rewindingShowsTheSamePictureAgain() {
        Page page = calm();
        page.navigate(LAB + "#t=24.75");
        rewinds(page, 24_750_000, 50_000_000);
    }

    @Test
    void aStoppedTargetChangesTheFutureAndTheAddressAndCanBeTakenBack() {
        Page page = calm();
        page.navigate(LAB);
        ready(page);
        guess(page);
        compared(page);
        String before = page.url();
        String figures = page.locator("#result tbody").innerText();
        seek(page, 10_000_000);
        page.locator("#subjects button").first().click();
        page.locator("[data-touch=stop]").click();

        assertThat(page).hasURL(Pattern.compile("10s(:|%3A)stop(:|%3A)target-1"));
        assertThat(page.locator("#interventions li")).hasCount(4);
        assertThat(page.locator("#result tbody")).not().hasText(figures);
        assertThat(page.locator("[data-part=clock]")).hasText(Pattern.compile("^10(\\.0+)?$"));
        assertThat(page.locator("#claims .say")).hasText("실행을 바꿨습니다. 수치는 지금 실행의 것입니다.");
        assertThat(page.locator("#mine")).containsText("t1 멈춤");
        assertThat(page.locator("#changed")).containsText("→");

        page.locator("#interventions [data-remove='10s:stop:target-1']").click();
        assertThat(page.locator("#interventions li")).hasCount(3);
        page.waitForFunction("text => document.querySelector('#result tbody').innerText === text", figures);
        assertThat(page.url().replaceAll("#.*", "")).hasSameSizeAs(before.replaceAll("#.*", ""));

        assertThat(page.locator("#claims")).isVisible();
        page.locator("#p-rate").fill("6");
        page.locator("#p-rate").press("Enter");
        assertThat(page.locator("#claims")).isHidden();
        expectNoComplaints();
    }

    @Test
    void theAddressGivesSomebodyElseTheSameRun() {
        Page one = calm();
        one.navigate(LAB);
        ready(one);
        guess(one);
        seek(one, 5_000_000);
        one.locator("#subjects button").nth(2).click();
        one.locator("[data-touch=stop]").click();
        assertThat(one.locator("#interventions li")).hasCount(4);
        one.waitForFunction("() => document.querySelector('#state').textContent.trim() === ''");
        seek(one, 30_000_000);

        Page other = calm();
        other.navigate(one.url());
        ready(other);
        guess(other);
        seek(other, 30_000_000);
        compared(one);
        compared(other);
        assertThat(other.locator("#result tbody").innerText())
                .isEqualTo(one.locator("#result tbody").innerText());
        assertThat(other.evaluate(PICTURE)).isEqualTo(one.evaluate(PICTURE));
    }

    /** The link must lead back to this very run, and the figures must be those on the page, or the note argues with itself. */
    @Test
    void whatTheRunShowedGoesIntoTodaysEntryAtOnePress() {
        Page page = calm();
        page.navigate(LAB);
        ready(page);
        guess(page);
        compared(page);
        seek(page, 30_000_000);
        String heading = page.locator("#heading").innerText(),
                run = page.url().replaceAll("#.*", ""),
                table = page.locator("#result").innerText();
        page.locator("#note button").click();

        assertThat(page).hasURL(Pattern.compile("/journal/\\d{4}-\\d\\d-\\d\\d\\?told=noted#topic-1$"));
        Locator topic = page.locator("#topic-1");
        assertThat(topic.locator("h2")).hasText(heading);
        assertThat(topic.locator("p").first()).containsText(Pattern.compile("가장 (적었고|짧았고)"));
        assertThat(topic).containsText("예상: ");
        assertThat(topic.locator("tr")).hasCount(1 + 3);
        assertThat(topic.locator("th")).hasCount(5);
        for (String figure : topic.locator("tbody td").allInnerTexts()) {
            assertThat(table).contains(figure);
        }
        Locator link = topic.locator("a");
        assertThat(link.getAttribute("href"))
                .startsWith("/labs/load-balancing?")
                .endsWith("#t=30");
        assertThat(link.getAttribute("href").length()).isLessThan(run.length() / 2);
        link.click();
        ready(page);
        assertThat(page.url()).isEqualTo(run + "#t=30");
    }

    @Test
    void aConditionThatIsWrongSaysSoAtItsFieldAndKeepsWhatWasTyped() {
        Page page = calm();
        page.navigate(LAB);
        ready(page);
        page.locator("#p-rate").fill("many");
        page.locator("#p-rate").press("Enter");
        assertThat(page.locator("#e-rate")).containsText("many");
        assertThat(page.locator("#p-rate")).hasValue("many");
    }

    @Test
    void withoutJavaScriptTheConditionsAndTheResultAreThere() {
        Page page = person(options().setJavaScriptEnabled(false));
        page.navigate(LAB);
        assertThat(page.locator("#result tbody tr")).hasCount(3);
        assertThat(page.locator("#result .best")).hasCount(0); // one seed cannot tell
        String figures = page.locator("#result tbody").innerText();
        page.locator("#p-rate").fill("6");
        page.locator("#run").click();
        assertThat(page).hasURL(Pattern.compile("rate=6"));
        assertThat(page.locator("#result tbody tr")).hasCount(3);
        assertThat(page.locator("#result tbody").innerText()).isNotEqualTo(figures);
        page.locator("#interventions a").first().click();
        assertThat(page.locator("#interventions li")).hasCount(2);
    }

    /** Guards against an address written anew without its model's version, and against a page that goes on to call its run an old one. */
    @Test
    void theAddressKeepsTheVersionOfTheModel() {
        Page page = calm();
        page.navigate(LAB + "?seed=3");
        ready(page);
        assertThat(page).hasURL(Pattern.compile("seed=3&v=2(#.*)?$"));
        assertThat(page.locator("#other-version")).isVisible();

        page.locator("#p-rate").fill("6");
        page.locator("#p-rate").press("Enter");
        assertThat(page).hasURL(Pattern.compile("rate=6.*&seed=3&v=2(#.*)?$"));
        assertThat(page.locator("#other-version")).isHidden();
        expectNoComplaints();
    }

    /** A link is followed by those without JavaScript, and opened in another tab by everybody. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void ofThreeEqualInterventionsALinkTakesBackOne(boolean script) {
        Page page = person(options().setReducedMotion(ReducedMotion.REDUCE).setJavaScriptEnabled(script));
        page.navigate(LAB + "?seed=1&at=5s:stop:target-2,5s:stop:target-2,5s:stop:target-2");
        if (script) {
            ready(page);
        }
        page.navigate((String) page.locator("#interventions a").nth(1).evaluate("link => link.href"));

        assertThat(page.locator("#interventions li")).hasCount(2);
    }

    /** Guards against a stage full of signs that explain themselves to nobody, to the mouse alone, or to those who know the "?" key. */
    @Test
    void everySignExplainsItselfWhereSomebodyPointsAndWhereTheFocusIs() {
        Page page = calm();
        page.navigate(LAB + "?seed=11&targets=1,1,0.3,1,1&at=20s:stop:target-2#t=24.75");
        ready(page);
        Locator sentence = page.locator(".tip");
        page.locator("[data-sign='column.queue']").hover();
        assertThat(sentence).containsText("대기열");
        hover(page, 1);
        assertThat(sentence).containsText("멈춘 대상");
        page.mouse().move(5, 5);
        assertThat(sentence).isHidden();

        page.locator("#copy").focus();
        page.locator(".signposts [tabindex='0']").focus();
        assertThat(sentence).containsText("같은 도착");
        page.keyboard().press("ArrowRight");
        assertThat(sentence).containsText("보는 값");
        page.keyboard().press("End");
        assertThat(page.locator(".signposts button:focus")).isVisible();
        assertThat(sentence).isVisible();
        page.keyboard().press("Escape");
        assertThat(sentence).isHidden();

        page.locator("[data-do=help]").focus();
        page.keyboard().press("Enter");
        List<String> explained = page.locator(".signs li").allInnerTexts();
        assertThat(explained).hasSize(page.locator(".signposts button").count()).allMatch(each -> each.contains(": "));
        page.keyboard().press("Escape");
        assertThat(page.locator("dialog[open]")).hasCount(0);
        assertThat(page.locator("[data-do=help]")).isFocused();
        expectNoComplaints();
    }

    /** Guards against a phone on which signs stay riddles, and against a finger that wants to know and stops a target instead. */
    @Test
    void aTapExplainsASignAndWhereATapDoesSomethingAFingerThatStays() {
        Page page =
                person(options().setViewportSize(390, 844).setHasTouch(true).setReducedMotion(ReducedMotion.REDUCE));
        page.navigate(LAB + "?seed=11#t=24.75");
        ready(page);
        Locator sentence = page.locator(".tip");
        page.locator("[data-sign='column.arrivals']").tap();
        assertThat(sentence).containsText("같은 도착");
        page.locator("#heading").tap();
        assertThat(sentence).isHidden();

        page.evaluate(TOUCH, List.of(stageX(page, "L.server + 6"), stageY(page, 0), 700));
        assertThat(sentence).isVisible();
        assertThat(page.locator("#touch")).isHidden();
        page.evaluate(TOUCH, List.of(stageX(page, "L.server + 6"), stageY(page, 0), 0));
        assertThat(page.locator("#touch")).isVisible();
        assertThat(sentence).isHidden();
        expectNoComplaints();
    }

    /** Guards against a list that asks for a notation, against a run for every pixel, and against hints for those with a keyboard alone. */
    @Test
    void theSpeedOfATargetIsAHandleAndTheHintsComeToThePointer() {
        Page page = calm();
        page.navigate(LAB + "?seed=11");
        ready(page);
        page.locator("[data-field=rate] label").hover();
        Locator hint = page.locator("#h-rate");
        assertThat(hint).isVisible();
        page.mouse().move(5, 5);
        assertThat(hint).isHidden();

        page.evaluate("() => document.querySelector('#p-targets').closest('details').open = true");
        assertThat(page.locator("#p-targets")).isHidden();
        page.locator(".chips li:nth-child(3) input").focus();
        page.keyboard().press("ArrowLeft");
        assertThat(page).hasURL(Pattern.compile("targets=1,1,0\\.9,1,1&"));
        assertThat(page.locator(".chips li:nth-child(3) b")).hasText("0.9×");
        page.locator(".chips .many button").first().click();
        assertThat(page).hasURL(Pattern.compile("targets=1,1,0\\.9,1&"));
        assertThat(page.locator("#subjects button")).hasCount(4);
        assertThat(page.locator(".chips .many button").first()).isFocused();
        expectNoComplaints();
    }

    /** Points at the box of a target of the first lane. */
    private static void hover(Page page, int target) {
        page.mouse().move(stageX(page, "L.server + 12"), stageY(page, target));
    }

    private static double stageX(Page page, String read) {
        return page.locator("#stage").boundingBox().x + number(page, "load-balancing", "L => " + read);
    }

    private static double stageY(Page page, int target) {
        return page.locator("#stage").boundingBox().y
                + number(page, "load-balancing", "L => L.top + L.head + (" + target + " + 0.5) * L.rowH");
    }

    /** A finger at a place of the window that stays so many milliseconds: what a browser tells of it. */
    private static final String TOUCH = "async ([x, y, millis]) => { const stage = document.querySelector('#stage'),"
            + " box = stage.getBoundingClientRect(), at = { clientX: x, clientY: y, pointerType: 'touch', bubbles: true, cancelable: true },"
            + " tell = type => stage.dispatchEvent(new PointerEvent(type, at));"
            + " tell('pointerdown'); await new Promise(done => setTimeout(done, millis)); tell('pointerup'); tell('click'); }";

    /** Twenty other seeds say what is best; they come by themselves once somebody has guessed. */
    private static void compared(Page page) {
        assertThat(page.locator("#result tbody td.vs").last()).hasText(Pattern.compile("^[+−].* ± .*"));
    }

    /**
     * Guards against an act that happens at another instant than the one on screen, against lists that tell what is done only later,
     * and against an address that does not lead back.
     */
    @Test
    void aPatientIsProbedOpenedAndCuredAtTheInstantOnScreen() {
        Page page = calm();
        page.navigate("/labs/elb/doctor");
        int patient = refused(page);
        page.navigate("/labs/elb/doctor?patient=" + patient + "#t=20");
        ready(page);
        Locator said = page.locator("[data-probe=client] .said");
        page.locator("[data-act='probe:client']").click();
        assertThat(page).hasURL(Pattern.compile("acts=probe:client@20\\b"));
        assertThat(said).containsText("Connection refused");
        seek(page, 19_000_000);
        assertThat(said).isHidden();

        seek(page, 30_000_000);
        double listener = number(page, "doctor", "L => L.spots[player.scene.places.indexOf('listener')]");
        page.locator("#stage").click(new Locator.ClickOptions().setPosition(listener, 38));
        assertThat(page.locator("[data-place=listener] .lines")).hasText("HTTP:80");
        page.locator("[data-act='repair:listener:443']").click();
        assertThat(page.locator("#ask")).hasAttribute("data-solved", "true");
        assertThat(page.locator("#patients .cured")).hasText("" + patient);

        page.goBack();
        assertThat(page.locator("#ask")).hasAttribute("data-solved", "false");
        assertThat(page.locator("[data-place=listener] details")).isVisible();
        expectNoComplaints();
    }

    /** Guards against a page that is nothing but a picture. */
    @Test
    void aPatientIsCuredWithoutScripts() {
        Page page = person(options().setJavaScriptEnabled(false));
        page.navigate("/labs/elb/doctor");
        page.navigate("/labs/elb/doctor?patient=" + refused(page));
        page.locator("[data-act='probe:client']").click();
        assertThat(page.locator("[data-probe=client] .said")).containsText("Connection refused");
        page.locator("[data-act='open:listener']").click();
        page.locator("[data-act='repair:listener:443']").click();
        assertThat(page.locator("#ask")).hasAttribute("data-solved", "true");
        assertThat(page.locator("#meaning dl")).isVisible();
        expectNoComplaints();
    }

    /** The listed patient where nobody listens: customers are refused, and all else is well. */
    private static int refused(Page page) {
        return ((Number) page.evaluate("async () => { for (let patient = 1; patient <= 20; patient++) {"
                        + " const { kind, requests, health } = await (await fetch(`/api/v1/labs/elb/diagnosis?patient=${patient}`)).json();"
                        + " if (kind === 'alb' && requests[0].outcome === 'refused'"
                        + " && health.every(({ changes }) => changes.at(-1).state === 'healthy')) return patient; } }"))
                .intValue();
    }
}
