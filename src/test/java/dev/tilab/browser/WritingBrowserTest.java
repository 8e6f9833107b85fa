package dev.tilab.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Clock;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.tilab.journal.attachment.Pictures;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A learner writes a day in its form, with and without JavaScript. */
class WritingBrowserTest extends JournalStory {

    @Test
    void aFirstDayIsWrittenWithAPreviewBesideItAndReadBack() {
        Page page = person();
        page.navigate("/");
        page.locator(".draft .sheet").click();
        assertThat(field(page, "topics[0].title")).isFocused();
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
        page.locator(".draft .sheet").click();
        assertThat(field(page, "topics[0].body")).isFocused();
        page.keyboard().type(" 그래서 쌓인다.");
        assertThat(field(page, "topics[0].body")).hasValue("느린 대상에도 **똑같이** 보낸다. 그래서 쌓인다.");
        expectNoComplaints();
    }

    /** Guards against 365 stops of the Tab key, a sheet that only a mouse can read, and a day that opens as another one. */
    @Test
    void aDayLongAgoIsWrittenFromTheSheetOfTheYearByKeysAlone() {
        Page page = person();
        page.navigate("/journal?month=2024-03");
        Locator sheet = page.locator("[data-year-sheet]");
        assertThat(sheet.locator("a[tabindex='0']")).hasCount(1);
        assertThat(sheet.locator("a[aria-label]")).hasCount(366);
        Locator search = page.locator("main [type='search']");
        search.focus();
        for (int i = 0; i < 12 && sheet.locator("a:focus").count() == 0; i++) {
            page.keyboard().press("Tab");
        }
        for (String key :
                List.of("End", "Home", "ArrowRight", "ArrowRight", "ArrowRight", "ArrowRight", "ArrowRight")) {
            page.keyboard().press(key);
        }
        page.keyboard().press("ArrowUp");
        assertThat(sheet.locator("a:focus")).hasAttribute("aria-label", "2월 6일 화요일, 이날 쓰기");
        page.keyboard().press("ArrowDown");
        assertThat(sheet.locator("a:focus")).hasAttribute("aria-label", "3월 6일 수요일, 이날 쓰기");
        assertThat(page.locator(".says")).hasText("3월 6일 수요일, 이날 쓰기");
        page.keyboard().press("Enter");
        assertThat(page).hasURL(Pattern.compile("/journal/new\\?date=2024-03-06$"));
        // whoever writes sees the cursor first
        assertThat(page.locator("main :is(textarea, input):focus")).hasCount(1);
        page.keyboard().type("윤년");
        done(page);
        assertThat(page).hasURL(Pattern.compile("/journal/2024-03-06$"));
        page.navigate("/journal?month=2024-03");
        assertThat(sheet.locator("a[aria-label='3월 6일 수요일, 어절 1개']")).hasCount(1);
        expectNoComplaints();
    }

    /** A screenshot had to be saved, uploaded elsewhere and linked by hand; now it is pasted, and a day that is not stored yet takes it. */
    @Test
    void aPictureIsPastedIntoANewDayAndStandsOnItsPage() {
        Page page = person();
        page.navigate("/journal/new");
        field(page, "topics[0].title").fill("상태 확인");
        Locator body = field(page, "topics[0].body");
        body.fill("앞 글 뒷 글");
        body.evaluate("field => field.setSelectionRange(3, 3)");
        put(body, "paste", "image.png", "new Blob([Uint8Array.from(atob('" + PNG + "'), c => c.charCodeAt(0))])");

        Locator words = page.locator(".attaching input");
        assertThat(words).isFocused();
        words.fill("구조도");
        words.press("Enter");
        assertThat(body).hasValue(Pattern.compile("앞 글\n!\\[구조도]\\(\\d{4}-\\d\\d-\\d\\d/그림\\.png\\)\n 뒷 글"));
        assertThat(body).isFocused();
        assertThat(field(page, "topics[0].preview").locator("img[alt='구조도']")).isVisible();

        String typed = body.inputValue();
        put(body, "drop", "사진.png", "new Blob(['<!doctype html><script></script>'])");
        assertThat(page.locator(".attaching.bad")).containsText("“사진.png” 파일의 내용은 text/html 형식입니다");
        assertThat(body).hasValue(typed);

        done(page);
        Locator shown = page.locator(".topic img[alt='구조도']");
        assertThat(shown).isVisible();
        assertThat(shown).hasJSProperty("naturalWidth", 3);
        assertThat(page.locator(".margin")).containsText("그림.png");
        page.locator(".margin a[href$='/files']").click();
        assertThat(page.locator(".files .name")).hasText("그림.png");
        expectNoComplaints();
    }

