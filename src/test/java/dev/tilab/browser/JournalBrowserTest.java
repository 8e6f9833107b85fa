package dev.tilab.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.WaitUntilState;
import dev.tilab.Disk;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A learner writes, brings in, mends and shares days, with and without JavaScript. */
class JournalBrowserTest extends BrowserStory {

    private static final String DAY = "# TIL Template\n\n## 날짜: DATE\n\n### 스크럼\n- 오늘 할 일 : 실습\n\n### 새로 배운 내용\n"
            + "#### 주제 1: 상태 확인\n두 번 **연속** 실패해야 제외된다.\n\n### 오늘의 회고\n- 어려웠다.\n";

    @Test
    void aFirstDayIsWrittenWithAPreviewBesideItAndReadBack() {
        Page page = person();
        page.navigate("/");
        page.locator("a[href^='/journal/new']").click();
        field(page, "scrum.todo").fill("대상 그룹 등록하기");
        field(page, "topics[0].title").fill("라운드 로빈");
        field(page, "topics[0].body").fill("느린 대상에도 **똑같이** 보낸다.");

        assertThat(field(page, "topics[0].preview").locator("strong")).hasText("똑같이");

        done(page);
        assertThat(page).hasURL(Pattern.compile("/journal/\\d{4}-\\d\\d-\\d\\d$"));
        assertThat(page.locator(".topic h2")).hasText("라운드 로빈");
        assertThat(page.locator(".topic strong")).hasText("똑같이");

        page.navigate("/");
        assertThat(page.locator(".draft")).containsText("느린 대상에도");
        expectNoComplaints();
    }

    /** On a phone: the title has the keys already, Enter leads to the text, and the preview's place is the text's until a letter stands there. */
    @Test
    void aDayIsWrittenOnAPhoneWithoutLookingForAField() {
        Page page = person(options().setViewportSize(390, 844));
        page.navigate("/journal/new");
        assertThat(field(page, "topics[0].title")).isFocused();
        page.keyboard().type("상태 확인");
        page.keyboard().press("Enter");
        assertThat(field(page, "topics[0].body")).isFocused();
        page.keyboard().type("두 번 연속 실패해야 제외된다.");
        assertThat(field(page, "topics[0].body")).isInViewport();
        assertThat(page.locator(".bar button[value='save']")).isInViewport();
        done(page);
        assertThat(page.locator(".topic h2")).hasText("상태 확인");
        assertThat(page.locator(".topic")).containsText("두 번 연속");
        expectNoComplaints();
    }

    /** Who has written the title went on to the button that removes it. And an empty preview took half of the sheet. */
    @Test
    void theTextComesAfterItsTitleAndHasTheWholeWidthUntilThereIsAPreview() {
        Page page = person();
        page.navigate("/journal/new");
        Locator body = field(page, "topics[0].body"), read = field(page, "topics[0].preview");
        assertThat(read).isHidden();
        double wide = body.boundingBox().width, low = body.boundingBox().height;
        page.keyboard().type("제목");
        for (int i = 0;
                i < 4 && !body.evaluate("e => e === document.activeElement").equals(true);
                i++) {
            page.keyboard().press("Tab");
            assertThat(page.locator("[data-verb='remove']:focus")).hasCount(0);
        }
        assertThat(body).isFocused();
        page.keyboard().type("**굵게**");
        assertThat(read.locator("strong")).hasText("굵게");
        assertThat(body.boundingBox().width).isLessThan(wide);
        body.fill("줄\n".repeat(15));
        assertThat(body.boundingBox().height).isGreaterThan(low);
        expectNoComplaints();
    }

    /** Where the server is slow, the answer for some letters came after the one for all of them, and stayed. */
    @Test
    void thePreviewOfAnOlderTextIsNotWaitedFor() {
        Page page = person();
        List<String> held = new ArrayList<>();
        List<String> givenUp = new ArrayList<>();
        page.route("**/journal/preview", route -> {
            if (held.isEmpty()) {
                held.add(route.request().postData());
            } else {
                route.resume();
            }
        });
        page.onRequestFailed(request -> givenUp.add(request.postData()));
        page.navigate("/journal/new");
        field(page, "topics[0].body").focus();
        page.keyboard().type("*");
        page.waitForCondition(() -> held.size() == 1);
        // Two letters at once: the first of them is never asked for.
        field(page, "topics[0].body").evaluate("""
                body => ['*굵', '*굵게*'].forEach(text => {
                  body.value = text;
                  body.dispatchEvent(new InputEvent('input', { bubbles: true }));
                })""");
        assertThat(field(page, "topics[0].preview").locator("em")).hasText("굵게");
        page.waitForCondition(() -> givenUp.equals(held));
        expectNoComplaints();
    }

