package dev.tilab.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A learner takes a zone away, watches who comes back and when, and disturbs the run further. */
class FailoverBrowserTest extends LabStory {

    private static final String LAB = "/labs/failover";
    private static final List<String> TOPOLOGIES =
            List.of("single-az", "read-replica", "multi-az-instance", "multi-az-cluster", "multi-az-proxy");
    /** What is done, and what becomes of each topology in their order: see {@link #OUTCOMES}. */
    private record Fault(String at, String outcomes) {

        @Override
        public String toString() {
            return at;
        }
    }

    /** Everything that can be done to the system; the second blow and the repair with the first. */
    private static final List<Fault> FAULTS = List.of(
            new Fault("20s:crash:instance-1", "back, back, back, back, back"),
            new Fault("20s:fail-host:instance-1", "back, back, back, back, back"),
            new Fault("20s:fail-storage:instance-1", "out+lost, back+lost, back, back, back"),
            new Fault("20s:fail-zone:az-a", "out+beyond, back+lost, back, back, back"),
            new Fault("20s:cut-zone:az-a", "out, back, back, back, back"),
            new Fault("20s:reboot:database", "back, back, back, back, back"),
            new Fault("20s:reboot-with-failover:database", "untouched, untouched, back, back, back"),
            new Fault(
                    "20s:delete-wrong:database",
                    "untouched+lost, untouched+lost, untouched+lost, untouched+lost, untouched+lost"),
            new Fault(
                    "20s:delete-wrong:database,40s:restore:database",
                    "untouched+regained, untouched+regained, untouched+regained, untouched+regained, untouched+regained"),
            new Fault("5s:keep-address:client-2,20s:fail-zone:az-a", "out+beyond, some+lost, some, some, back"),
            new Fault("10s:long-transaction:database:60,20s:crash:instance-1", "back, back, back, back, back"),
            new Fault("20s:fail-zone:az-a,50s:repair-zone:az-a", "back+reached, back+lost+reached, back, back, back"),
            new Fault("20s:fail-zone:az-a,50s:repair:instance-1", "out+beyond, back+lost, back, back, back"),
            new Fault("20s:fail-zone:az-a,30s:fail-zone:az-b", "out+beyond, out+beyond, out+beyond, back, out+beyond"));

    /** The figures of every lane at the end of the run, as the stage shows them. */
    private static final String FIGURES = "() => { const run = document.querySelector('lab-player').scene;"
            + " return run.lanes.map(lane => { const s = lane.summaryAt(run.durationMicros);"
            + " return [s.acked, s.lost, s.outOfReach].map(n => n.toLocaleString('en')).join(' '); }).join('; '); }";

    private static final String TABLE = "() => [...document.querySelectorAll('#result tbody tr')]"
            + ".map(row => [4, 5, 6].map(cell => row.cells[cell].textContent.split(', ')[0]).join(' ')).join('; ')";

    /**
     * A lane in a word, as the result table says it: untouched (no request failed), back (all clients), some (not all), out
     * (nobody); +lost where acknowledged writes are gone for good, +regained where all that were gone are back; +beyond where
     * some are out of reach and not lost, +reached where all of those were reached again.
     */
    private static final String OUTCOMES = "() => [...document.querySelectorAll('#result tbody tr')].map(row => {"
            + " const [first, last, failed] = [1, 2, 3].map(cell => row.cells[cell].textContent.trim()),"
            + " [[lost, regained], [beyond, reached]] = [5, 6].map(cell => row.cells[cell].textContent.match(/\\d+/g).map(Number));"
            + " const number = text => /^[\\d.]+$/.test(text);"
            + " return (failed === '0' ? 'untouched' : number(last) ? 'back' : number(first) ? 'some' : 'out')"
            + " + (lost ? '+lost' : regained ? '+regained' : '') + (beyond ? '+beyond' : reached ? '+reached' : ''); }).join(', ')";

    static Stream<Fault> faults() {
        return FAULTS.stream();
    }

    /** A fault that did nothing, a picture that broke on one topology, a stage that tells another story than the table. */
    @ParameterizedTest
    @MethodSource("faults")
    void everyFaultHasItsOutcomeInEveryTopology(Fault fault) {
        Page page = calm();
        List<String> outcomes = new ArrayList<>();
        for (List<String> lanes : List.of(TOPOLOGIES.subList(0, 4), TOPOLOGIES.subList(4, 5))) {
            page.navigate(
                    LAB + "?duration=300s&cachingClients=0&topologies=" + String.join(",", lanes) + "&at=" + fault.at);
            ready(page);
            for (int seconds : new int[] {10, 20, 21, 60, 300}) {
                seek(page, seconds * 1e6);
                if (seconds == 21) {
                    assertThat(page.locator("#why li")).hasCount(lanes.size());
                    assertThat(page.locator("#why li .quiet")).hasCount(0); // every lane says what it made of it
                }
            }
            assertThat(page.evaluate(FIGURES)).isEqualTo(page.evaluate(TABLE));
            outcomes.add((String) page.evaluate(OUTCOMES));
        }
        assertThat(String.join(", ", outcomes)).isEqualTo(fault.outcomes);
        expectNoComplaints();
    }

    /** An action that somebody adds is tried on every topology, or this fails. */
    @Test
    void everythingThatThePageOffersToDoIsTried() {
        Page page = calm();
        page.navigate(LAB);
        Set<String> tried = FAULTS.stream()
                .flatMap(fault -> Stream.of(fault.at.split(",")))
                .map(item -> item.split(":")[1])
                .collect(Collectors.toSet());
        assertThat(page.locator("[data-touch]").all().stream().map(button -> button.getAttribute("data-touch")))
                .isNotEmpty()
                .allMatch(tried::contains);
    }