    /** Three points wide. */
    private static final String PNG = Base64.getEncoder().encodeToString(Pictures.png(3, 2));

    private static void put(Locator field, String how, String name, String content) {
        field.evaluate(
                "(field, [how, name]) => { const data = new DataTransfer(); data.items.add(new File([" + content
                        + "], name, { type: 'image/png' }));"
                        + " field.dispatchEvent(how === 'paste' ? new ClipboardEvent(how, { clipboardData: data, bubbles: true, cancelable: true })"
                        + " : new DragEvent(how, { dataTransfer: data, bubbles: true, cancelable: true })); }",
                List.of(how, name));
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

        Page left = person(options().setTimezoneId("UTC"));
        // At noon: an hour more after a day must not be another day, whenever this runs.
        left.clock().install(new Clock.InstallOptions().setTime(LocalDate.now(ZoneOffset.UTC) + "T12:00:00Z"));
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

    /** Who ticks two boxes at once would lose the second to the first one's version; without JavaScript a box must save, too. */
    @Test
    void whatIsDoneIsTickedOnTheDaysPage() {
        given("2025-03-08", DAY.replace(" : 실습", "\n  - 실습\n  - 실습\n  - [x] 복습"));
        String before = new String(fileOf("2025-03-08"), StandardCharsets.UTF_8);
        Page page = person();
        page.navigate("/journal/2025-03-08");
        Locator boxes = page.getByRole(AriaRole.CHECKBOX);
        page.evaluate("() => document.querySelectorAll('.todo button').forEach((box, at) => at && box.click())");
        assertThat(page.locator(".todo [role=status]")).hasText("저장됨");
        assertThat(boxes.nth(1)).isChecked();
        assertThat(page).hasURL(Pattern.compile("/journal/2025-03-08$"));
        String ticked = before.replace("실습\n  - 실습\n  - [x]", "실습\n  - [x] 실습\n  - [ ]");
        assertThat(new String(fileOf("2025-03-08"), StandardCharsets.UTF_8)).isEqualTo(ticked);

        Page plain = person(options().setJavaScriptEnabled(false));
        plain.navigate("/journal/2025-03-08");
        plain.getByRole(AriaRole.CHECKBOX).first().click();
        assertThat(plain.locator(".told[role=status]")).hasText("저장했습니다.");
        assertThat(new String(fileOf("2025-03-08"), StandardCharsets.UTF_8))
                .isEqualTo(ticked.replace("  - 실습", "  - [x] 실습"));

        // The page that stayed open knows nothing of that.
        boxes.nth(2).click();
        assertThat(page.locator(".todo [role=status]")).containsText("그사이");
        assertThat(boxes.nth(2)).not().isChecked();
        expectNoComplaints();
    }

    /** A script that takes a task into the form in another way than the server would leave two kinds of lists. */
    @Test
    void whatWasLeftOpenIsTakenIntoTheFormOfToday() {
        given("2025-03-08", DAY.replace(" : 실습", "\n  - 실습\n  - [x] 복습\n  - 정리"));
        Page page = person();
        page.navigate("/journal/new?date=2025-03-10");
        page.locator("#unfinished li button").first().click();
        assertThat(field(page, "scrum.todo")).hasValue("- [ ] 실습");
        page.locator("#unfinished [value='bring-retrospective']").click();
        page.locator("#unfinished li button").click();
        assertThat(field(page, "scrum.todo")).hasValue("- [ ] 실습\n- [ ] 정리");
        assertThat(page.locator("#unfinished")).hasCount(0);
        done(page);
        assertThat(page.getByRole(AriaRole.CHECKBOX)).hasCount(2);
        assertThat(page.locator(".scrum")).containsText("어려웠다.");
        expectNoComplaints();
    }
}