    /** The date stood in a field of its own and once more above it; the heading went on naming the day that it was opened with. */
    @Test
    void theHeadingIsTheDaysDateAndChangesWithIt() {
        Page page = person();
        page.navigate("/journal/new?date=2025-09-12");
        assertThat(page.locator("h1")).hasText("9월 12일 금요일");
        page.locator("#date").fill("2025-09-13");
        field(page, "retrospective").fill("옮긴 날");
        assertThat(page.locator("h1")).hasText("9월 13일 토요일");
        done(page);
        assertThat(page).hasURL(Pattern.compile("/journal/2025-09-13$"));
        expectNoComplaints();
    }

    /** Somebody abroad wrote under the server's date, and a page that was left open overnight went on offering yesterday. */
    @Test
    void todayIsTheReadersOwnAndTurnsAtMidnight() {
        for (String zone : List.of("Pacific/Kiritimati", "Pacific/Niue")) {
            Page page = person(options().setTimezoneId(zone));
            LocalDate before = LocalDate.now(ZoneId.of(zone));
            page.navigate("/");
            Pattern there = Pattern.compile(before + "|" + LocalDate.now(ZoneId.of(zone)));
            assertThat(page.locator(".day")).hasAttribute("data-today", there);
            page.navigate("/journal/new");
            assertThat(page.locator("#date")).hasValue(there);
        }

        Page left = person();
        left.clock().install();
        List<String> opened = new ArrayList<>();
        left.navigate("/");
        left.onRequest(request -> {
            if (request.isNavigationRequest()) {
                opened.add(request.url());
            }
        });
        left.clock().fastForward("24:00:01");
        left.waitForCondition(() -> opened.size() == 1);
        // The server's day has not changed: asking it again and again would help nobody.
        left.waitForLoadState();
        left.clock().fastForward("01:00:01");
        assertThat(left.locator(".day h1")).isVisible();
        assertThat(opened).hasSize(1);
        expectNoComplaints();
    }

    @Test
    void whatIsTypedIsSavedWithoutPressingAnything() {
        given("2025-03-06", DAY);
        Page page = person();
        page.navigate("/journal/2025-03-06/edit");
        field(page, "retrospective").fill("- 생각보다 재미있었다.");
        assertThat(page.locator(".saved")).hasAttribute("data-state", "unsaved");
        assertThat(page.locator(".saved")).hasAttribute("data-state", "saved");

        Page another = person();
        another.navigate("/journal/2025-03-06");
        assertThat(another.locator("main")).containsText("생각보다 재미있었다.");
        expectNoComplaints();
    }

    /** Who writes must neither press anything nor read a number; and what was typed meanwhile is saved as well. */
    @Test
    void aFullDiskIsSaidWhileSomebodyWritesAndAllIsSavedAsSoonAsThereIsRoom() {
        given("2025-03-06", DAY);
        Page page = person();
        page.navigate("/journal/2025-03-06/edit");
        Disk.fill();
        field(page, "retrospective").fill("- 디스크가 가득 찼을 때 쓴 글");
        assertThat(page.locator(".saved")).hasAttribute("data-state", "trouble");
        assertThat(page.locator("#words")).hasText("디스크가 가득 차서 저장하지 못했습니다. TILab이 계속 다시 시도합니다.");

        Disk.mend();
        // It tries again every five seconds.
        assertThat(page.locator(".saved"))
                .hasAttribute("data-state", "saved", new LocatorAssertions.HasAttributeOptions().setTimeout(15_000));
        assertThat(new String(fileOf("2025-03-06"), StandardCharsets.UTF_8)).contains("디스크가 가득 찼을 때 쓴 글");
    }

