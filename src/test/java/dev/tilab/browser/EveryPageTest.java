package dev.tilab.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** Every page, in both languages, themes and widths: readable for everybody, nothing sticks out, nothing untranslated. */
class EveryPageTest extends BrowserStory {

    private static final List<String> PAGES = List.of(
            "/",
            "/journal",
            "/journal/2025-03-06",
            "/journal/2025-03-06/edit",
            "/journal/2025-03-06/text",
            "/journal/2025-03-06/versions",
            "/journal/new?date=2025-03-07",
            "/journal/import",
            "/journal/export",
            "/journal/trash",
            "/journal/week?of=2025-W10",
            "/settings",
            "/search",
            "/search?q=health&from=2025-03-06",
            "/search?q=nothing+like+this&from=2025-99-99",
            "/journal/example",
            "/labs",
            "/labs/load-balancing",
            "/labs/load-balancing?story=4",
            "/labs/load-balancing?story=7",
            "/labs/load-balancing?rate=many&seed=-1",
            "/labs/failover",
            "/labs/failover?story=2",
            "/labs/auto-scaling",
            "/labs/elb",
            "/labs/elb/doctor?patient=3&acts=probe:client@14,probe:host@18,open:listener@22#t=24",
            "/labs/auto-scaling?traffic=curve&schedule=at+noon&desired=many",
            "/there-is-no-such-page");

    /** What a learner wrote is in the learner's language; all around it must be in the reader's. */
    private static final String DAY =
            "# TIL\n\n## 날짜: DATE\n\n### Scrum\n- To do today : practise\n\n### What I learned\n"
                    + "#### Topic 1: Health checks\nTwo failures in a row.\n\n```sh\ncurl -v localhost\n```\n\n| a | b |\n|--|--|\n| 1 | 2 |\n";

    private static final Pattern HANGUL = Pattern.compile("[가-힣]");

    private record Reader(String language, ColorScheme theme, int width, int height) {}

    private static final List<Reader> READERS = List.of(
            new Reader("ko", ColorScheme.LIGHT, 1440, 900),
            new Reader("en", ColorScheme.DARK, 1440, 900),
            new Reader("ko", ColorScheme.DARK, 390, 844),
            new Reader("en", ColorScheme.LIGHT, 360, 740));

    /** Axe reckons for a second and more on the pages of a lab: two readers go through them abreast, each in an own browser. */
    @Test
    void isReadableByEverybody() throws InterruptedException {
        given("2025-03-06", DAY);
        ExecutorService abreast = Executors.newFixedThreadPool(2);
        SoftAssertions all = new SoftAssertions();
        try {
            for (Future<?> read : abreast.invokeAll(READERS.stream()
                    .map(reader -> Executors.callable(() -> readsEveryPage(reader)))
                    .toList())) {
                all.assertThatCode(read::get).doesNotThrowAnyException();
            }
        } finally {
            abreast.shutdownNow();
        }
        all.assertAll();
        expectNoComplaints();
    }

    private void readsEveryPage(Reader reader) {
        String language = reader.language();
        Page page = person(new Browser.NewContextOptions()
                .setLocale(language)
                .setColorScheme(reader.theme())
                .setReducedMotion(ReducedMotion.REDUCE)
                .setBypassCSP(true)
                .setViewportSize(reader.width(), reader.height()));
        SoftAssertions all = new SoftAssertions();
        for (String path : PAGES) {
            page.navigate(path);
            page.waitForLoadState();
            String where = path + " " + reader;

            List<Rule> violations = new AxeBuilder(page).analyze().getViolations();
            all.assertThat(violations.stream().map(EveryPageTest::inWords).toList())
                    .as("axe: " + where)
                    .isEmpty();

            Object tooWide =
                    page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
            all.assertThat(((Number) tooWide).intValue())
                    .as("sticks out: " + where)
                    .isZero();

            String text = page.locator("body").innerText();
            all.assertThat(text).as("text without a message: " + where).doesNotContain("??");
            if (language.equals("en") && !path.contains("2025-03-06")) {
                all.assertThat(text.lines()
                                .filter(line -> HANGUL.matcher(line).find()
                                        && !line.strip().equals("한"))
                                .toList())
                        .as("Korean on an English page: " + where)
                        .isEmpty();
            }
        }
        page.context().close(); // here: a browser answers only the thread that started it
        all.assertAll();
    }

    private static String inWords(Rule rule) {
        return rule.getId() + ": " + rule.getHelp() + " at "
                + rule.getNodes().stream().map(node -> node.getHtml()).limit(2).toList();
    }
}
