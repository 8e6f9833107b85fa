package dev.tilab.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.WaitUntilState;
import dev.tilab.Disk;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What a learner typed is saved, kept or said not to be, whatever becomes of disk, connection, script and other people. */
class SavingBrowserTest extends JournalStory {

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
}