    @Test
    void aFullDiskTakesNothingFromTheFormWithoutJavaScript() {
        given("2025-03-06", DAY + "\n### 주간 목표\n- 더 자기\n");
        Page page = person(options().setJavaScriptEnabled(false));
        page.navigate("/journal/2025-03-06/edit");
        field(page, "retrospective").fill("- 디스크가 가득 찼을 때 쓴 글");
        field(page, "topics[0].body").fill("첫 줄\n\n  셋째 줄 <b>");
        field(page, "extras[0].body").fill("- 걷기");
        page.locator("[value=reference-add]").click();
        field(page, "references[0].title").fill("반쯤 쓴 \"제목\"");
        Disk.fill();
        done(page);
        assertThat(page.locator("[role=alert]")).containsText("디스크가 가득 찼습니다");
        assertThat(field(page, "topics[0].body")).hasValue("첫 줄\n\n  셋째 줄 <b>");
        assertThat(field(page, "extras[0].body")).hasValue("- 걷기");
        assertThat(field(page, "references[0].title")).hasValue("반쯤 쓴 \"제목\"");
        assertThat(field(page, "retrospective")).hasValue("- 디스크가 가득 찼을 때 쓴 글");

        Disk.mend();
        done(page);
        assertThat(page).hasURL(Pattern.compile("/journal/2025-03-06$"));
        assertThat(page.locator("main")).containsText("디스크가 가득 찼을 때 쓴 글");
    }

    /** The box of a preview is no field: a day with a task list must not save itself for being looked at. */
    @Test
    void aDayWithATaskListThatIsOnlyOpenedIsNotTyped() {
        given("2025-03-08", DAY.replace("두 번", "- [ ] 아직\n- [x] 끝\n\n두 번"));
        byte[] before = fileOf("2025-03-08");
        Page page = person();
        page.navigate("/journal/2025-03-08/edit");
        assertThat(page.locator(".read input[type=checkbox]").first()).isAttached();
        // Now, not in the end: what was taken for typing would be saved, and saved is what the page would say again.
        assertThat(page.locator(".saved").getAttribute("data-state")).isEqualTo("saved");
        page.navigate("/journal/2025-03-08");
        assertThat(page.locator("[data-drafts]")).isHidden();
        assertThat(fileOf("2025-03-08")).isEqualTo(before);
        expectNoComplaints();
    }

    /** One more key used to hide what had happened and the way out of it. */
    @Test
    void whatWasSavedElsewhereStaysSaidWhileTypingGoesOn() {
        given("2025-03-09", DAY);
        Page page = person();
        page.navigate("/journal/2025-03-09/edit");
        Page other = person();
        other.navigate("/journal/2025-03-09/edit");
        field(other, "retrospective").fill("- 다른 곳에서");
        assertThat(other.locator(".saved")).hasAttribute("data-state", "saved");
        field(page, "retrospective").fill("- 여기에서");
        assertThat(page.locator("#words button")).isVisible();
        field(page, "retrospective").fill("- 여기에서 더");
        page.waitForTimeout(600);
        assertThat(page.locator("#words button")).isVisible();
        assertThat(page.locator(".saved")).hasAttribute("data-state", "trouble");
        page.locator("#words button").click();
        assertThat(page.locator("main")).containsText("다른 곳에서");
    }

    /** All new days shared one draft: the second one took the first one's place. */
    @Test
    void everyNewDayHasADraftOfItsOwnAndItsOfferNamesTheDay() {
        Page page = person();
        page.route("**/journal", Route::abort);
        // Whoever leaves is saved on the way out, and no route stands in the way of a page that is gone.
        page.addInitScript("Object.defineProperty(document, 'hidden', { get: () => false })");
        for (String day : List.of("2025-05-01", "2025-05-02")) {
            page.navigate("/journal/new?date=" + day);
            field(page, "retrospective").fill("- " + day + "의 글");
            assertThat(page.locator(".saved")).hasAttribute("data-state", "trouble");
            page.onceDialog(com.microsoft.playwright.Dialog::accept);
        }
        page.navigate("/");
        assertThat(page.locator("[data-drafts]")).containsText("2025년 5월 1일");
        page.locator("[data-drafts] a").first().click();
        assertThat(page).hasURL(Pattern.compile("date=2025-05-01$"));
        assertThat(page.locator("#draft")).isVisible();
        page.unroute("**/journal");
        page.locator("[data-draft=restore]").click();
        assertThat(field(page, "retrospective")).hasValue("- 2025-05-01의 글");
    }

