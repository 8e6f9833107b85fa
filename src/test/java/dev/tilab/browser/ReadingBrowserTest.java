package dev.tilab.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A learner reads a day, on screen and on paper, and finds it again. */
class ReadingBrowserTest extends JournalStory {

    /** What sticks out of a sheet of paper, or is scrolled to on a screen, is lost on it. */
    @Test
    void nothingOfADayIsCutOnPaper() {
        String wide = "| " + "긴제목의칸 | ".repeat(14) + "\n|" + "--|".repeat(14) + "\n| "
                + "value_without_any_space | ".repeat(14) + "\n";
        String code = "```sh\n" + "curl --header 'Accept: text/markdown' ".repeat(8) + "\n```\n";
        String terms = "a_{1} + ".repeat(40) + "z";
        String formulas = "$$\n" + terms + "\n$$\n\n줄 안의 $" + terms + "$ 끝\n";
        given(
                "2025-03-13",
                DAY.replace(
                                "두 번 **연속** 실패해야 제외된다.",
                                wide + "\n" + code + "\n" + formulas
                                        + "\n<details><summary>접은 것</summary>\n\n펼친 글\n\n</details>\n")
                        + "\n### 참고 자료\n- [문서](https://example.com/" + "a-very-long-address/".repeat(9) + ")\n");
        // A4 without its margins, in CSS pixels.
        Page page = person(options().setViewportSize(700, 1000));
        page.navigate("/journal/2025-03-13");
        assertThat(page.locator(".formula")).hasCount(2);
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(com.microsoft.playwright.options.Media.PRINT));