    /** The band that forgot a kind of failure, or showed itself where there is no load balancer. */
    @Test
    void theWayInCountsWhatTheTableCountsAndGoesWithTheLoadBalancer() {
        Page page = calm();
        page.navigate(LAB);
        page.locator("[data-preset=whole-chain]").click();
        page.waitForURL("**balancerNodes=az-a-and-az-b**");
        ready(page);
        seek(page, 240e6);
        String counted = (String) page.evaluate("() => { const { atNode, atTarget } ="
                + " document.querySelector('lab-player').scene.entrance.summaryAt(240e6);"
                + " return `${atNode} / ${atTarget} / `; }");
        assertThat(counted).doesNotContain("0 / 0 /");
        for (Locator row : page.locator("#result tbody tr").all()) {
            assertThat(row.locator("td").nth(3).textContent()).startsWith(counted);
        }
        assertThat(page.evaluate("() => { const run = document.querySelector('lab-player').scene;"
                        + " return run.lanes.map(lane => (lane.summaryAt(run.durationMicros).last / 1e6).toFixed(1))"
                        + ".join(); }"))
                .isEqualTo(page.evaluate("() => [...document.querySelectorAll('#result tbody tr')]"
                        + ".map(row => row.cells[2].textContent.trim()).join()"));
        page.locator("#conditions details:has(#p-balancerNodes) summary").click();
        page.locator("#p-balancerNodes").selectOption("none");
        assertThat(page.locator("#result [data-chained]")).hasAttribute("hidden", "");
        page.waitForFunction("() => !document.querySelector('lab-player').scene.entrance");
        assertThat(page.locator("#result tbody tr").first().locator("td")).hasCount(12);
        expectNoComplaints();
    }

    @Test
    void aZonePressedOnTheWayInIsTheZoneOfTheDatabaseBelow() {
        Page page = calm();
        page.navigate(LAB);
        page.locator("[data-preset=whole-chain]").click();
        page.waitForURL("**balancerNodes=az-a-and-az-b**");
        ready(page);
        seek(page, 20e6);
        page.locator("#stage")
                .click(new Locator.ClickOptions()
                        .setPosition(
                                number(page, "failover", "L => L.from + 8"),
                                number(page, "failover", "L => L.band.floors[1]")));
        page.locator("[data-touch=fail-zone]").click();
        assertThat(page).hasURL(Pattern.compile("20s(:|%3A)fail-zone(:|%3A)az-b"));
        expectNoComplaints();
    }

    /** The deletion that looked permanent, and the one whose number silently went back to 0. */
    @Test
    void rowsThatWereDeletedAndRestoredAreSaidToBeBack() {
        Page page = calm();
        page.navigate(LAB + "?topologies=single-az&duration=200s&at=40s:delete-wrong:database,60s:restore:database");
        ready(page);
        assertThat(page.locator("#lost-writes tbody td").last())
                .hasText(Pattern.compile("^1\\d\\d\\.\\d초에 돌아옴, 1\\d\\d\\.\\d초 만에$"));
        assertThat(page.locator("#result tbody td").nth(4)).hasText(Pattern.compile("^0, 되찾음 [1-9]\\d*$"));
        seek(page, 200e6);
        assertThat(page.locator("#words")).hasText(Pattern.compile("사라졌던 쓰기 [1-9]\\d*개를 되찾았습니다"));
        page.navigate(LAB + "?topologies=single-az&duration=200s&at=40s:delete-wrong:database");
        ready(page);
        assertThat(page.locator("#lost-writes tbody td").last()).hasText("끝까지 없다");
    }

    @Test
    void rewindingShowsTheSamePictureAgain() {
        Page page = calm();
        page.navigate(LAB + "#t=75");
        rewinds(page, 75e6, 170e6);
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
        page.waitForFunction(
                "text => document.querySelector('#result tbody').textContent.replace(/\\s/g, '')"
                        + " === text.replace(/\\s/g, '')",
                figures);
        expectNoComplaints();
    }

    @Test
    void aMachinePressedOnTheStageOffersWhatCanBeDoneToIt() {
        Page page = calm();
        page.navigate(LAB);
        ready(page);
        seek(page, 20e6);
        page.locator("#stage")
                .click(new Locator.ClickOptions()
                        .setPosition(
                                number(page, "failover", "L => L.from + L.box + 20"),
                                number(page, "failover", "L => L.top + L.head + L.rowH / 2")));
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

    /** A heading that is kept for the load balancer and not shown must not push the note's figures under wrong names. */
    @ParameterizedTest
    @ValueSource(strings = {"", "&clientZones=az-a-and-az-b&balancerNodes=az-a-and-az-b"})
    void everyFigureOfTheNoteStandsUnderItsName(String wayIn) {
        Page page = calm();
        page.navigate(LAB + "?topologies=single-az,multi-az-instance&duration=70s&at=20s:crash:instance-1" + wayIn);
        ready(page);
        List<String> failed = page.locator("#result td[data-label='실패(읽기 포함)']").allInnerTexts();
        page.locator("#note button").click();

        Locator topic = page.locator("#topic-1");
        assertThat(topic.locator("thead th")).hasCount(5);
        assertThat(topic.locator("tbody tr")).hasCount(2);
        assertThat(topic.locator("thead th").nth(3)).hasText("실패(건)");
        assertThat(topic.locator("tbody tr").allInnerTexts().stream()
                        .map(row -> row.split("\t")[3].strip())
                        .toList())
                .isEqualTo(failed);
        assertThat(topic.locator("h2")).containsText("Multi-AZ 장애 조치: ");
    }
}