    /** With Hangul on, the key S arrives as another letter; Caps Lock makes it a capital. */
    @Test
    void keysWorkWhateverScriptIsOn() {
        given("2025-03-10", DAY);
        Page page = person();
        page.navigate("/journal/2025-03-10/edit#100%");
        field(page, "topics[0].body").focus();
        for (String key : List.of("ㄴ", "S")) {
            field(page, "topics[0].body").pressSequentially("x");
            assertThat(page.locator(".saved")).hasAttribute("data-state", "unsaved");
            page.evaluate(
                    "key => document.activeElement.dispatchEvent(new KeyboardEvent('keydown', {key, code: 'KeyS', ctrlKey: true, bubbles: true, cancelable: true}))",
                    key);
            assertThat(page.locator(".saved"))
                    .hasAttribute(
                            "data-state",
                            "saved",
                            new com.microsoft.playwright.assertions.LocatorAssertions.HasAttributeOptions()
                                    .setTimeout(1_500));
        }
        field(page, "topics[0].body").pressSequentially("x");
        page.locator(".skip, nav a").first().focus();
        assertThat(
                        (Boolean)
                                page.evaluate(
                                        "() => !document.activeElement.dispatchEvent(new KeyboardEvent('keydown', {key: 's', code: 'KeyS', ctrlKey: true, bubbles: true, cancelable: true}))"))
                .as("beside the form the browser would save the page")
                .isTrue();
        expectNoComplaints();
    }

    @Test
    void enterGoesOnInAListAndToTheNextFieldAndTabIndents() {
        Page page = person();
        page.navigate("/journal/new?date=2025-05-03");
        field(page, "topics[0].title").fill("제목");
        field(page, "topics[0].title").press("Enter");
        assertThat(field(page, "topics[0].body")).isFocused();
        page.keyboard().insertText("- 하나");
        page.keyboard().press("Enter");
        page.keyboard().press("Tab");
        page.keyboard().insertText("둘");
        page.keyboard().press("Enter");
        page.keyboard().press("Shift+Tab");
        page.keyboard().insertText("셋");
        page.keyboard().press("Enter");
        page.keyboard().press("Enter");
        page.keyboard().insertText("끝");
        assertThat(field(page, "topics[0].body")).hasValue("- 하나\n  - 둘\n- 셋\n\n끝");
        // Right below the last item it would be a part of that.
        assertThat(field(page, "topics[0].preview").locator(":scope > p")).hasText("끝");
        assertThat(page).hasURL(Pattern.compile("/journal/(new|2025-05-03/edit)"));
        expectNoComplaints();
    }

    /** The file itself in an editor must be kept as safely as the form: saved by itself, kept in the browser, compared. */
    @Test
    void aDayIsWrittenAsTheTextThatItIs() {
        given("2025-03-12", DAY);
        Page page = person();
        page.navigate("/journal/2025-03-12");
        page.locator("a[href$='/text']").first().click();
        String text = field(page, "text").inputValue();
        field(page, "text").fill(text + "\n## 내 칸\n\n| 가 | 나 |\n|--|--|\n| 하나 | 둘 |\n");
        assertThat(field(page, "preview").locator("td").first()).hasText("하나");
        assertThat(page.locator(".saved")).hasAttribute("data-state", "saved");
        assertThat(new String(fileOf("2025-03-12"), StandardCharsets.UTF_8))
                .isEqualTo(field(page, "text").inputValue());

        page.route("**/text", Route::abort);
        field(page, "text").pressSequentially("길에서 쓴 글");
        assertThat(page.locator(".saved")).hasAttribute("data-state", "trouble");
        page.onceDialog(com.microsoft.playwright.Dialog::accept);
        page.navigate("/");
        page.unroute("**/text");
        page.locator("[data-drafts] a").first().click();
        assertThat(page).hasURL(Pattern.compile("/journal/2025-03-12/text$"));
        page.locator("[data-draft=restore]").click();
        assertThat(field(page, "text")).hasValue(Pattern.compile("길에서 쓴 글$"));
        assertThat(page.locator(".saved")).hasAttribute("data-state", "saved");
        done(page);
        assertThat(page.locator("main")).containsText("길에서 쓴 글");
    }

    @Test
    void aNewDayThatIsWrittenAsTextGoesOnUnderItsOwnAddress() {
        Page page = person();
        page.navigate("/journal/new?date=2025-05-04");
        page.locator("a[href*='/journal/new/text']").click();
        field(page, "text").fill("# 내 방식\n\n하루");
        assertThat(page.locator(".saved")).hasAttribute("data-state", "saved");
        assertThat(page).hasURL(Pattern.compile("/journal/2025-05-04/text$"));
        field(page, "text").fill("# 내 방식\n\n하루 더");
        assertThat(page.locator(".saved")).hasAttribute("data-state", "unsaved");
        done(page);
        assertThat(page.locator("main")).containsText("하루 더");
        expectNoComplaints();
    }

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