        assertThat(page.getByText("펼친 글")).isVisible();
        assertThat(
                        (Integer)
                                page.evaluate(
                                        "() => Math.max(...[...document.querySelectorAll('main *')].map(e => Math.ceil(e.getBoundingClientRect().right)))"))
                .isLessThanOrEqualTo(700);
        assertThat(
                        (Integer)
                                page.evaluate(
                                        "() => [...document.querySelectorAll('main :not(.sr)')].filter(e => e.scrollWidth > e.clientWidth + 1 && getComputedStyle(e).overflowX !== 'visible' && e.clientWidth > 0).length"))
                .isZero();
    }

    /** Libraries that bring their own styles are what a content security policy is first loosened for. */
    @Test
    void codeFormulasAndDiagramsAreDrawn() {
        given("2025-03-07", DAY.replace("두 번 **연속** 실패해야 제외된다.", """
                ```java Main.java
                // 주석
                class Main { String a = "글"; }
                ```

                ```dockerfile
                FROM eclipse-temurin:25
                ```

                처리량 $\\lambda = \\frac{1}{2}$은

                $$
                W = \\frac{1}{\\mu - \\lambda}
                $$

                ```mermaid
                flowchart LR
                  요청 --> 로드밸런서
                  로드밸런서 --> 대상1
                ```

                ```mermaid
                이것은 그림이 아니다
                ```
                """));
        Page page = person();
        page.navigate("/journal/2025-03-07");

        assertThat(page.locator(".hljs-comment")).hasText("// 주석");
        assertThat(page.locator("code.language-dockerfile .hljs-keyword")).hasText("FROM");
        assertThat(page.locator("span.formula math mfrac")).hasCount(1);
        assertThat(page.locator("div.formula math[display=block]")).hasCount(1);
        assertThat(page.locator("img.diagram")).hasCount(1);
        assertThat((int) page.locator("img.diagram")
                        .evaluate("picture => picture.decode().then(() => picture.naturalWidth)"))
                .isGreaterThan(100);
        assertThat(page.locator("code.language-mermaid.as-source")).hasText("이것은 그림이 아니다");
        assertThat(page.locator("iframe")).hasCount(0);
        expectNoComplaints();
    }

    @Test
    void whatWasTypedStaysWhenAnAddressIsWrong() {
        given("2025-03-06", DAY);
        Page page = person(options().setJavaScriptEnabled(false));
        page.navigate("/journal/2025-03-06/edit");
        page.locator("button[value='reference-add']").click();
        field(page, "references[0].title").fill("수상한 링크");
        field(page, "references[0].url").fill("javascript:alert(1)");
        done(page);

        assertThat(field(page, "references[0].url")).hasValue("javascript:alert(1)");
        assertThat(field(page, "references[0].url")).hasAttribute("aria-invalid", "true");
        assertThat(page.locator("[role=alert]").first()).isVisible();
    }

    @Test
    void aDayGoesIntoTheTrashAndComesBack() {
        given("2025-03-06", DAY);
        Page page = person();
        page.navigate("/journal/2025-03-06");
        page.locator("details.away summary").click();
        page.locator("details.away button").click();
        assertThat(page).hasURL(Pattern.compile("/journal\\?"));
        page.navigate("/journal/2025-03-06");
        assertThat(page.locator("main")).containsText("404");

        page.navigate("/journal/trash");
        page.locator("main form button[type=submit]").first().click();
        page.navigate("/journal/2025-03-06");
        assertThat(page.locator("main")).containsText("상태 확인");
    }

    /** A search that asks for a mouse, or for a script, is left for the browser's own. */
    @Test
    void aDayIsFoundAgainByTheKeyboardAlone() {
        given("2025-03-06", DAY.replace("두 번 **연속** 실패해야 제외된다.", "로드밸런서를 만들었다.\n\n#### 주제 2: 대상\n업로드가 느렸다."));
        // Whoever searches first waits for the index to be opened.
        person().navigate("/search?q=로드", new Page.NavigateOptions().setTimeout(60_000));
        for (String language : new String[] {"ko-KR", "en-GB"}) {
            Page page = person(options().setLocale(language).setViewportSize(390, 844));
            page.navigate("/journal/2025-03-06");
            page.keyboard().press("/");
            assertThat(page).hasURL(Pattern.compile("/search$"));
            assertThat(page.locator("main input[type=search]")).isFocused();
            page.keyboard().type("로드");
            page.keyboard().press("Enter");
            page.waitForURL(Pattern.compile("/search\\?q="));
            assertThat(page.locator(".found h2")).hasText(language.startsWith("ko") ? "2건을 찾았습니다" : "2 results");
            assertThat(page.locator(".found mark").first()).hasText("로드");

            page.keyboard().press("/");
            page.keyboard().press("ArrowDown");
            page.keyboard().press("ArrowDown");
            page.keyboard().press("ArrowUp");
            assertThat(page.locator(".found li a").first()).isFocused();
            assertThat(page.locator(".found li a").first())
                    .hasAttribute("href", Pattern.compile("#topic-2:~:text=%EC%97%85%EB%A1%9C%EB%93%9C%EA%B0%80$"));
            page.keyboard().press("Enter");
            assertThat(page).hasURL(Pattern.compile("/journal/2025-03-06#topic-2$"));
            assertThat(page.locator("#topic-2 :target, #topic-2:target").last()).containsText("업로드가");
        }
        expectNoComplaints();

        Page plain = person(options().setJavaScriptEnabled(false).setViewportSize(390, 844));
        plain.navigate("/journal");
        plain.locator("input[type=search]").fill("업로드");
        plain.keyboard().press("Enter");
        plain.locator(".found li a").first().click();
        assertThat(plain).hasURL(Pattern.compile("/journal/2025-03-06#topic-2$"));
        assertThat(plain.locator("#topic-2")).isInViewport();
        assertThat(plain.locator("#topic-2 > h2")).hasCSS("text-decoration-line", "underline");
    }

    @Test
    void theBrowserProposesTheLanguageAndASwitchDecides() {
        Page page = person(new Browser.NewContextOptions().setLocale("en-GB"));
        page.navigate("/");
        assertThat(page.locator("html")).hasAttribute("lang", "en");
        page.locator(".spine button[name=lang]").click();
        assertThat(page.locator("html")).hasAttribute("lang", "ko");
        page.locator(".spine button[name=theme]").click();
        assertThat(page.locator("html")).hasAttribute("data-theme", Pattern.compile("dark|light"));
        String theme = page.locator("html").getAttribute("data-theme");
        page.waitForLoadState();
        page.navigate("/journal");
        assertThat(page.locator("html")).hasAttribute("data-theme", theme);
    }
}