    /** The browser's own page for a lost connection must not stand where the text was. */
    @Test
    void doneWithoutAConnectionStaysOnThePage() {
        given("2025-03-11", DAY);
        Page page = person();
        page.navigate("/journal/2025-03-11/edit");
        page.context().setOffline(true);
        field(page, "retrospective").fill("- 지하철에서 썼다.");
        page.locator("[value=save]").first().click();
        assertThat(page.locator(".saved")).hasAttribute("data-state", "trouble");
        assertThat(field(page, "retrospective")).hasValue("- 지하철에서 썼다.");
        page.context().setOffline(false);
        assertThat(page.locator(".saved")).hasAttribute("data-state", "saved");
        done(page);
        assertThat(page.locator("main")).containsText("지하철에서 썼다.");
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

    /** On a slow line the form is there before its script; the first sentence must be saved like the second. */
    @Test
    void whatIsTypedBeforeTheScriptCameIsSavedToo() {
        given("2025-03-06", DAY);
        Page page = person();
        List<Route> late = new ArrayList<>();
        page.route("**/js/journal/editor.js", late::add);
        page.navigate("/journal/2025-03-06/edit", new Page.NavigateOptions().setWaitUntil(WaitUntilState.COMMIT));
        field(page, "topics[0].body").fill("느린 회선에서 **먼저** 썼다.");
        page.waitForCondition(() -> !late.isEmpty());
        late.forEach(Route::resume);

        assertThat(field(page, "topics[0].preview").locator("strong")).hasText("먼저");
        assertThat(page.locator(".saved")).hasAttribute("data-state", "saved");
        Page another = person();
        another.navigate("/journal/2025-03-06");
        assertThat(another.locator("main")).containsText("느린 회선에서");
        expectNoComplaints();
    }

    /** Buttons that only a script understands would leave rows that nobody can move. */
    @Test
    void rowsAreAddedMovedAndRemovedWithoutJavaScript() {
        Page page = person(options().setJavaScriptEnabled(false));
        page.navigate("/journal/new?date=2025-03-07");
        field(page, "topics[0].title").fill("첫째");
        page.locator("button[value='topic-add']").click();
        field(page, "topics[1].title").fill("둘째");
        page.locator("button[value='topic-add']").click();
        field(page, "topics[2].title").fill("셋째");
        page.locator("#topic-2 summary").click();
        page.locator("button[value='topic-up:1']").click();
        page.locator("#topic-3 summary").click();
        page.locator("button[value='topic-remove:2']").click();
        assertThat(field(page, "topics[0].title")).hasValue("둘째");
        done(page);

        assertThat(page.locator(".topic h2")).hasText(new String[] {"둘째", "첫째"});
    }

    @Test
    void aDiaryFileComesInAndGoesOutByteForByte() {
        byte[] file = DAY.replace("DATE", "2025-03-06").replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
        Page page = person();
        page.navigate("/journal/import");
        page.locator("input[type=file]").setInputFiles(new FilePayload("2025-03-06.md", "text/markdown", file));
        page.locator("main form button[type=submit]").first().click();
        assertThat(page).hasURL(Pattern.compile("/journal/2025-03-06"));
        assertThat(fileOf("2025-03-06")).isEqualTo(file);

        page.navigate("/journal/2025-03-06/edit");
        field(page, "retrospective").fill("- 이제 알겠다.");
        done(page);

        String expected = new String(file, StandardCharsets.UTF_8).replace("- 어려웠다.", "- 이제 알겠다.");
        assertThat(new String(fileOf("2025-03-06"), StandardCharsets.UTF_8)).isEqualTo(expected);
        expectNoComplaints();
    }

    /** The last one to press the button must not wipe out what the other had written. */
    @Test
    void twoPeopleWhoEditOneDayLoseNothing() {
        given("2025-03-06", DAY);
        Page first = person(options().setJavaScriptEnabled(false));
        Page second = person(options().setJavaScriptEnabled(false));
        first.navigate("/journal/2025-03-06/edit");
        second.navigate("/journal/2025-03-06/edit");
        field(first, "retrospective").fill("- 첫째 사람의 회고");
        done(first);
        field(second, "retrospective").fill("- 둘째 사람의 회고");
        done(second);

        assertThat(second.locator("main")).containsText("첫째 사람의 회고");
        assertThat(second.locator("main")).containsText("둘째 사람의 회고");
        second.locator("button[value=save]").click();
        assertThat(second).hasURL(Pattern.compile("/journal/2025-03-06$"));
        assertThat(second.locator("main")).containsText("둘째 사람의 회고");
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

    private static Locator field(Page page, String id) {
        return page.locator("[id='" + id + "']");
    }

    private static void done(Page page) {
        page.locator("button[name=action][value=save]").first().click();
    }
}
